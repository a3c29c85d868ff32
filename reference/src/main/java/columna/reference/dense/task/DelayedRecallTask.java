package columna.reference.dense.task;

import columna.reference.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * White noise to be repeated after a delay: {@code x_t ~ U(-1, 1)} (stream {@code dense/recall}), target {@code x_{t - delay}}, 0 before the
 * series begins. The delay, in time steps, changes.
 */
public record DelayedRecallTask(int delayBefore, int delayAfter, Phases phases) {

    /** Delay 2 for 3,000 steps, then 6 for 5,000. */
    public static DelayedRecallTask standard() {
        return new DelayedRecallTask(2, 6, new Phases(3000, 5000));
    }

    public TimeSeries draw(RandomStreams streams) {
        UniformRandomProvider stream = streams.stream("dense/recall");
        double[][] x = new double[phases.total()][1];
        double[][] targets = new double[x.length][1];
        for (int t = 0; t < x.length; t++) {
            x[t][0] = 2 * stream.nextDouble() - 1;
            int recalled = t - (t < phases.before() ? delayBefore : delayAfter);
            targets[t][0] = recalled < 0 ? 0 : x[recalled][0];
        }
        return new TimeSeries(x, targets, phases.before());
    }
}
