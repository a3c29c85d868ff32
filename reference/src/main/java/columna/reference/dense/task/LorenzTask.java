package columna.reference.dense.task;

import columna.reference.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The Lorenz system {@code u' = sigma (v - u)}, {@code v' = u (rho - w) - v}, {@code w' = u v - beta w} with sigma = 10, beta = 8/3, in steps
 * of 0.02 by the classical Runge-Kutta method; rho changes, the state goes on. Inputs are {@code (u/8, v/9, (w - 24)/9)}, the target is the
 * next input. The state starts near (1, 1, 24) at random (stream {@code dense/lorenz}) and settles for 1,000 steps first.
 */
public record LorenzTask(double rhoBefore, double rhoAfter, Phases phases) {

    static final double SIGMA = 10;
    static final double BETA = 8.0 / 3;
    static final double STEP = 0.02;
    private static final int SETTLING_STEPS = 1000;

    /** rho from 28 to 45; the phases are those of the sine. */
    public static LorenzTask standard() {
        return new LorenzTask(28, 45, SineTask.standard().phases());
    }

    public TimeSeries draw(RandomStreams streams) {
        UniformRandomProvider stream = streams.stream("dense/lorenz");
        double[] state = {1 + stream.nextDouble(), 1 + stream.nextDouble(), 24 + stream.nextDouble()};
        for (int i = 0; i < SETTLING_STEPS; i++) {
            state = advance(state, rhoBefore, STEP);
        }
        double[][] x = new double[phases.total()][];
        double[][] targets = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            x[t] = standardised(state);
            state = advance(state, t < phases.before() ? rhoBefore : rhoAfter, STEP);
            targets[t] = standardised(state);
        }
        return new TimeSeries(x, targets, phases.before());
    }

    private static double[] standardised(double[] state) {
        return new double[] {state[0] / 8, state[1] / 9, (state[2] - 24) / 9};
    }

    /** {@code s + h/6 (k1 + 2 k2 + 2 k3 + k4)}. */
    static double[] advance(double[] state, double rho, double step) {
        double[] k1 = slope(state, rho);
        double[] k2 = slope(moved(state, step / 2, k1), rho);
        double[] k3 = slope(moved(state, step / 2, k2), rho);
        double[] k4 = slope(moved(state, step, k3), rho);
        double[] next = new double[3];
        for (int i = 0; i < 3; i++) {
            next[i] = state[i] + step / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        return next;
    }

    private static double[] moved(double[] state, double by, double[] slope) {
        return new double[] {state[0] + by * slope[0], state[1] + by * slope[1], state[2] + by * slope[2]};
    }

    private static double[] slope(double[] s, double rho) {
        return new double[] {SIGMA * (s[1] - s[0]), s[0] * (rho - s[2]) - s[1], s[0] * s[1] - BETA * s[2]};
    }
}
