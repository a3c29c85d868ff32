package columna.experiments.rtl;

import columna.sim.chip.Chip;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.Writing;
import columna.sim.program.StepKind;
import columna.sim.timing.CycleObserver;
import columna.sim.timing.StepOutcome;
import columna.sim.timing.TimingEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * What the timing engine says of a kind of step.
 *
 * @param writes of each core, in order of their cycles
 * @param operations micro-operations of each core in order of issue
 * @param cycles of the step
 */
record ExpectedWrites(List<List<Write>> writes, List<List<MicroOperation>> operations, long cycles) {

    /** A word written by a micro-operation (its number in the order of issue). */
    record Write(long cycle, int operation, int bank, int word) {}

    static ExpectedWrites of(Chip chip, TimingEngine engine, StepKind kind) {
        List<List<Write>> writes = new ArrayList<>();
        List<List<MicroOperation>> operations = new ArrayList<>();
        chip.cores().forEach(core -> {
            writes.add(new ArrayList<>());
            operations.add(kind.operations(core.program()).stream().map(StepKind.Issued::operation).toList());
        });
        StepOutcome outcome = engine.step(kind, new CycleObserver() {
            @Override
            public void written(long cycle, int core, int operation, String memory, int word) {
                var program = chip.cores().get(core).program();
                writes.get(core).add(new Write(cycle, operation, program.memories().indexOf(program.memory(memory)), word));
            }
        });
        return new ExpectedWrites(writes, operations, outcome.cycles());
    }

    /** The numbers of a core's micro-operations that write. */
    List<Integer> writing(int core) {
        List<Integer> writing = new ArrayList<>();
        for (int i = 0; i < operations.get(core).size(); i++) {
            if (operations.get(core).get(i) instanceof Writing) {
                writing.add(i);
            }
        }
        return writing;
    }
}
