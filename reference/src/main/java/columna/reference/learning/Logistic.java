package columna.reference.learning;

/**
 * The logistic function {@code 1 / (1 + exp(-x))} in double precision, of a number and of rows, without a library call: every machine computes
 * the same bits, with vectors or without.
 *
 * <p>The exponential is {@code 2^k e^r} with {@code k = round(x / ln 2)} and {@code |r| <= ln 2 / 2}, e^r as its Taylor polynomial of degree
 * 13, whose remainder is below 5e-18 there. {@code ln 2} is subtracted in two parts (Cody and Waite 1980). The relative error of the logistic
 * function is a few units in the last place; beyond |x| = 700 the argument counts as 700, where the result differs from 0 or 1 by 1e-304.
 */
final class Logistic {

    static final double LIMIT = 700;
    static final double PER_OCTAVE = 1.4426950408889634;
    /** 1.5 2^52: adding it leaves the nearest whole number in the last bits of the sum. */
    static final double ROUNDING = 0x1.8p52;
    static final double LN2_HIGH = 0x1.62e42fefap-1;
    static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;
    static final int EXPONENT_SHIFT = 52;
    /** 1/13!, 1/12!, ..., 1/0!. */
    static final double[] TAYLOR = inverseFactorials(13);

    private static final boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Logistic() {}

    private static double[] inverseFactorials(int degree) {
        double[] inverse = new double[degree + 1];
        double factorial = 1;
        for (int n = 0; n <= degree; n++) {
            factorial *= Math.max(n, 1);
            inverse[degree - n] = 1 / factorial;
        }
        return inverse;
    }

    /** Of one number. */
    static double of(double x) {
        double bounded = Math.min(Math.max(-x, -LIMIT), LIMIT);
        double shifted = Math.fma(bounded, PER_OCTAVE, ROUNDING);
        double octaves = shifted - ROUNDING;
        double r = Math.fma(octaves, -LN2_LOW, Math.fma(octaves, -LN2_HIGH, bounded));
        double power = TAYLOR[0];
        for (int n = 1; n < TAYLOR.length; n++) {
            power = Math.fma(power, r, TAYLOR[n]);
        }
        long scaled = Double.doubleToRawLongBits(power) + (Double.doubleToRawLongBits(shifted) << EXPONENT_SHIFT);
        return 1 / (1 + Double.longBitsToDouble(scaled));
    }

    /** Of every element of a row, into another or the same. */
    static void of(double[] x, double[] y) {
        int first = VECTORS ? VectorLogistic.of(x, y) : 0;
        for (int i = first; i < y.length; i++) {
            y[i] = of(x[i]);
        }
    }
}
