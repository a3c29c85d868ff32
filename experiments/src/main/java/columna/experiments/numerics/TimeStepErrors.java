package columna.experiments.numerics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The error of one signal at every observed time step, in the order of the run: the root mean square of word minus exact value
 * over all words of the signal that were written and compared in that time step, on all cores.
 */
public final class TimeStepErrors {

    /**
     * A time step of a run.
     *
     * @param sequence how many sequences had been learned from before
     * @param timeStep in its sequence, counted from 0
     */
    public record Place(long sequence, int timeStep) {}

    private long[] sequences = new long[64];
    private int[] timeSteps = new int[64];
    private float[] errors = new float[64];
    private int count;

    void add(Place place, double error) {
        if (count == errors.length) {
            sequences = Arrays.copyOf(sequences, 2 * count);
            timeSteps = Arrays.copyOf(timeSteps, 2 * count);
            errors = Arrays.copyOf(errors, 2 * count);
        }
        sequences[count] = place.sequence();
        timeSteps[count] = place.timeStep();
        errors[count] = (float) error;
        count++;
    }

    /** Time steps compared. */
    public int count() {
        return count;
    }

    /** The first time step whose error is greater than the tolerance, if there is one. */
    public Optional<Place> firstBeyond(double tolerance) {
        for (int i = 0; i < count; i++) {
            if (errors[i] > tolerance) {
                return Optional.of(new Place(sequences[i], timeSteps[i]));
            }
        }
        return Optional.empty();
    }

    /** The share of time steps whose error is greater than the tolerance, 0 to 1; 0 if there are none. */
    public double shareBeyond(double tolerance) {
        int beyond = 0;
        for (int i = 0; i < count; i++) {
            if (errors[i] > tolerance) {
                beyond++;
            }
        }
        return count == 0 ? 0 : (double) beyond / count;
    }

    /** The least tolerance that at most this share of time steps goes beyond. */
    public double within(double share) {
        if (count == 0) {
            return 0;
        }
        float[] sorted = Arrays.copyOf(errors, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, count - 1 - (int) Math.floor(share * count))];
    }
}
