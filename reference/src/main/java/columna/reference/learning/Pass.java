package columna.reference.learning;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import java.util.List;

/** The ways through the blocks of a network: all time steps at once, or one after the other under an observer's eyes. */
final class Pass {

    private final LayerStack stack;
    private final LearningRule rule;
    private final Parameters gradient;

    Pass(LayerStack stack, LearningRule rule, Parameters gradient) {
        this.stack = stack;
        this.rule = rule;
        this.gradient = gradient;
    }

    /** Forward over a sequence; what follows the last recurrence only where it is scored. */
    void forward(Sequence sequence) {
        int first = stack.loss.firstScored();
        int last = stack.loss.lastScored();
        List<Block> blocks = stack.blocks;
        for (int i = 0; i < blocks.size(); i++) {
            if (i < stack.instantaneous()) {
                blocks.get(i).forward(0, sequence.steps());
            } else {
                blocks.get(i).forward(first, last);
            }
        }
    }

    /** After {@link #forward(Sequence)}: backward, each block only where its errors may differ from zero; adds to the gradient. */
    void backwardAndAccumulate(Sequence sequence) {
        int first = stack.loss.firstScored();
        int last = stack.loss.lastScored();
        clearErrors(rule.isOnline() ? first : 0, 0, sequence.steps());
        for (Block block : stack.blocks.reversed()) {
            first = Math.min(first, block.earliestError(first));
            block.backward(first, last);
            block.trace(0, sequence.steps());
            block.accumulate(first, last);
        }
    }

    /** Forward, time step by time step. */
    void forward(Sequence sequence, Observer observer) {
        for (int t = 0; t < sequence.steps(); t++) {
            forward(t, observer);
        }
    }

    /** Forward, backward and gradient of a whole sequence, in the order that {@link Observer} promises. */
    void learn(Sequence sequence, Observer observer) {
        if (rule.isOnline()) {
            for (int t = 0; t < sequence.steps(); t++) {
                forward(t, observer);
                backward(t, observer);
            }
        } else {
            forward(sequence, observer);
            for (int t = sequence.steps() - 1; t >= 0; t--) {
                backward(t, observer);
            }
        }
        accumulate(0, sequence.steps());
        reportGradients(observer);
    }

    /** One time step of an online rule; adds its gradient. */
    void advance(int t) {
        forward(t, Observer.NONE);
        backward(t, Observer.NONE);
        accumulate(t, t + 1);
    }

    private void forward(int t, Observer observer) {
        for (Block block : stack.blocks) {
            block.forward(t, t + 1);
        }
        report(stack.forwardTaps, t, observer);
    }

    private void backward(int t, Observer observer) {
        clearErrors(t, t, t + 1);
        for (Block block : stack.blocks.reversed()) {
            block.backward(t, t + 1);
        }
        for (Block block : stack.blocks) {
            block.trace(t, t + 1);
        }
        report(stack.backwardTaps, t, observer);
    }

    /** Errors on wires are zero from {@code fromOnWires} on, those inside blocks from {@code from} on, where traces look for them. */
    private void clearErrors(int fromOnWires, int from, int to) {
        for (Wire wire : stack.wires) {
            wire.clearError(fromOnWires, to);
        }
        stack.blocks.forEach(block -> block.clearErrors(from, to));
    }

    private void accumulate(int from, int to) {
        for (Block block : stack.blocks) {
            block.accumulate(from, to);
        }
    }

    private static void report(List<Tap> taps, int step, Observer observer) {
        if (observer != Observer.NONE) {
            taps.forEach(tap -> tap.report(observer, step));
        }
    }

    private void reportGradients(Observer observer) {
        for (ParameterShape shape : gradient.shapes()) {
            observer.gradient(shape.name(), gradient.matrix(shape.name()));
        }
        for (int layer = 0; layer < stack.cells.size(); layer++) {
            LruCredit credit = stack.cells.get(layer).credit();
            observer.gradient("layers." + layer + ".lambda_re", new double[][] {credit.lambdaGradientRe});
            observer.gradient("layers." + layer + ".lambda_im", new double[][] {minus(credit.lambdaGradientIm)});
            observer.gradient("layers." + layer + ".gamma", new double[][] {credit.gammaGradient});
        }
    }

    private static double[] minus(double[] values) {
        double[] negated = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negated[i] = -values[i];
        }
        return negated;
    }
}
