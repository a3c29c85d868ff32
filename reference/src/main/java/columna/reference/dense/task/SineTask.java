package columna.reference.dense.task;

import columna.reference.random.RandomStreams;

/**
 * A sine of one frequency, then abruptly of another: {@code x_t = sin(phi_t)}, {@code phi_{t+1} = phi_t + 2 pi / period_t}, target
 * {@code x_{t+ahead}}. The phase is continuous at the change and starts at random (stream {@code dense/sine}). Periods in time steps.
 */
public record SineTask(double periodBefore, double periodAfter, int ahead, Phases phases) {

    /** Five steps ahead, period 20 for 2,500 steps, then 12 for 1,500. */
    public static SineTask standard() {
        return new SineTask(20, 12, 5, new Phases(2500, 1500));
    }

    public TimeSeries draw(RandomStreams streams) {
        double start = 2 * Math.PI * streams.stream("dense/sine").nextDouble();
        double[][] x = new double[phases.total()][];
        double[][] targets = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            x[t] = new double[] {value(start, t)};
            targets[t] = new double[] {value(start, t + ahead)};
        }
        return new TimeSeries(x, targets, phases.before());
    }

    private double value(double start, int t) {
        double cycles = Math.min(t, phases.before()) / periodBefore + Math.max(0, t - phases.before()) / periodAfter;
        return StrictMath.sin(start + 2 * Math.PI * cycles);
    }
}
