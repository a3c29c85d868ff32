package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of a bench's vectors: the fields of a line make one hexadecimal word, the first field in its highest bits. */
final class VectorLines {

    private final List<String> lines = new ArrayList<>();
    private BigInteger line = BigInteger.ZERO;
    private int bits;
    private int mostBits = 1;

    /** The low bits of a value as the line's next field, negative values in two's complement. */
    VectorLines word(BigInteger value, int width) {
        line = line.shiftLeft(width).or(low(value, width));
        bits += width;
        return this;
    }

    VectorLines word(long value, int width) {
        return word(BigInteger.valueOf(value), width);
    }

    VectorLines flag(boolean value) {
        return word(value ? 1 : 0, 1);
    }

    /** Ends the line. */
    void end() {
        lines.add(line.toString(16));
        mostBits = Math.max(mostBits, bits);
        line = BigInteger.ZERO;
        bits = 0;
    }

    List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Bits of the longest line. */
    int bits() {
        return mostBits;
    }

    /** The low bits of a value. */
    static BigInteger low(BigInteger value, int width) {
        return value.and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
    }
}
