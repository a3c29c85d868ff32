package columna.experiments.rtl;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Bank words put together from groups of neighbouring elements, in order, with cycles between them in which nothing comes. */
final class OutputWordVectors {

    private static final int BANK_WORDS = 400;
    private static final int WORD_BITS = 11;

    private final SplittableRandom random;
    private final int lanes;
    private final VectorLines lines = new VectorLines();

    private OutputWordVectors(long seed, int lanes) {
        this.random = new SplittableRandom(seed);
        this.lanes = lanes;
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 1), bench(2, 3), bench(3, 8));
    }

    private static Bench bench(long seed, int lanes) {
        OutputWordVectors vectors = new OutputWordVectors(seed, lanes);
        for (int word = 0; word < BANK_WORDS; word++) {
            vectors.bankWord(word == 0 || vectors.random.nextInt(10) == 0);
        }
        return new Bench("output_word", lanes + " lanes, seed " + seed, Bench.numbers("LANES", lanes, "WORD_BITS", WORD_BITS), vectors.lines);
    }

    private void bankWord(boolean newOperation) {
        if (newOperation) {
            // A word that was begun and never completed leaves nothing behind.
            boolean begun = random.nextBoolean() && lines.bits() > 1;
            if (begun) {
                cycle(false, true, false, 0, 1, new int[2 * lanes], new int[2 * lanes]);
            }
            cycle(true, false, false, 0, 0, new int[2 * lanes], new int[2 * lanes]);
        }
        int parts = 1 + random.nextInt(3);
        int first = random.nextInt(3) == 0 ? random.nextInt(lanes) : 0;
        int end = first + 1 + random.nextInt(lanes - first);
        int[] expected = new int[2 * lanes];
        int[] collected = new int[2 * lanes];
        for (int lane = first; lane < end; ) {
            while (random.nextInt(4) == 0) {
                cycle(false, false, random.nextBoolean(), random.nextInt(lanes), random.nextInt(1 << 2 * lanes), words(), expected);
            }
            int run = 1 + random.nextInt(end - lane);
            int[] words = words();
            int mask = 0;
            for (int part = 0; part < 2 * run; part++) {
                if ((parts >> part % 2 & 1) == 1) {
                    mask |= 1 << part;
                    collected[2 * lane + part] = 1;
                    expected[2 * lane + part] = words[part];
                }
            }
            cycle(false, true, lane + run == end, lane, mask, words, expected, collected);
            lane += run;
        }
    }

    private int[] words() {
        return random.ints(2 * lanes, 0, 1 << WORD_BITS).toArray();
    }

    private void cycle(boolean reset, boolean valid, boolean complete, int firstLane, int mask, int[] words, int[] expected) {
        cycle(reset, valid, complete, firstLane, mask, words, expected, new int[2 * lanes]);
    }

    private void cycle(boolean reset, boolean valid, boolean complete, int firstLane, int mask, int[] words, int[] expected, int[] written) {
        lines.flag(reset).flag(valid).flag(complete).word(firstLane, SlotVectors.bits(lanes - 1)).word(mask, 2 * lanes);
        all(words, WORD_BITS);
        lines.flag(valid && complete);
        all(written, 1);
        all(expected, WORD_BITS);
        lines.end();
    }

    /** The first one in the lowest bits. */
    private void all(int[] words, int bits) {
        for (int i = words.length - 1; i >= 0; i--) {
            lines.word(words[i], bits);
        }
    }
}
