package columna.experiments.rtl;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.rtl.Stimulus.TimeStep;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Writing;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One core of an experiment's chip by itself, at level 0 of a chip of its own: its host sends it what it received in the whole chip while
 * that learned its first sequences.
 *
 * @param chip the core alone
 * @param stimulus from where it starts and what it gets
 */
public record CoreStimulus(Chip chip, Stimulus stimulus) {

    /** Cuts a core out. */
    public static CoreStimulus of(ExperimentSpec spec, ChipDesign design, int core, int sequences) {
        Chip whole = design.chip();
        Core cut = whole.cores().get(core);
        Chip alone = Chip.of(
                List.of(new Core(cut.name(), 0, cut.program(), cut.hardware())), whole.pipeline(), whole.bus(), whole.random());
        FunctionalChip chip = ExperimentStimulus.prepared(spec, design);
        List<TimeStep> steps = new ArrayList<>();
        List<StepKind> kinds = new ArrayList<>();
        List<Cells> written = new ArrayList<>();
        Map<String, int[]> received = new LinkedHashMap<>();
        chip.listen(new FunctionalChip.HostListener() {
            @Override
            public void sends(String channel, int[] words) {}

            @Override
            public void steps(StepKind kind) {
                kinds.add(kind);
            }
        });
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {
            steps.add(new TimeStep(kind, new LinkedHashMap<>(received)));
            received.clear();
            written.clear();
        });
        // The n-th write of the core is its n-th micro-operation that writes.
        FunctionalChip.Probe probe = (at, phase, cells) -> {
            if (at == core) {
                Writing operation = writing(cut, kinds.getLast()).get(written.size());
                written.add(cells);
                if (operation instanceof Receive receive) {
                    received.put(receive.channel(), words(cells));
                }
            }
        };
        new TaskData(spec).training().limit(sequences).forEach(sequence -> learner.learn(sequence, timeStep -> probe));
        return new CoreStimulus(alone, new Stimulus(() -> copy(ExperimentStimulus.prepared(spec, design), core, alone), steps));
    }

    private static List<Writing> writing(Core core, StepKind kind) {
        List<Writing> writing = new ArrayList<>();
        for (StepKind.Issued issued : kind.operations(core.program())) {
            if (issued.operation() instanceof Writing operation) {
                writing.add(operation);
            }
        }
        return writing;
    }

    private static int[] words(Cells cells) {
        Memory memory = cells.memory();
        if (memory.complex()) {
            throw new IllegalArgumentException("a core that receives complex words cannot be cut out of its chip; "
                    + memory.name() + " is complex");
        }
        int[] words = new int[Math.toIntExact(memory.elements())];
        for (int row = 0; row < memory.rows(); row++) {
            System.arraycopy(cells.rows(false)[row], 0, words, row * memory.columns(), memory.columns());
        }
        return words;
    }

    private static FunctionalChip copy(FunctionalChip whole, int core, Chip alone) {
        FunctionalChip chip = new FunctionalChip(alone, RowKernels.fastest());
        for (Memory memory : alone.cores().getFirst().program().memories()) {
            Cells from = whole.cells(core, memory.name());
            chip.cells(0, memory.name()).load(from.rows(false), memory.complex() ? from.rows(true) : new int[0][]);
        }
        chip.prepare();
        return chip;
    }
}
