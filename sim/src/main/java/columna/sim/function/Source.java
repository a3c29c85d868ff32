package columna.sim.function;

import columna.sim.program.Axis;
import columna.sim.program.Operand;
import columna.sim.program.RealTerm.Word;
import java.util.List;

/**
 * Where the words of one factor lie.
 *
 * @param cells the memory
 * @param imaginary which of its parts
 * @param indices the axes it is indexed with
 */
record Source(Cells cells, boolean imaginary, List<Axis> indices) {

    static Source of(Word word, CoreState core) {
        Operand operand = word.operand();
        return new Source(core.cells(operand.memory()), word.imaginary(), operand.indices());
    }

    int[][] rows() {
        return cells.rows(imaginary);
    }

    /** The only row of a scalar or vector. */
    int[] row() {
        return rows()[0];
    }

    /** An upper bound of the magnitudes of a row. */
    long bound(int row) {
        return cells.rowBound(row);
    }
}
