package columna.experiments.chip;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.TaskSpec;
import columna.reference.learning.LearningRule;
import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;
import java.util.Arrays;
import java.util.List;

/** The float network of an experiment: the one that the chip holds in fixed point. */
public final class ReferenceNetwork {

    /** exp(-800) is below the least positive double (and float): a phase of exactly 0 whose logarithm is a number. */
    private static final double LOG_OF_NO_PHASE = -800;

    private ReferenceNetwork() {}

    /** Its shape: the paper's block (SEEDS A.1) with the experiment's sizes. */
    public static NetworkSpec of(ExperimentSpec spec) {
        TaskSpec task = spec.task();
        return NetworkSpec.paper(
                        spec.network().cell() == columna.experiments.spec.NetworkSpec.Cell.DENSE ? NetworkSpec.Cell.RNN : NetworkSpec.Cell.LRU,
                        spec.network().layers(), spec.network().units(), spec.network().width(), task.inputs(), task.outputs())
                .withOutputs(task.outputs(), task.classes())
                .with(task.labelled() ? new NetworkSpec.Head.RunningMean() : new NetworkSpec.Head.Direct())
                .withEpsilon(spec.network().normEpsilon());
    }

    /** The rule by which it learns: the chip's, in double. */
    public static LearningRule rule(ExperimentSpec spec) {
        return switch (spec.learning().rule()) {
            // SnAp-1 is the online rule of both; only for diagonal dynamics it is exact within a layer.
            case ONLINE -> spec.network().cell() == columna.experiments.spec.NetworkSpec.Cell.DENSE ? LearningRule.SNAP1 : LearningRule.ONLINE;
            case SPATIAL -> LearningRule.SPATIAL;
            case TRUNCATED -> LearningRule.TRUNCATED;
        };
    }

    /** The parameters that chip and reference begin with. */
    public static Parameters initial(ExperimentSpec spec) {
        Parameters drawn = new Initialisation(
                        spec.network().minimumRadius(), spec.network().maximumRadius(), spec.network().maximumPhase())
                .draw(of(spec), spec.seed());
        if (spec.network().cell() == columna.experiments.spec.NetworkSpec.Cell.REAL) {
            makeReal(drawn, spec.network().layers());
        }
        return drawn;
    }

    /**
     * Puts a network of complex units where all of its numbers are real: phases of 0 and no imaginary parts. Their gradients are 0 there, so
     * learning never leaves it, and the complex learner is that of the real network. The real part of B takes over the variance of both.
     */
    private static void makeReal(Parameters parameters, int layers) {
        for (int layer = 0; layer < layers; layer++) {
            String prefix = "layers." + layer + ".";
            Arrays.fill(parameters.vector(prefix + "theta_log"), LOG_OF_NO_PHASE);
            for (double[] row : parameters.matrix(prefix + "B_re")) {
                for (int k = 0; k < row.length; k++) {
                    row[k] *= StrictMath.sqrt(2);
                }
            }
            for (String part : List.of("B_im", "C_im")) {
                for (double[] row : parameters.matrix(prefix + part)) {
                    Arrays.fill(row, 0);
                }
            }
        }
    }
}
