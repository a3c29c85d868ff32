package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Trees of 1 to 9 lanes against the sum and the largest of the values of some cycles before. */
final class TreeVectors {

    private static final int CYCLES = 1000;
    private static final int MOST_LANES = 9;
    private static final int WIDTH = 21;

    private TreeVectors() {}

    static Stream<Bench> benches() {
        long seed = 1;
        SplittableRandom random = new SplittableRandom(seed);
        VectorLines lines = new VectorLines();
        List<List<BigInteger>> cycles = new ArrayList<>();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            cycles.add(Stream.generate(() -> RandomValues.signed(random, WIDTH)).limit(MOST_LANES).toList());
            cycles.getLast().reversed().forEach(value -> lines.word(value, WIDTH));
            for (int lanes = MOST_LANES; lanes >= 1; lanes--) {
                // Behind the edge of this cycle one register has taken its values; without registers they pass at once.
                int levels = levels(lanes);
                List<BigInteger> values = cycles.get(Math.max(0, cycle - Math.max(0, levels - 1))).subList(0, lanes);
                lines.word(values.stream().reduce(BigInteger::max).orElseThrow(), WIDTH)
                        .word(values.stream().reduce(BigInteger::add).orElseThrow(), WIDTH);
            }
            lines.end();
        }
        return Stream.of(new Bench("lane_tree", "seed " + seed, Bench.numbers("WIDTH", WIDTH), lines));
    }

    private static int levels(int lanes) {
        return lanes == 1 ? 0 : 1 + levels((lanes + 1) / 2);
    }
}
