package columna.experiments.prediction;

import columna.experiments.spec.StreamSpec;
import columna.reference.random.RandomStreams;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;

/** Sequences of random bits, and whether the first two differ. */
final class DifferingBitsStream implements Supplier<Moment> {

    private final StreamSpec.DifferingBits bits;
    private final boolean shuffled;
    private final UniformRandomProvider seen;
    private final UniformRandomProvider others;
    private int step;
    private double truth;
    private double told;

    DifferingBitsStream(StreamSpec.DifferingBits bits, boolean shuffled, long seed) {
        this.bits = bits;
        this.shuffled = shuffled;
        RandomStreams streams = new RandomStreams(seed);
        seen = streams.stream("differing bits");
        others = streams.stream("differing bits/shuffled");
    }

    @Override
    public Moment get() {
        boolean first = step % bits.length() == 0;
        double[] observation = new double[bits.bits()];
        for (int k = 0; k < observation.length; k++) {
            observation[k] = seen.nextBoolean() ? 1 : 0;
        }
        truth = next(first, truth, observation[0] != observation[1]);
        told = shuffled ? next(first, told, others.nextBoolean()) : truth;
        step++;
        return new Moment(observation, told, truth, first, step % bits.length() == 0);
    }

    private double next(boolean first, double before, boolean differ) {
        return (bits.accumulated() && !first ? before : 0) + (differ ? 0.5 : -0.5);
    }
}
