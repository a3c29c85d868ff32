package columna.experiments.rtl;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Delays of 0 to 4 cycles against the values of as many cycles before. */
final class DelayVectors {

    private static final int LINES = 300;
    private static final int MOST_CYCLES = 4;
    private static final int WIDTH = 7;

    private DelayVectors() {}

    static Stream<Bench> benches() {
        long seed = 1;
        int[] values = new SplittableRandom(seed).ints(LINES, 0, 1 << WIDTH).toArray();
        VectorLines lines = new VectorLines();
        for (int line = 0; line < LINES; line++) {
            lines.word(values[line], WIDTH);
            for (int cycles = MOST_CYCLES; cycles >= 0; cycles--) {
                lines.word(values[Math.max(0, line - Math.max(0, cycles - 1))], WIDTH);
            }
            lines.end();
        }
        return Stream.of(new Bench("delay", "seed " + seed, Bench.numbers("WIDTH", WIDTH), lines));
    }
}
