package columna.fixedpoint;

/**
 * The shape of an exact result: wide enough that adding, subtracting, multiplying or negating never loses a bit. It may
 * be wider than a word, so it has no rounding and no overflow; {@code value = raw * 2^-fractionBits}. Widths follow
 * SystemC and {@code ac_fixed} ({@code struct rt}).
 *
 * @param width bits, sign included
 * @param integerBits bits above the binary point, sign included; negative or larger than the width are possible
 * @param signed two's complement or unsigned
 */
public record ExactFormat(int width, int integerBits, boolean signed) {

    /** Bits below the binary point, {@code width - integerBits}. */
    public int fractionBits() {
        return width - integerBits;
    }

    /** Holds every {@code a + b}. */
    public ExactFormat plus(ExactFormat other) {
        return aligned(other, signed || other.signed);
    }

    /** Holds every {@code a - b}; always signed. */
    public ExactFormat minus(ExactFormat other) {
        return aligned(other, true);
    }

    /** Holds every {@code a * b}. */
    public ExactFormat times(ExactFormat other) {
        return new ExactFormat(width + other.width, integerBits + other.integerBits, signed || other.signed);
    }

    /** Holds every {@code -a}; always signed. */
    public ExactFormat negated() {
        return new ExactFormat(width + 1, integerBits + 1, true);
    }

    private ExactFormat aligned(ExactFormat other, boolean resultSigned) {
        int ours = integerBits + (other.signed && !signed ? 1 : 0);
        int theirs = other.integerBits + (signed && !other.signed ? 1 : 0);
        int integer = Math.max(ours, theirs) + 1;
        int fraction = Math.max(fractionBits(), other.fractionBits());
        return new ExactFormat(integer + fraction, integer, resultSigned);
    }
}
