package columna.experiments.trace;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.task.Sequence;
import columna.sim.chip.Chip;
import columna.sim.function.FunctionalChip;
import columna.sim.program.StepKind;
import columna.sim.timing.TimingEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The time steps of a run's learning that touch a window of cycles. Steps follow each other without a gap; between them lies the barrier
 * cycle that each has.
 *
 * @param chip the chip
 * @param steps in order
 */
record TracedRun(Chip chip, List<Placed> steps) {

    /**
     * A step on the run's axis of cycles.
     *
     * @param number of the time step in the run, from 0
     * @param start the cycle in which it starts
     * @param step what happens in it
     */
    record Placed(long number, long start, TracedStep step) {

        long end() {
            return start + step.cycles();
        }
    }

    /** Learns until the window's end or the last sequence. */
    static TracedRun of(ExperimentSpec spec, ChipDesign design, TraceRequest request) {
        TimingEngine engine = new TimingEngine(design.chip(), false);
        Map<StepKind, TracedStep> traced = new HashMap<>();
        List<Placed> steps = new ArrayList<>();
        long[] at = new long[2];
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        new ChipParameters(design.layout(), chip, spec.network().normEpsilon()).load(ReferenceNetwork.initial(spec));
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {
            TracedStep step = traced.computeIfAbsent(kind, each -> TracedStep.of(design.chip(), engine, each));
            Placed placed = new Placed(at[0]++, at[1], step);
            if (placed.end() > request.from() && placed.start() < request.to()) {
                steps.add(placed);
            }
            at[1] = placed.end();
        });
        Iterator<Sequence> sequences = new TaskData(spec).training().limit(spec.learning().sequences()).iterator();
        while (at[1] < request.to() && sequences.hasNext()) {
            learner.learn(sequences.next());
        }
        return new TracedRun(design.chip(), List.copyOf(steps));
    }
}
