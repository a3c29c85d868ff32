package columna.sim.timing;

/**
 * Sees what happens in every cycle of a step; it can change nothing. Cores are indices of the chip, operations are indices
 * in {@link columna.sim.program.StepKind#operations}, cycles count from 0 at the start of the step.
 */
public interface CycleObserver {

    /** Sees nothing. */
    CycleObserver NONE = new CycleObserver() {};

    /** A micro-operation is fetched and decoded. */
    default void fetched(long cycle, int core, int operation) {}

    /** A read of a bank gets a port. */
    default void read(long cycle, int core, int operation, String memory, int word) {}

    /** A slot issues; for a send, a beat leaves for the port's queue; for a receive, a beat is drained. */
    default void issued(long cycle, int core, int operation, int slot) {}

    /** A word is written; it is committed at the end of the cycle. */
    default void written(long cycle, int core, int operation, String memory, int word) {}

    /** A micro-operation issues nothing in this cycle. */
    default void stalled(long cycle, int core, int operation, Stall reason) {}

    /** The bus accepts a beat; the core is {@link columna.sim.chip.Channel#HOST} if the host sends it. */
    default void granted(long cycle, int core, String channel, int beat) {}
}
