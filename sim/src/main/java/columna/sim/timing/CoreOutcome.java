package columna.sim.timing;

import java.util.List;

/**
 * What a core did in a step.
 *
 * @param name the core's name
 * @param lanes its lanes
 * @param operations one entry for each of {@link columna.sim.program.StepKind#operations}, in order
 * @param banks one entry for each memory, in order of declaration
 */
public record CoreOutcome(String name, int lanes, List<OperationOutcome> operations, List<Bank> banks) {

    public CoreOutcome {
        operations = List.copyOf(operations);
        banks = List.copyOf(banks);
    }

    /**
     * Accesses of a bank.
     *
     * @param memory the memory that it holds
     * @param reads words read
     * @param writes words written
     */
    public record Bank(String memory, long reads, long writes) {

        /** Accesses per cycle. */
        public double utilisation(long cycles) {
            return (double) (reads + writes) / cycles;
        }
    }

    /** Cycles in which it was not idle: all up to its last micro-operation's end. */
    public long busyCycles() {
        return operations.isEmpty() ? 0 : operations.getLast().lastCycle() + 1;
    }

    /** Share of lanes and cycles in which a lane worked. */
    public double laneUtilisation(long cycles) {
        return (double) operations.stream().mapToLong(OperationOutcome::laneSlots).sum() / ((double) lanes * cycles);
    }
}
