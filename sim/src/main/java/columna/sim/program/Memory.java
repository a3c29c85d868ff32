package columna.sim.program;

import columna.fixedpoint.Format;
import java.util.List;

/**
 * A memory of a core: a scalar, a vector or a matrix of fixed-point words, real or complex. The last axis runs along the
 * lanes: neighbouring elements of a row lie in one bank word.
 *
 * @param name the signal's name, unique on the chip's core types, such as {@code lru.trace.B}
 * @param axes none for a scalar, one for a vector, two (row, column) for a matrix
 * @param complex whether an element is a pair of words (real, imaginary)
 * @param purpose what it is for
 * @param format format of one word
 */
public record Memory(String name, List<Axis> axes, boolean complex, Purpose purpose, Format format) {

    /** The widest word of a chip's memory, in bits: kernels carry words in 32-bit integers. */
    public static final int WIDEST_WORD_BITS = 32;

    public Memory {
        axes = List.copyOf(axes);
        if (axes.size() > 2) {
            throw new IllegalArgumentException("memory " + name + " has " + axes.size() + " axes; at most 2 are supported");
        }
        int limit = format.signed() ? WIDEST_WORD_BITS : WIDEST_WORD_BITS - 1;
        if (format.width() > limit) {
            throw new IllegalArgumentException("signal " + name + " has format " + format + ", " + format.width()
                    + " bits wide; a chip's memory holds at most " + WIDEST_WORD_BITS + " bits signed or "
                    + (WIDEST_WORD_BITS - 1) + " bits unsigned");
        }
    }

    /** Rows of storage: the first axis of a matrix, else 1. */
    public int rows() {
        return axes.size() == 2 ? axes.getFirst().size() : 1;
    }

    /** Elements of a row: the last axis, 1 for a scalar. */
    public int columns() {
        return axes.isEmpty() ? 1 : axes.getLast().size();
    }

    /** Number of elements; a complex element counts once. */
    public long elements() {
        return (long) rows() * columns();
    }

    /** Words per element: 2 if complex. */
    public int parts() {
        return complex ? 2 : 1;
    }

    /** Bits of one element. */
    public int elementBits() {
        return parts() * format.width();
    }

    /** Bits of the whole memory. */
    public long bits() {
        return elements() * elementBits();
    }

    @Override
    public String toString() {
        return name + axes;
    }
}
