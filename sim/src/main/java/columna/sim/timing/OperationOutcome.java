package columna.sim.timing;

import columna.sim.program.StepKind.Issued;
import java.util.Map;

/**
 * What a micro-operation of a core took in a step.
 *
 * @param issued the micro-operation and its phase
 * @param position its position in the program's list of the phase
 * @param firstCycle the cycle of its fetch
 * @param lastCycle the cycle of its last write, or of its last beat's acceptance
 * @param slots cycles in which a slot issued (for transfers, a beat was read or drained, or a packet that nobody sent was passed over)
 * @param stalls all other cycles from the first to the last by reason; every reason has an entry
 * @param reads words read from banks
 * @param writes words written to banks
 * @param multiplies products of real words
 * @param laneSlots sum over slots of the lanes that worked
 */
public record OperationOutcome(
        Issued issued,
        int position,
        long firstCycle,
        long lastCycle,
        long slots,
        Map<Stall, Long> stalls,
        long reads,
        long writes,
        long multiplies,
        long laneSlots) {

    public OperationOutcome {
        stalls = Map.copyOf(stalls);
    }

    /** Cycles from the first to the last, both included. */
    public long cycles() {
        return lastCycle - firstCycle + 1;
    }
}
