package columna.experiments.trace;

import columna.sim.chip.Chip;
import columna.sim.program.StepKind;
import columna.sim.timing.CycleObserver;
import columna.sim.timing.OperationOutcome;
import columna.sim.timing.Stall;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the timing engine shows of one kind of time step. Cycles count from the start of the step.
 *
 * @param kind the kind
 * @param cycles of the step, barrier included
 * @param operations of each core, in order
 * @param stalls of all cores
 * @param reads words read
 * @param writes words written
 * @param grants beats accepted by the bus
 */
record TracedStep(
        StepKind kind, long cycles, List<List<OperationOutcome>> operations, List<Stalled> stalls, List<Access> reads, List<Access> writes,
        List<Grant> grants) {

    /** A cycle in which a core issued nothing. */
    record Stalled(long cycle, int core, Stall reason) {}

    /** A word of a bank. */
    record Access(long cycle, int core, String memory, int word) {}

    /** A beat. */
    record Grant(long cycle, String channel, int beat) {}

    static TracedStep of(Chip chip, TimingEngine engine, StepKind kind) {
        List<Stalled> stalls = new ArrayList<>();
        List<Access> reads = new ArrayList<>();
        List<Access> writes = new ArrayList<>();
        List<Grant> grants = new ArrayList<>();
        StepOutcome outcome = engine.step(kind, new CycleObserver() {
            @Override
            public void stalled(long cycle, int core, int operation, Stall reason) {
                stalls.add(new Stalled(cycle, core, reason));
            }

            @Override
            public void read(long cycle, int core, int operation, String memory, int word) {
                reads.add(new Access(cycle, core, memory, word));
            }

            @Override
            public void written(long cycle, int core, int operation, String memory, int word) {
                writes.add(new Access(cycle, core, memory, word));
            }

            @Override
            public void granted(long cycle, int core, String channel, int beat) {
                grants.add(new Grant(cycle, channel, beat));
            }
        });
        return new TracedStep(kind, outcome.cycles(), outcome.cores().stream().map(core -> core.operations()).toList(), stalls, reads, writes, grants);
    }
}
