package columna.reference.single;

/**
 * The logistic function {@code 1 / (1 + exp(-x))} in single precision, of a number and of rows, without a library call: every machine computes
 * the same bits, with vectors or without.
 *
 * <p>The exponential is {@code 2^k e^r} with {@code k = round(x / ln 2)} and {@code |r| <= ln 2 / 2}, e^r as its Taylor polynomial of degree
 * 7, whose remainder is below 6e-9 there. {@code ln 2} is subtracted in two parts (Cody and Waite 1980). The relative error of the logistic
 * function is a few units in the last place; beyond |x| = 80 the argument counts as 80, where the result differs from 0 or 1 by 2e-35.
 */
final class Logistic {

    static final float LIMIT = 80;
    static final float PER_OCTAVE = 1.44269504f;
    /** 1.5 2^23: adding it leaves the nearest whole number in the last bits of the sum. */
    static final float ROUNDING = 0x1.8p23f;
    static final float LN2_HIGH = 0x1.62e4p-1f;
    static final float LN2_LOW = 0x1.7f7d1cp-20f;
    static final int EXPONENT_SHIFT = 23;
    /** 1/7!, 1/6!, ..., 1/0!. */
    static final float[] TAYLOR = inverseFactorials(7);

    private static final boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Logistic() {}

    private static float[] inverseFactorials(int degree) {
        float[] inverse = new float[degree + 1];
        float factorial = 1;
        for (int n = 0; n <= degree; n++) {
            factorial *= Math.max(n, 1);
            inverse[degree - n] = 1 / factorial;
        }
        return inverse;
    }

    /** Of one number. */
    static float of(float x) {
        float bounded = Math.min(Math.max(-x, -LIMIT), LIMIT);
        float shifted = Math.fma(bounded, PER_OCTAVE, ROUNDING);
        float octaves = shifted - ROUNDING;
        float r = Math.fma(octaves, -LN2_LOW, Math.fma(octaves, -LN2_HIGH, bounded));
        float power = TAYLOR[0];
        for (int n = 1; n < TAYLOR.length; n++) {
            power = Math.fma(power, r, TAYLOR[n]);
        }
        int scaled = Float.floatToRawIntBits(power) + (Float.floatToRawIntBits(shifted) << EXPONENT_SHIFT);
        return 1 / (1 + Float.intBitsToFloat(scaled));
    }

    /** Of every element of a row, into another or the same. */
    static void of(float[] x, float[] y) {
        int first = VECTORS ? VectorLogistic.of(x, y) : 0;
        for (int i = first; i < y.length; i++) {
            y[i] = of(x[i]);
        }
    }
}
