package columna.sim.microcode;

import java.math.BigInteger;

/** A word being packed from fields, the first one in the lowest bits. */
final class PackedWord {

    private BigInteger word = BigInteger.ZERO;
    private int bits;

    /**
     * Appends a field, in two's complement if it is negative.
     *
     * @throws IllegalArgumentException if the value does not fit
     */
    PackedWord add(String field, long value, int width) {
        boolean fits = value < 0 ? value >> width - 1 == -1 : width >= Long.SIZE - 1 || value >> width == 0;
        if (!fits) {
            throw new IllegalArgumentException("field " + field + " of a word for hardware has " + width
                    + " bits, which do not hold " + value);
        }
        BigInteger field2s = BigInteger.valueOf(value).and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
        word = word.or(field2s.shiftLeft(bits));
        bits += width;
        return this;
    }

    PackedWord add(String field, boolean value) {
        return add(field, value ? 1 : 0, 1);
    }

    /** Fills with zeros up to a width. */
    PackedWord padTo(int width) {
        if (bits > width) {
            throw new IllegalArgumentException("a word for hardware has " + bits + " bits where " + width + " are possible");
        }
        bits = width;
        return this;
    }

    /** Appends a field of zeros. */
    PackedWord zeros(int width) {
        bits += width;
        return this;
    }

    BigInteger word() {
        return word;
    }

    int bits() {
        return bits;
    }
}
