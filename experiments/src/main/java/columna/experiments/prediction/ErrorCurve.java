package columna.experiments.prediction;

import java.util.ArrayList;
import java.util.List;

/** Squared errors of chip and reference over a run: means over equal windows of time steps, and sums over the steps that are scored. */
public final class ErrorCurve {

    /**
     * Means over a window.
     *
     * @param steps time steps done at its end
     * @param chip mean squared error of the chip
     * @param reference of the float reference
     * @param constant of the best constant prediction of the window, which is the variance of what is predicted
     */
    public record Point(long steps, double chip, double reference, double constant) {}

    /** Sums over some time steps. */
    private static final class Sums {
        private long count;
        private double chip;
        private double reference;
        private double truth;
        private double square;

        void add(double truthNow, double chipNow, double referenceNow) {
            count++;
            chip += (truthNow - chipNow) * (truthNow - chipNow);
            reference += (truthNow - referenceNow) * (truthNow - referenceNow);
            truth += truthNow;
            square += truthNow * truthNow;
        }

        Point mean(long steps) {
            double mean = truth / count;
            return new Point(steps, chip / count, reference / count, Math.max(0, square / count - mean * mean));
        }
    }

    private final long window;
    private final long scoredFrom;
    private final List<Point> points = new ArrayList<>();
    private Sums current = new Sums();
    private final Sums scored = new Sums();
    private long steps;

    /**
     * @param total time steps of the run
     * @param windows windows that it is divided into
     * @param scoredSteps time steps at its end that are scored
     */
    ErrorCurve(long total, int windows, long scoredSteps) {
        window = Math.max(1, total / windows);
        scoredFrom = total - scoredSteps;
    }

    void add(double truth, double chip, double reference) {
        current.add(truth, chip, reference);
        if (steps >= scoredFrom) {
            scored.add(truth, chip, reference);
        }
        steps++;
        if (current.count == window) {
            points.add(current.mean(steps));
            current = new Sums();
        }
    }

    /** Time steps so far. */
    public long steps() {
        return steps;
    }

    /** Finished windows. */
    public List<Point> points() {
        return List.copyOf(points);
    }

    /** Means over the scored time steps, or over the last window of a run that was stopped before them. */
    public Point score() {
        if (scored.count > 0) {
            return scored.mean(steps);
        }
        return points.isEmpty() ? current.mean(steps) : points.getLast();
    }
}
