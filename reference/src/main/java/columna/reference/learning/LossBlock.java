package columna.reference.learning;

import columna.reference.network.NetworkSpec;
import columna.reference.task.Sequence;
import java.util.Arrays;

/**
 * The last block: the loss L_t of each time step, the error dL_t/doutput, and how many outputs were right.
 *
 * <p>The error is exactly zero where the mask is zero.
 */
abstract sealed class LossBlock implements Block permits SquaredError, CrossEntropy {

    final Wire output;
    final double[] stepLoss;
    final int[] stepCorrect;
    Sequence sequence;

    LossBlock(Wire output) {
        this.output = output;
        stepLoss = new double[output.value().length];
        stepCorrect = new int[output.value().length];
    }

    static LossBlock of(NetworkSpec spec, Wire output) {
        return switch (spec.loss()) {
            case SQUARED_ERROR_SUM -> new SquaredError(output);
            case CROSS_ENTROPY_MASK_MEAN -> new CrossEntropy(spec.outputs(), spec.classes(), output);
        };
    }

    /** What is to be learned next. */
    void begin(Sequence next) {
        sequence = next;
        Arrays.fill(stepLoss, 0);
    }

    /** The first time step whose mask is not zero; the number of time steps if there is none. */
    final int firstScored() {
        int t = 0;
        while (t < sequence.steps() && sequence.mask()[t] == 0) {
            t++;
        }
        return t;
    }

    /** One more than the last time step whose mask is not zero. */
    final int lastScored() {
        int t = sequence.steps();
        while (t > 0 && sequence.mask()[t - 1] == 0) {
            t--;
        }
        return t;
    }

    /** The outputs that are right by their time-averaged log-probabilities. */
    abstract int averagedCorrect();

    /** The loss summed over time and the outputs right where the mask is not zero. */
    final Score score() {
        double loss = 0;
        long correct = 0;
        long scored = 0;
        for (int t = 0; t < sequence.steps(); t++) {
            loss += stepLoss[t];
            if (sequence.mask()[t] != 0) {
                correct += stepCorrect[t];
                scored += sequence.targets()[t].length;
            }
        }
        return new Score(loss, correct, scored);
    }
}
