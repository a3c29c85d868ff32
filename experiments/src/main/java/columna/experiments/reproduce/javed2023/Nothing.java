package columna.experiments.reproduce.javed2023;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import columna.reference.constructive.TracePatterning;
import columna.reference.constructive.TrialTiming;
import java.io.IOException;
import java.util.Map;

/**
 * The learner that always predicts 0: its error is the mean of {@code G_t^2}. By the renewal theorem that is the expected sum over a trial by
 * the expected length of one; in half of the trials a US follows, j + 1 time steps before which {@code G = gamma^j}:
 *
 * <pre>
 *   E[G^2] = 1/2 E[ sum_{j &lt; ISI} gamma^(2j) ] / E[ISI + ITI + 1]
 * </pre>
 */
record Nothing(TrialTiming timing) {

    static final String ERROR = "error of predicting 0";

    /** A part of a run, after which progress is told. */
    private static final int PART = 1_000_000;

    /** The equation above. */
    double expectedError() {
        double squared = PredictionPoint.DISCOUNT * PredictionPoint.DISCOUNT;
        double sum = 0;
        for (int interval = timing.shortestInterval(); interval <= timing.longestInterval(); interval++) {
            sum += (1 - Math.pow(squared, interval)) / (1 - squared);
        }
        return sum / (timing.longestInterval() - timing.shortestInterval() + 1) / 2 / trialLength();
    }

    private double trialLength() {
        return (timing.shortestInterval() + timing.longestInterval() + timing.shortestPause() + timing.longestPause()) / 2.0 + 1;
    }

    /**
     * A bound of the standard error over so many time steps: the sum over a trial is at most {@code 1 / (1 - gamma^2)} and so deviates by at most
     * half of that, and a trial's length by at most half of its range, which counts by the expected error.
     */
    double standardError(double steps) {
        double deviation = 0.5 / (1 - PredictionPoint.DISCOUNT * PredictionPoint.DISCOUNT);
        double range = timing.longestInterval() - timing.shortestInterval() + timing.longestPause() - timing.shortestPause();
        return (deviation + expectedError() * range / 2) / trialLength() / Math.sqrt(steps / trialLength());
    }

    Measurement measure(long steps, long seed, Course course) throws IOException {
        TracePatterning stream = new TracePatterning(timing, PredictionPoint.DISCOUNT, seed);
        double sum = 0;
        for (long t = 0; t < steps; t++) {
            stream.advance();
            sum += stream.trueReturn() * stream.trueReturn();
            if (t % PART == 0) {
                course.reached((double) t / steps);
            }
        }
        return Measurement.of(Map.of(ERROR, sum / steps));
    }
}
