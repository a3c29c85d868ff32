package columna.experiments.reproduce.javed2023;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import columna.reference.constructive.PredictionRun;
import columna.reference.constructive.TracePatterning;
import columna.reference.constructive.TrialTiming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** The measurement of a learning curve, whole and in parts. */
class PredictionPointTest {

    private static final long STEPS = 250_000;

    /** Ends the run after some reports and keeps its state. */
    private static final class Cut implements Course {
        private final Optional<byte[]> before;
        private final ByteArrayOutputStream state = new ByteArrayOutputStream();
        private int left;

        Cut(Optional<byte[]> before, int left) {
            this.before = before;
            this.left = left;
        }

        @Override
        public Optional<DataInputStream> resumed() {
            return before.map(bytes -> new DataInputStream(new ByteArrayInputStream(bytes)));
        }

        @Override
        public void reached(double share, State written) throws IOException {
            assertThat(share).isBetween(0.0, 1.0);
            if (--left == 0) {
                written.write(new DataOutputStream(state));
                throw new CancellationException();
            }
        }
    }

    private static void resumesToTheSameBits(Contender contender) throws IOException {
        PredictionPoint point = new PredictionPoint(contender, TrialTiming.PAPER, STEPS);
        Measurement whole = point.measure(2, Course.UNTOLD);
        Optional<byte[]> state = Optional.empty();
        for (int part = 0; part < 2; part++) {
            Cut cut = new Cut(state, 2);
            assertThatThrownBy(() -> point.measure(2, cut)).isInstanceOf(CancellationException.class);
            state = Optional.of(cut.state.toByteArray());
        }
        Measurement resumed = point.measure(2, new Cut(state, 100));
        assertThat(resumed.numbers()).isEqualTo(whole.numbers());
        assertThat(resumed.curves().get(PredictionPoint.CURVE).y()).containsExactly(whole.curves().get(PredictionPoint.CURVE).y());
    }

    @Test
    void interruptedAndResumedEqualsUndisturbed() throws IOException {
        resumesToTheSameBits(new Contender.Columns(4, 2, 120_000, 1e-3, 1e-3, 0.99999));
        resumesToTheSameBits(new Contender.Truncated(3, 2, 1e-3));
    }

    /** Values every 50,000 time steps, each the mean over the 100,000 before. */
    @Test
    void theCurveIsTheMeanOverTheLastHundredThousandSteps() throws IOException {
        Contender contender = new Contender.Columns(2, 1, 120_000, 1e-3, 1e-3, 0.99999);
        Measurement measured = new PredictionPoint(contender, TrialTiming.PAPER, STEPS).measure(3, Course.UNTOLD);
        PredictionRun run = new PredictionRun(contender.network(3), new TracePatterning(TrialTiming.PAPER, 0.9, 3));
        run.learn(50_000);
        double expected = run.learn(100_000);
        Measurement.Curve curve = measured.curves().get(PredictionPoint.CURVE);
        assertThat(curve.x()).containsExactly(100_000, 150_000, 200_000, 250_000);
        assertThat(curve.y()[1]).as("sums in another order").isCloseTo(expected, within(1e-14));
        assertThat(measured.numbers()).containsEntry("error at the end", curve.y()[3]);
    }

    /** The sum of the closed form of the specification, at the mean interval: {@code .5 sum_{j<30} .81^j / 131 = 0.0201}. */
    @Test
    void predictingNothingCostsWhatTheRenewalTheoremSays() throws IOException {
        Nothing nothing = new Nothing(TrialTiming.PAPER);
        double atMeanInterval = 0;
        for (int j = 0; j < 30; j++) {
            atMeanInterval += 0.5 * Math.pow(0.81, j) / 131;
        }
        assertThat(nothing.expectedError()).as("other intervals change it by less than .81^24 / .19 / 262").isCloseTo(atMeanInterval, within(2e-4));
        assertThat(atMeanInterval).isCloseTo(0.0201, within(0.5e-4));
        long steps = 2_000_000;
        double measured = nothing.measure(steps, 4, Course.UNTOLD).numbers().get(Nothing.ERROR);
        assertThat(measured).isCloseTo(nothing.expectedError(), within(5 * nothing.standardError(steps)));
    }
}
