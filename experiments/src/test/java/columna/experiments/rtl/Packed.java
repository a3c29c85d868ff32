package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.List;

/** Fields of a constant for the hardware, the first one in the lowest bits. */
final class Packed {

    private BigInteger word = BigInteger.ZERO;
    private int bits;

    Packed add(long value, int width) {
        return add(BigInteger.valueOf(value), width);
    }

    Packed add(BigInteger value, int width) {
        word = word.or(VectorLines.low(value, width).shiftLeft(bits));
        bits += width;
        return this;
    }

    Packed flag(boolean value) {
        return add(value ? 1 : 0, 1);
    }

    BigInteger word() {
        return word;
    }

    int bits() {
        return bits;
    }

    /** Elements of one width, as a literal of SystemVerilog. */
    static String literal(List<Packed> elements, int width) {
        Packed all = new Packed();
        elements.forEach(element -> all.add(element.word, width));
        return all.bits + "'h" + all.word.toString(16);
    }
}
