package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines of hexadecimal words, negative ones in two's complement, as a bench's {@code $fscanf} reads them. */
final class VectorLines {

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    /** The low bits of a value as the line's next word. */
    VectorLines word(BigInteger value, int bits) {
        line.append(line.isEmpty() ? "" : " ").append(hex(value, bits));
        return this;
    }

    VectorLines word(long value, int bits) {
        return word(BigInteger.valueOf(value), bits);
    }

    VectorLines flag(boolean value) {
        return word(value ? 1 : 0, 1);
    }

    /** Ends the line. */
    void end() {
        lines.add(line.toString());
        line.setLength(0);
    }

    List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** The low bits of a value. */
    static String hex(BigInteger value, int bits) {
        return value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE)).toString(16);
    }

    @Override
    public String toString() {
        return lines.size() + " lines";
    }
}
