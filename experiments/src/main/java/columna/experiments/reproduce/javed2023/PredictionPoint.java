package columna.experiments.reproduce.javed2023;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Point;
import columna.reference.constructive.PredictionRun;
import columna.reference.constructive.TracePatterning;
import columna.reference.constructive.TrialTiming;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One contender that learns trace patterning under one seed. The measure of the published program: the mean of {@code (G_t - y_t)^2} over the
 * last 100,000 time steps, every 50,000.
 *
 * @param contender the network
 * @param timing of the trials
 * @param steps a multiple of {@link #INTERVAL}
 */
record PredictionPoint(Contender contender, TrialTiming timing, long steps) {

    /** gamma of the paper. */
    static final double DISCOUNT = 0.9;

    /** The curve of errors over time steps. */
    static final String CURVE = "error";

    /** Time steps from one value of the curve to the next; a value is the mean over two intervals. */
    static final int INTERVAL = 50_000;

    /** Time steps at which the calibration of the specification has values, and the ends of longer runs. */
    static final long[] MARKS = {1_000_000, 2_000_000, 5_000_000, 10_000_000, 50_000_000};

    PredictionPoint {
        if (steps < 2 * INTERVAL || steps % INTERVAL != 0) {
            throw new IllegalArgumentException("learning curve of " + steps + " time steps; allowed is a multiple of " + INTERVAL + " from "
                    + 2 * INTERVAL);
        }
    }

    /** The key of the error after so many time steps. */
    static String errorAt(long steps) {
        return "error at " + Contender.Words.steps(steps);
    }

    /** As a point under a seed; the configuration names contender and length, and more if a study varies more. */
    Point point(String configuration, long seed) {
        return new Point(configuration, seed, steps * contender.secondsPerStep(), course -> measure(seed, course));
    }

    Measurement measure(long seed, Course course) throws IOException {
        PredictionRun run = new PredictionRun(contender.network(seed), new TracePatterning(timing, DISCOUNT, seed));
        double[] errors = new double[(int) (steps / INTERVAL)];
        Optional<DataInputStream> before = course.resumed();
        if (before.isPresent()) {
            restore(before.get(), run, errors);
        }
        while (run.steps() < steps) {
            int n = (int) (run.steps() / INTERVAL);
            errors[n] = run.learn(INTERVAL);
            course.reached((double) run.steps() / steps, out -> save(out, run, errors));
        }
        return measurement(errors);
    }

    private static void save(DataOutputStream out, PredictionRun run, double[] errors) throws IOException {
        run.save(out);
        for (int n = 0; n < run.steps() / INTERVAL; n++) {
            out.writeDouble(errors[n]);
        }
    }

    private static void restore(DataInputStream in, PredictionRun run, double[] errors) throws IOException {
        run.restore(in);
        for (int n = 0; n < run.steps() / INTERVAL; n++) {
            errors[n] = in.readDouble();
        }
    }

    private static Measurement measurement(double[] errors) {
        double[] at = new double[errors.length - 1];
        double[] mean = new double[at.length];
        for (int n = 0; n < at.length; n++) {
            at[n] = (n + 2.0) * INTERVAL;
            mean[n] = (errors[n] + errors[n + 1]) / 2;
        }
        TreeMap<String, Double> numbers = new TreeMap<>();
        for (long mark : MARKS) {
            int n = (int) (mark / INTERVAL) - 2;
            if (n < mean.length) {
                numbers.put(errorAt(mark), mean[n]);
            }
        }
        numbers.put("error at the end", mean[mean.length - 1]);
        return Measurement.of(numbers, Map.of(CURVE, new Measurement.Curve(at, mean)));
    }
}
