package columna.fixedpoint;

import java.math.BigInteger;

/**
 * An exact value {@code integer * 2^-fractionBits} of any width: the result of arithmetic before the one {@link Cast}.
 * No method rounds.
 */
public record Exact(BigInteger integer, int fractionBits) {

    /** The value of a raw word. */
    public static Exact of(long raw, Format format) {
        BigInteger integer = BigInteger.valueOf(raw);
        return new Exact(format.signed() || raw >= 0 ? integer : integer.add(BigInteger.ONE.shiftLeft(64)),
                format.fractionBits());
    }

    /**
     * The value of a double, which is a whole number times a power of two.
     *
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static Exact of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The value " + value + " cannot become a fixed-point number; allowed: finite numbers.");
        }
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        // Two steps, because 2^1074 itself is no double.
        double mantissa = Math.scalb(Math.scalb(value, -exponent / 2), -exponent - -exponent / 2);
        return new Exact(BigInteger.valueOf((long) mantissa), -exponent);
    }

    /** {@code this + other}. */
    public Exact plus(Exact other) {
        int fraction = Math.max(fractionBits, other.fractionBits);
        return new Exact(aligned(fraction).add(other.aligned(fraction)), fraction);
    }

    /** {@code this - other}. */
    public Exact minus(Exact other) {
        return plus(other.negated());
    }

    /** {@code this * other}. */
    public Exact times(Exact other) {
        return new Exact(integer.multiply(other.integer), fractionBits + other.fractionBits);
    }

    /** {@code -this}. */
    public Exact negated() {
        return new Exact(integer.negate(), fractionBits);
    }

    /** {@code this * 2^exponent}: SystemC's shifts, which never lose a bit. */
    public Exact timesPowerOfTwo(int exponent) {
        return new Exact(integer, fractionBits - exponent);
    }

    private BigInteger aligned(int fraction) {
        return integer.shiftLeft(fraction - fractionBits);
    }
}
