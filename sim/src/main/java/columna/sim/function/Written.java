package columna.sim.function;

import columna.fixedpoint.Quantization;
import columna.sim.program.Operand;
import columna.sim.program.Operand.Part;
import java.util.List;

/**
 * The destination of a micro-operation: which words it writes and which random words round them. Element e (row-major) of
 * a destination with p written parts uses the random words first + e*p (and first + e*p + 1), whatever the lanes.
 */
final class Written {

    /**
     * One written part.
     *
     * @param imaginaryWords whether the memory's imaginary words are written
     * @param imaginaryValue whether they take the imaginary part of the value
     */
    record WrittenPart(boolean imaginaryWords, boolean imaginaryValue) {}

    private final Cells cells;
    private final List<WrittenPart> parts;
    private final boolean stochastic;

    Written(Operand destination, CoreState core) {
        this.cells = core.cells(destination.memory());
        this.parts = parts(destination);
        this.stochastic = destination.memory().format().quantization() == Quantization.STOCHASTIC;
    }

    private static List<WrittenPart> parts(Operand destination) {
        if (destination.part() == Part.IMAGINARY) {
            return List.of(new WrittenPart(true, false));
        }
        return destination.complex()
                ? List.of(new WrittenPart(false, false), new WrittenPart(true, true))
                : List.of(new WrittenPart(false, false));
    }

    Cells cells() {
        return cells;
    }

    List<WrittenPart> parts() {
        return parts;
    }

    /** The rows that each part writes. */
    int[][][] rows() {
        int[][][] rows = new int[parts.size()][][];
        for (int part = 0; part < rows.length; part++) {
            rows[part] = cells.rows(parts.get(part).imaginaryWords());
        }
        return rows;
    }

    boolean stochastic() {
        return stochastic;
    }

    /** Random words that the whole micro-operation uses. */
    long randomUses() {
        return stochastic ? cells.memory().elements() * parts.size() : 0;
    }
}
