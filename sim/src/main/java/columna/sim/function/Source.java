package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;
import columna.sim.program.Axis;
import columna.sim.program.Operand;
import columna.sim.program.RealTerm.Word;
import java.util.List;

/**
 * The words of one factor as rows along its last index. A memory that is viewed with other axes than it is declared with
 * is copied into rows of the view before the micro-operation; all others are read where they lie.
 */
final class Source {

    private final Cells cells;
    private final boolean imaginary;
    private final List<Axis> indices;
    private final boolean viewed;
    private final int[][] rows;
    private long copiedVersion = -1;

    private Source(Cells cells, boolean imaginary, Operand operand) {
        this.cells = cells;
        this.imaginary = imaginary;
        this.indices = operand.indices();
        this.viewed = !operand.shapedAsDeclared();
        this.rows = viewed ? viewRows(indices) : cells.rows(imaginary);
    }

    static Source of(Word word, CoreState core) {
        Operand operand = word.operand();
        return new Source(core.cells(operand.memory()), word.imaginary(), operand);
    }

    private static int[][] viewRows(List<Axis> indices) {
        int columns = indices.isEmpty() ? 1 : indices.getLast().size();
        int rows = 1;
        for (int axis = 0; axis < indices.size() - 1; axis++) {
            rows *= indices.get(axis).size();
        }
        return new int[rows][columns];
    }

    /** Brings a view's copy up to date. */
    void refresh() {
        if (viewed && copiedVersion != cells.version()) {
            copiedVersion = cells.version();
            int[][] from = cells.rows(imaginary);
            int fromColumns = cells.memory().columns();
            int columns = rows[0].length;
            for (int element = 0; element < cells.memory().elements(); element++) {
                rows[element / columns][element % columns] = from[element / fromColumns][element % fromColumns];
            }
        }
    }

    Cells cells() {
        return cells;
    }

    boolean imaginary() {
        return imaginary;
    }

    /** The axes it is indexed with. */
    List<Axis> indices() {
        return indices;
    }

    boolean viewed() {
        return viewed;
    }

    /** Whether it reads words of the given part of a memory where they lie. */
    boolean reads(Cells memory, boolean imaginaryPart) {
        return !viewed && cells == memory && imaginary == imaginaryPart;
    }

    int[][] rows() {
        return rows;
    }

    /** The only row of a scalar or vector. */
    int[] row() {
        return rows[0];
    }

    /** An upper bound of the magnitudes of all words. */
    long bound() {
        return cells.bound();
    }

    /** An upper bound of the magnitudes of a row. */
    long bound(int row) {
        return viewed ? cells.bound() : cells.bound(row);
    }

    /** Makes the bound of a row exact. */
    void tighten(int row, RowKernels kernels) {
        if (!viewed) {
            cells.tighten(row, kernels);
        }
    }
}
