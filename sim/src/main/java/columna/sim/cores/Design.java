package columna.sim.cores;

import columna.fixedpoint.Format;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.Purpose;
import java.util.List;
import java.util.function.Function;

/**
 * The choices that all programs of a chip share.
 *
 * @param rule how recurrent parameters learn
 * @param optimiser how gradients become updates
 * @param updatesWithinSequence whether parameters may change between the steps of a sequence; then h/gamma is not the
 *     sensitivity to gamma and the recurrent core keeps a trace of its own for it
 * @param formats the number format of every signal
 * @param tables the look-up tables
 */
public record Design(
        LearningRule rule,
        Optimiser optimiser,
        boolean updatesWithinSequence,
        Function<String, Format> formats,
        Tables tables) {

    Memory real(String name, Purpose purpose, Axis... axes) {
        return new Memory(name, List.of(axes), false, purpose, formats.apply(name));
    }

    Memory complex(String name, Purpose purpose, Axis... axes) {
        return new Memory(name, List.of(axes), true, purpose, formats.apply(name));
    }

    /** Declares a table from one declared signal's format to another's. */
    void table(CoreProgram.Builder program, String name, Tables.Nonlinearity nonlinearity, String from, String to) {
        program.declare(tables.table(name, nonlinearity, formats.apply(from), formats.apply(to)));
    }
}
