package columna.experiments.numerics;

import java.util.Optional;

/** Sums of squares of a signal and of its error, for its signal-to-noise ratio; and the error of each time step, where there are any. */
public final class NoiseSum {

    private double signal;
    private double noise;
    private double largestError;
    private double largest;
    private long words;

    private final TimeStepErrors timeSteps = new TimeStepErrors();
    private Optional<TimeStepErrors.Place> place = Optional.empty();
    private double noiseOfTimeStep;
    private long wordsOfTimeStep;

    /** What is added from now on belongs to this time step. */
    public void at(TimeStepErrors.Place next) {
        if (!place.equals(Optional.of(next))) {
            endTimeStep();
            place = Optional.of(next);
        }
    }

    private void endTimeStep() {
        if (wordsOfTimeStep > 0) {
            double error = Math.sqrt(noiseOfTimeStep / wordsOfTimeStep);
            place.ifPresent(ended -> timeSteps.add(ended, error));
        }
        noiseOfTimeStep = 0;
        wordsOfTimeStep = 0;
    }

    /** Compares a number with its exact value. */
    public void add(double exact, double actual) {
        double error = actual - exact;
        signal += exact * exact;
        noise += error * error;
        largestError = Math.max(largestError, Math.abs(error));
        largest = Math.max(largest, Math.abs(exact));
        words++;
        noiseOfTimeStep += error * error;
        wordsOfTimeStep++;
    }

    /** Words compared. */
    public long words() {
        return words;
    }

    /** Largest absolute error. */
    public double largestError() {
        return largestError;
    }

    /** Largest magnitude that the reference saw. */
    public double largest() {
        return largest;
    }

    /** The error of each time step in which the signal was compared; empty for gradients, which belong to whole sequences. */
    public TimeStepErrors timeSteps() {
        endTimeStep();
        return timeSteps;
    }

    /** Root mean square of the reference's values. */
    public double rootMeanSquare() {
        return Math.sqrt(signal / words);
    }

    /** 10 log10(signal power / noise power) in decibels; infinite without noise, NaN without a signal. */
    public double decibels() {
        return signal == 0 ? Double.NaN : 10 * Math.log10(signal / noise);
    }
}
