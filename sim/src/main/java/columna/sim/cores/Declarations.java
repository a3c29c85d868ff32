package columna.sim.cores;

import columna.fixedpoint.Format;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.Purpose;
import java.util.List;
import java.util.function.Function;

/**
 * What a program declares its signals from: their number formats and the look-up tables between them.
 *
 * @param formats the number format of every signal
 * @param tables the look-up tables
 */
public record Declarations(Function<String, Format> formats, Tables tables) {

    /** A memory of real words in the signal's format. */
    public Memory real(String name, Purpose purpose, Axis... axes) {
        return new Memory(name, List.of(axes), false, purpose, formats.apply(name));
    }

    /** Declares memories of real words that have one shape. */
    public void real(CoreProgram.Builder program, Purpose purpose, List<Axis> axes, String... names) {
        for (String name : names) {
            program.declare(new Memory(name, axes, false, purpose, formats.apply(name)));
        }
    }

    /** Declares a table from one declared signal's format to another's. */
    public void table(CoreProgram.Builder program, String name, Tables.Nonlinearity nonlinearity, String from, String to) {
        program.declare(tables.table(name, nonlinearity, formats.apply(from), formats.apply(to)));
    }
}
