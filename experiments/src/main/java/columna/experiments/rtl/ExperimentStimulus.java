package columna.experiments.rtl;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.function.FunctionalChip;

/** An experiment's chip learning its first training sequences, from its initial parameters. */
public final class ExperimentStimulus {

    private ExperimentStimulus() {}

    /** What the host of the experiment does in so many sequences. */
    public static Stimulus of(ExperimentSpec spec, ChipDesign design, int sequences) {
        FunctionalChip chip = prepared(spec, design);
        StimulusRecorder recorder = new StimulusRecorder();
        chip.listen(recorder);
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {});
        new TaskData(spec).training().limit(sequences).forEach(learner::learn);
        return new Stimulus(() -> prepared(spec, design), recorder.steps());
    }

    /** The chip with its initial parameters. */
    static FunctionalChip prepared(ExperimentSpec spec, ChipDesign design) {
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        new ChipParameters(design.layout(), chip, spec.network().normEpsilon()).load(ReferenceNetwork.initial(spec));
        return chip;
    }
}
