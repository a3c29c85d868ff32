package columna.sim.program;

import java.util.HashSet;
import java.util.List;

/**
 * A use of a memory in a micro-operation, as in {@code conj(lru.B[n,h])}.
 *
 * @param memory the memory that is read or written
 * @param indices the axes it is indexed with; their sizes multiply to the memory's number of elements (a memory may be
 *     viewed with other axes than it is declared with, in row-major order)
 * @param part which part of a complex element is meant
 */
public record Operand(Memory memory, List<Axis> indices, Part part) {

    /** The part of an element that an operand denotes. */
    public enum Part {
        /** The element as it is. */
        WHOLE,
        /** The real part only. */
        REAL,
        /** The imaginary part only. */
        IMAGINARY,
        /** The complex conjugate; only for sources. */
        CONJUGATE
    }

    public Operand {
        indices = List.copyOf(indices);
        long elements = 1;
        for (Axis axis : indices) {
            elements *= axis.size();
        }
        if (elements != memory.elements()) {
            throw new IllegalArgumentException(memory + " is used as " + indices + ", which counts " + elements
                    + " elements instead of " + memory.elements());
        }
        if (!memory.complex() && part != Part.WHOLE) {
            throw new IllegalArgumentException(memory.name() + " is real; it has no part " + part);
        }
    }

    /** Whether the operand's value has an imaginary part. */
    public boolean complex() {
        return memory.complex() && (part == Part.WHOLE || part == Part.CONJUGATE);
    }

    /** Whether an index stands twice, as in {@code A[n,n]}: then only the diagonal is meant. */
    public boolean isDiagonal() {
        return new HashSet<>(indices).size() < indices.size();
    }

    /** Elements between neighbouring values of an index, row-major: the last index has stride 1, one that it lacks 0. */
    public int stride(Axis axis) {
        int stride = 1;
        int sum = 0;
        for (int i = indices.size() - 1; i >= 0; i--) {
            sum += indices.get(i).equals(axis) ? stride : 0;
            stride *= indices.get(i).size();
        }
        return sum;
    }

    /** Whether it is indexed with the shape its memory is declared with (under any names), so that rows are rows. */
    public boolean shapedAsDeclared() {
        return indices.stream().map(Axis::size).toList().equals(memory.axes().stream().map(Axis::size).toList());
    }

    @Override
    public String toString() {
        String element = indices.isEmpty()
                ? memory.name()
                : memory.name() + indices.stream().map(Axis::name).toList().toString().replace(" ", "");
        return switch (part) {
            case WHOLE -> element;
            case REAL -> "re(" + element + ")";
            case IMAGINARY -> "im(" + element + ")";
            case CONJUGATE -> "conj(" + element + ")";
        };
    }
}
