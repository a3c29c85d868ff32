package columna.reference.dense.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.random.RandomStreams;
import org.junit.jupiter.api.Test;

/** Each series against its closed form, a recurrence it must obey, or a Taylor series in place of Runge and Kutta. */
class TaskTest {

    private static final RandomStreams STREAMS = new RandomStreams(17);

    /** A sine of period p obeys x_{t+1} = 2 cos(2 pi / p) x_t - x_{t-1}; a quarter of period 20 is 5 steps, of period 12 is 3. */
    @Test
    void theSineChangesItsPeriodAndNotItsPhase() {
        TimeSeries series = SineTask.standard().draw(STREAMS);
        double[][] x = series.x();
        assertThat(x).hasNumberOfRows(4000);
        for (int t = 1; t + 1 < 4000; t++) {
            if (t != 2500) {
                double period = t < 2500 ? 20 : 12;
                assertThat(x[t + 1][0]).isCloseTo(2 * Math.cos(2 * Math.PI / period) * x[t][0] - x[t - 1][0], within(1e-11));
            }
        }
        assertThat(x[100][0] * x[100][0] + x[105][0] * x[105][0]).isCloseTo(1, within(1e-11));
        assertThat(x[3000][0] * x[3000][0] + x[3003][0] * x[3003][0]).isCloseTo(1, within(1e-11));
        for (int t = 0; t + 5 < 4000; t++) {
            assertThat(series.targets()[t]).containsExactly(x[t + 5]);
        }
        assertThat(series.change()).isEqualTo(2500);
    }

    /** One step against 30 terms of the Taylor series: the error of a method of order 4 falls by 2^5 = 32 when the step is halved. */
    @Test
    void lorenzIsIntegratedToFourthOrder() {
        double[] state = {-3.5, 2.25, 21};
        double coarse = error(state, 0.004);
        double fine = error(state, 0.002);
        assertThat(coarse / fine).isBetween(29.0, 35.0);
        assertThat(error(state, LorenzTask.STEP)).isLessThan(1e-2);
    }

    private static double error(double[] state, double step) {
        double[] actual = LorenzTask.advance(state, 28, step);
        double[] exact = taylor(state, 28, step);
        return Math.hypot(Math.hypot(actual[0] - exact[0], actual[1] - exact[1]), actual[2] - exact[2]);
    }

    /** Coefficients from the equations: (k + 1) u_{k+1} = 10 (v_k - u_k), products of series by Cauchy's rule. */
    private static double[] taylor(double[] state, double rho, double step) {
        int terms = 30;
        double[][] c = new double[terms + 1][];
        c[0] = state;
        double[] sum = state.clone();
        double power = 1;
        for (int k = 0; k < terms; k++) {
            double uw = 0;
            double uv = 0;
            for (int i = 0; i <= k; i++) {
                uw += c[i][0] * c[k - i][2];
                uv += c[i][0] * c[k - i][1];
            }
            c[k + 1] = new double[] {10 * (c[k][1] - c[k][0]) / (k + 1), (rho * c[k][0] - uw - c[k][1]) / (k + 1),
                (uv - 8 * c[k][2] / 3) / (k + 1)};
            power *= step;
            for (int i = 0; i < 3; i++) {
                sum[i] += power * c[k + 1][i];
            }
        }
        return sum;
    }

    /** Each input is the target before it; every step is one Runge-Kutta step with the rho of its phase, undone from the standard form. */
    @Test
    void lorenzChangesRhoAndGoesOn() {
        TimeSeries series = new LorenzTask(28, 45, new Phases(30, 20)).draw(STREAMS);
        for (int t = 0; t < 50; t++) {
            double[] x = series.x()[t];
            double[] exact = taylor(new double[] {8 * x[0], 9 * x[1], 9 * x[2] + 24}, t < 30 ? 28 : 45, 0.02);
            double[] next = {exact[0] / 8, exact[1] / 9, (exact[2] - 24) / 9};
            assertThat(series.targets()[t]).as("step %d, seed 17", t).containsExactly(next, within(5e-3));
            if (t > 0) {
                assertThat(series.targets()[t - 1]).containsExactly(x);
            }
        }
    }

    /** An orthogonal matrix keeps scalar products within a phase; the matrices of the phases differ, so products across it change. */
    @Test
    void mixingKeepsAnglesWithinAPhaseOnly() {
        TimeSeries plain = new LorenzTask(28, 28, new Phases(20, 20)).draw(STREAMS);
        TimeSeries mixed = MixingDrift.of(plain, STREAMS);
        assertThat(mixed.targets()).isEqualTo(plain.targets());
        assertThat(product(mixed, 3, 11)).isCloseTo(product(plain, 3, 11), within(1e-12));
        assertThat(product(mixed, 25, 38)).isCloseTo(product(plain, 25, 38), within(1e-12));
        assertThat(Math.abs(product(mixed, 19, 20) - product(plain, 19, 20))).as("seed 17").isGreaterThan(1e-3);
        assertThat(mixed.x()[3]).isNotEqualTo(plain.x()[3]);
    }

    private static double product(TimeSeries series, int s, int t) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += series.x()[s][i] * series.x()[t][i];
        }
        return sum;
    }

    /** The variance of U(-1, 1) is 1/3; 5 standard deviations of the mean square of 8,000 draws are 5 sqrt(4/45 / 8000) = 0.017. */
    @Test
    void recallRepeatsNoiseAfterTheDelayOfItsPhase() {
        TimeSeries series = DelayedRecallTask.standard().draw(STREAMS);
        double square = 0;
        for (int t = 0; t < 8000; t++) {
            int delay = t < 3000 ? 2 : 6;
            assertThat(series.targets()[t][0]).isEqualTo(t < delay ? 0 : series.x()[t - delay][0]);
            square += series.x()[t][0] * series.x()[t][0] / 8000;
        }
        assertThat(square).as("seed 17").isCloseTo(1.0 / 3, within(0.017));
        assertThat(DelayedRecallTask.standard().draw(STREAMS).x()).isDeepEqualTo(series.x());
    }

    @Test
    void refusesPhasesAndSeriesThatCannotBe() {
        assertThatThrownBy(() -> new Phases(-1, 4)).hasMessage("phases: -1 and 4 time steps; neither below 0, together 1 or more");
        assertThatThrownBy(() -> new TimeSeries(new double[2][1], new double[3][1], 0))
                .hasMessage("time series: 2 inputs, 3 targets, change at 0; as many of each, the change among them");
    }
}
