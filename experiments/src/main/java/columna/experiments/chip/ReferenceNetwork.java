package columna.experiments.chip;

import columna.experiments.spec.ExperimentSpec;
import columna.reference.learning.LearningRule;
import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;

/** The float network of an experiment: the one that the chip holds in fixed point. */
public final class ReferenceNetwork {

    private ReferenceNetwork() {}

    /** Its shape: the paper's block (SEEDS A.1) with the experiment's sizes. */
    public static NetworkSpec of(ExperimentSpec spec) {
        int bits = spec.task().bitsPerStep();
        NetworkSpec paper = NetworkSpec.paper(
                spec.network().layers(), spec.network().units(), spec.network().width(), bits + 1, bits);
        return new NetworkSpec(
                paper.cell(),
                paper.layers(),
                paper.units(),
                paper.width(),
                paper.inputs(),
                paper.outputs(),
                paper.classes(),
                paper.encoder(),
                paper.decoder(),
                paper.norm(),
                paper.activation(),
                paper.skip(),
                paper.feedthrough(),
                paper.loss(),
                spec.network().normEpsilon());
    }

    /** The rule by which it learns: the chip's, in double. */
    public static LearningRule rule(ExperimentSpec spec) {
        return switch (spec.learning().rule()) {
            case ONLINE -> LearningRule.ONLINE;
            case SPATIAL -> LearningRule.SPATIAL;
            case TRUNCATED -> LearningRule.TRUNCATED;
        };
    }

    /** The parameters that chip and reference begin with. */
    public static Parameters initial(ExperimentSpec spec) {
        return new Initialisation(
                        spec.network().minimumRadius(), spec.network().maximumRadius(), spec.network().maximumPhase())
                .draw(of(spec), spec.seed());
    }
}
