package columna.reference.constructive;

import columna.reference.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Trace conditioning: {@code x = [CS, US]}, each 1 for one time step; the US always follows the CS, after an interval in which the
 * observation is 0. The cumulant is the US.
 *
 * <pre>
 *   G_t = gamma^(steps to the US - 1) between CS and US, else 0
 * </pre>
 */
public final class TraceConditioning implements PredictionStream {

    private final Trials trials;
    private final double[] observation = new double[2];

    /** The stream of a seed. */
    public TraceConditioning(TrialTiming timing, double discount, long seed) {
        trials = new Trials(timing, discount, new RandomStreams(seed));
    }

    @Override
    public int inputs() {
        return observation.length;
    }

    @Override
    public void advance() {
        trials.advance();
        Arrays.fill(observation, 0);
        observation[0] = trials.starts() ? 1 : 0;
        observation[1] = trials.isDue() ? 1 : 0;
    }

    @Override
    public double[] observation() {
        return observation;
    }

    @Override
    public double cumulant() {
        return observation[1];
    }

    @Override
    public double trueReturn() {
        return trials.discountedDue();
    }

    @Override
    public double discount() {
        return trials.discount();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        trials.save(out);
        Checkpoint.save(out, observation);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        trials.restore(in);
        Checkpoint.restore(in, observation);
    }
}
