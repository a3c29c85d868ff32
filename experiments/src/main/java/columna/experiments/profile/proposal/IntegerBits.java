package columna.experiments.profile.proposal;

/** The integer bits, sign counted, that a range needs. */
public final class IntegerBits {

    /** Fewer are not proposed, and the format of zeros alone has them. */
    public static final int FEWEST = -100;

    private IntegerBits() {}

    /**
     * The fewest with which a format holds all multiples of its resolution in a closed range: {@code -2^(I-1) <= low} and
     * {@code high < 2^(I-1)} if signed, {@code 0 <= low} and {@code high < 2^I} if not. A value between the highest word and the power of two is
     * rounded down by less than the resolution.
     *
     * @throws IllegalArgumentException if the range is empty or not finite, or negative without a sign
     */
    public static int of(double low, double high, boolean signed) {
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("a range from " + low + " to " + high + " has no integer bits");
        }
        if (!signed && low < 0) {
            throw new IllegalArgumentException("a format without sign cannot hold " + low);
        }
        int positive = high > 0 ? Math.getExponent(high) + 1 : FEWEST;
        int negative = low < 0 ? exponentNotBelow(-low) : FEWEST;
        return Math.max(FEWEST, signed ? Math.max(positive, negative) + 1 : positive);
    }

    /** The least n with magnitude <= 2^n. */
    private static int exponentNotBelow(double magnitude) {
        int exponent = Math.getExponent(magnitude);
        return magnitude == Math.scalb(1.0, exponent) ? exponent : exponent + 1;
    }
}
