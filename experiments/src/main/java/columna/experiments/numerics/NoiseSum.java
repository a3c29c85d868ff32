package columna.experiments.numerics;

/** Sums of squares of a signal and of its error, for its signal-to-noise ratio. */
public final class NoiseSum {

    private double signal;
    private double noise;
    private double largestError;
    private double largest;
    private long words;

    void add(double exact, double actual) {
        double error = actual - exact;
        signal += exact * exact;
        noise += error * error;
        largestError = Math.max(largestError, Math.abs(error));
        largest = Math.max(largest, Math.abs(exact));
        words++;
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

    /** Root mean square of the reference's values. */
    public double rootMeanSquare() {
        return Math.sqrt(signal / words);
    }

    /** 10 log10(signal power / noise power) in decibels; infinite without noise, NaN without a signal. */
    public double decibels() {
        return signal == 0 ? Double.NaN : 10 * Math.log10(signal / noise);
    }
}
