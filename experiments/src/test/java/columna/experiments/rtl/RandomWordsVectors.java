package columna.experiments.rtl;

import columna.fixedpoint.Lfsr;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The leap-ahead register against {@link Lfsr.Register}: any of the words may be drawn in a cycle, in order. */
final class RandomWordsVectors {

    private static final int CYCLES = 2500;

    private RandomWordsVectors() {}

    static Stream<Bench> benches() {
        return Stream.of(bench("LFSR16", 8, 8, 1), bench("LFSR8", 7, 2, 2), bench("LFSR24", 13, 6, 3), bench("LFSR31", 32, 4, 4),
                bench("LFSR32", 1, 18, 5), bench("LFSR64", 19, 10, 6));
    }

    private static Bench bench(String name, int randomBits, int words, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = Lfsr.named(name, 1).width();
        Lfsr lfsr = Lfsr.named(name, random.nextLong(1, width == 64 ? Long.MAX_VALUE : 1L << width));
        VectorLines lines = new VectorLines();
        Lfsr.Register register = lfsr.register();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            boolean reset = cycle == 0 || random.nextInt(200) == 0;
            long draw = random.nextInt(4) == 0 ? -1 : random.nextLong();
            long[] drawn = new long[words];
            for (int word = 0; word < words; word++) {
                drawn[word] = reset || (draw >>> word & 1) == 0 ? 0 : register.draw(randomBits);
            }
            if (reset) {
                register = lfsr.register();
            }
            lines.flag(reset).word(draw, words);
            for (int word = words - 1; word >= 0; word--) {
                lines.word(drawn[word], randomBits);
            }
            lines.end();
        }
        return new Bench("random_words", name + ", " + words + " words of " + randomBits + " bits, seed " + seed,
                Bench.numbers("BITS", width, "MASK", hex(lfsr.mask()), "SEED", hex(lfsr.seed()), "RANDOM_BITS", randomBits, "WORDS", words),
                lines);
    }

    private static String hex(long word) {
        return "64'h" + Long.toHexString(word);
    }
}
