package columna.sim.cores.dense;

import static columna.sim.program.Purpose.TRACE;

import columna.sim.cores.Declarations;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import java.util.List;

/**
 * Sensitivities of all units of a vector to a block of parameters, for real-time recurrent learning: a memory of unit times (row, column) of the
 * block, and a second one of that size, since what is carried mixes the rows of the first.
 *
 * @param name of the block after {@code dense.}, such as {@code w.i}
 * @param unit index of the units
 * @param through the same index, summed over
 * @param row the same index, counting rows of the block
 * @param column index of the block's columns; none for a bias
 * @param operand what the block is multiplied by, with its sign of multiplication; empty for a bias
 */
record Sensitivity(
        CoreProgram.Builder program, Declarations declarations, String name, Axis unit, Axis through, Axis row, List<Axis> column, String operand) {

    /** Row and column as one index, as the memory is declared. */
    private Axis flat() {
        int columns = column.stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
        return new Axis("p" + name.replace(".", ""), row.size() * columns);
    }

    private String columns() {
        return column.isEmpty() ? "" : "," + column.getFirst();
    }

    void declare(String kind) {
        declarations.real(program, TRACE, List.of(unit, flat()), "dense." + kind + "." + name);
    }

    /** By unit, row and column. */
    String of(String kind) {
        return "dense.%s.%s[%s,%s%s]".formatted(kind, name, unit, row, columns());
    }

    /** {@code into := jacobian from}, a sum over the units that sensitivities come through. */
    void carry(String into, String jacobian, String from) {
        program.learn(
                Phase.FORWARD,
                "dense.%s.%s[%s,%s] := %s[%s,%s]*dense.%s.%s[%s,%s]".formatted(
                        into, name, unit, flat(), jacobian, unit, through, from, name, through, flat()));
    }

    /** The parameter by row and column. */
    String parameter() {
        return "dense.%s[%s%s]".formatted(name, row, columns());
    }

    /** Takes the step of the parameter, summed over all units: its gradient is formed nowhere. */
    void update(String kind, String scaledError) {
        program.learn(Phase.UPDATE, "%s := %s - %s*%s".formatted(parameter(), parameter(), scaledError, of(kind)));
    }
}
