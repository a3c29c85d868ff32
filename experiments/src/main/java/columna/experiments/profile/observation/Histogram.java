package columna.experiments.profile.observation;

/**
 * Values by octave of magnitude: octave k holds magnitudes from 2^k to below 2^(k+1), zeros are apart. Of each octave it keeps count, sum and
 * sum of squares of the magnitudes, so that what a limit of a power of two would cut off is known exactly. Its size does not grow.
 */
public final class Histogram {

    /** The lowest octave; smaller magnitudes are counted in it. */
    public static final int LOWEST_OCTAVE = -100;
    /** The highest octave; larger magnitudes are counted in it. */
    public static final int HIGHEST_OCTAVE = 100;

    private static final int OCTAVES = HIGHEST_OCTAVE - LOWEST_OCTAVE + 1;
    private static final int MANTISSA_BITS = 52;

    private final long[] counts = new long[OCTAVES];
    private final double[] sums = new double[OCTAVES];
    private final double[] squares = new double[OCTAVES];
    private long zeros;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private int exactFractionBits = -HIGHEST_OCTAVE;

    /** Counts a value, which must be finite. */
    public void add(double value) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        if (value == 0) {
            zeros++;
            return;
        }
        double magnitude = Math.abs(value);
        int octave = Math.clamp(Math.getExponent(magnitude), LOWEST_OCTAVE, HIGHEST_OCTAVE) - LOWEST_OCTAVE;
        counts[octave]++;
        sums[octave] += magnitude;
        squares[octave] += magnitude * magnitude;
        exactFractionBits = Math.max(exactFractionBits, fractionBits(magnitude));
    }

    private static int fractionBits(double magnitude) {
        long mantissa = Double.doubleToRawLongBits(magnitude) & (1L << MANTISSA_BITS) - 1;
        int used = mantissa == 0 ? 0 : MANTISSA_BITS - Long.numberOfTrailingZeros(mantissa);
        return used - Math.getExponent(magnitude);
    }

    /** Counts all values of another one. */
    public void add(Histogram other) {
        for (int i = 0; i < OCTAVES; i++) {
            counts[i] += other.counts[i];
            sums[i] += other.sums[i];
            squares[i] += other.squares[i];
        }
        zeros += other.zeros;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
        exactFractionBits = Math.max(exactFractionBits, other.exactFractionBits);
    }

    /** One that has counted the values of all. */
    public static Histogram sum(Iterable<Histogram> histograms) {
        Histogram sum = new Histogram();
        histograms.forEach(sum::add);
        return sum;
    }

    /** Values counted. */
    public long words() {
        long words = zeros;
        for (long count : counts) {
            words += count;
        }
        return words;
    }

    /** Values that are zero. */
    public long zeros() {
        return zeros;
    }

    /** Whether any value other than zero was counted. */
    public boolean hasMagnitudes() {
        return words() > zeros;
    }

    /** Values in an octave, from {@link #LOWEST_OCTAVE} to {@link #HIGHEST_OCTAVE}. */
    public long count(int octave) {
        return counts[octave - LOWEST_OCTAVE];
    }

    /** Mean magnitude in an octave that is not empty. */
    public double mean(int octave) {
        return sums[octave - LOWEST_OCTAVE] / count(octave);
    }

    /** The lowest value; positive infinity if there is none. */
    public double minimum() {
        return minimum;
    }

    /** The highest value; negative infinity if there is none. */
    public double maximum() {
        return maximum;
    }

    /** The largest magnitude; 0 if there is none. */
    public double largest() {
        return words() == 0 ? 0 : Math.max(Math.abs(minimum), Math.abs(maximum));
    }

    /** Mean square of all values, zeros included; 0 without values. */
    public double meanSquare() {
        long words = words();
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return words == 0 ? 0 : sum / words;
    }

    /** Root mean square. */
    public double rootMeanSquare() {
        return Math.sqrt(meanSquare());
    }

    /** The lowest occupied octave; {@link #HIGHEST_OCTAVE} + 1 if there is none. */
    public int firstOctave() {
        int octave = LOWEST_OCTAVE;
        while (octave <= HIGHEST_OCTAVE && count(octave) == 0) {
            octave++;
        }
        return octave;
    }

    /** The highest occupied octave; {@link #LOWEST_OCTAVE} - 1 if there is none. */
    public int lastOctave() {
        int octave = HIGHEST_OCTAVE;
        while (octave >= LOWEST_OCTAVE && count(octave) == 0) {
            octave--;
        }
        return octave;
    }

    /**
     * A quantile of the magnitudes, from above: the end of the first octave by which at least the share of all values has come, at most the
     * largest magnitude; 0 if that many values are zero.
     */
    public double quantile(double share) {
        double wanted = share * words();
        double come = zeros;
        for (int octave = LOWEST_OCTAVE; come < wanted && octave <= HIGHEST_OCTAVE; octave++) {
            come += count(octave);
            if (come >= wanted) {
                return Math.min(Math.scalb(1.0, octave + 1), largest());
            }
        }
        return 0;
    }

    /** Share of all values with a magnitude of at least 2^exponent. */
    public double shareFrom(int exponent) {
        long beyond = 0;
        for (int octave = Math.max(exponent, LOWEST_OCTAVE); octave <= HIGHEST_OCTAVE; octave++) {
            beyond += count(octave);
        }
        return words() == 0 ? 0 : (double) beyond / words();
    }

    /** Share of all values that are not zero but smaller than 2^exponent. */
    public double shareBelow(int exponent) {
        long below = 0;
        for (int octave = LOWEST_OCTAVE; octave < Math.min(exponent, HIGHEST_OCTAVE + 1); octave++) {
            below += count(octave);
        }
        return words() == 0 ? 0 : (double) below / words();
    }

    /** Mean square, over all values, of what magnitudes exceed 2^exponent by: the noise of a limit there. */
    public double clippedPower(int exponent) {
        double limit = Math.scalb(1.0, exponent);
        double power = 0;
        for (int i = Math.max(exponent, LOWEST_OCTAVE) - LOWEST_OCTAVE; i < OCTAVES; i++) {
            power += squares[i] - 2 * limit * sums[i] + counts[i] * limit * limit;
        }
        return words() == 0 ? 0 : Math.max(0, power) / words();
    }

    /** Fraction bits with which every value counted is exact; negative if all are multiples of a power of two. */
    public int exactFractionBits() {
        return exactFractionBits;
    }
}
