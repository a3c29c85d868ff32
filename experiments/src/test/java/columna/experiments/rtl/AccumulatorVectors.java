package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** An accumulator against sums and maxima that are at most as wide as it is. */
final class AccumulatorVectors {

    private static final int CYCLES = 2000;
    private static final int WIDTH = 70;

    private AccumulatorVectors() {}

    static Stream<Bench> benches() {
        long seed = 1;
        SplittableRandom random = new SplittableRandom(seed);
        VectorLines lines = new VectorLines();
        BigInteger sum = BigInteger.ZERO;
        boolean maximum = false;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            boolean load = cycle == 0 || random.nextInt(6) == 0;
            boolean enable = cycle == 0 || random.nextInt(4) > 0;
            maximum = load && enable ? random.nextBoolean() : maximum;
            // Ends of the range only where nothing is added to them.
            BigInteger value = RandomValues.signed(random, maximum ? WIDTH : WIDTH - 8);
            if (enable) {
                sum = load ? value : maximum ? sum.max(value) : sum.add(value);
            }
            lines.flag(enable).flag(load).flag(maximum).word(value, WIDTH).word(sum, WIDTH).end();
        }
        return Stream.of(new Bench("accumulator", "seed " + seed, Bench.numbers("WIDTH", WIDTH), lines));
    }
}
