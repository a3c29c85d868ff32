package columna.sim.timing;

import columna.sim.program.Phase;
import java.util.List;

/**
 * The program of a core as a table, one row for each micro-operation that a kind of step issues.
 *
 * @param core the core's name
 * @param rows in order of issue
 */
public record Listing(String core, List<Row> rows) {

    public Listing {
        rows = List.copyOf(rows);
    }

    /**
     * Facts of one micro-operation in one time step.
     *
     * @param phase its phase
     * @param text the line as it is printed
     * @param learning whether only a chip that learns has it
     * @param slots slots that it issues
     * @param cycles cycles from its fetch to its end, stalls included
     * @param waiting of these, cycles spent waiting for the bus or for arrivals
     * @param reads words read from banks
     * @param writes words written to banks
     * @param multiplies products of real words
     */
    public record Row(
            Phase phase,
            String text,
            boolean learning,
            long slots,
            long cycles,
            long waiting,
            long reads,
            long writes,
            long multiplies) {}

    /** The listing of a core in a step. */
    public static Listing of(StepOutcome step, int core) {
        CoreOutcome outcome = step.cores().get(core);
        return new Listing(
                outcome.name(), outcome.operations().stream().map(Listing::row).toList());
    }

    private static Row row(OperationOutcome operation) {
        return new Row(
                operation.issued().phase(),
                operation.issued().operation().text(),
                operation.issued().operation().learning(),
                operation.slots(),
                operation.cycles(),
                operation.stalls().get(Stall.BUS) + operation.stalls().get(Stall.ARRIVAL),
                operation.reads(),
                operation.writes(),
                operation.multiplies());
    }
}
