package columna.reference.learning;

import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import java.util.Set;

/**
 * One network under one learning rule: from a sequence to its loss and its gradient. It reads the parameters it was given and never changes
 * them; it holds the activations of one sequence and one gradient, so every thread needs a learner of its own.
 *
 * <p>Whole sequences: {@link #learn(Sequence)}. Time step by time step, with parameters that may change in between (online rules only):
 * {@link #begin}, then {@link #advance} for t = 0, 1, ..., with {@link #refresh} after every change of a parameter.
 */
public final class Learner {

    private final NetworkSpec spec;
    private final Parameters parameters;
    private final Parameters gradient;
    private final LearningRule rule;
    private final Set<Quirk> quirks;
    private final Transposes transposes;
    private final boolean sharesTransposes;
    private LayerStack stack;
    private Pass pass;
    private Sequence sequence;

    /** A learner that reads these parameters. */
    public Learner(NetworkSpec spec, Parameters parameters, LearningRule rule) {
        this(spec, parameters, rule, Set.of());
    }

    /** A learner that reads these parameters and repeats these mistakes. */
    public Learner(NetworkSpec spec, Parameters parameters, LearningRule rule, Set<Quirk> quirks) {
        this(spec, parameters, rule, quirks, new Transposes(parameters), false);
    }

    private Learner(NetworkSpec spec, Parameters parameters, LearningRule rule, Set<Quirk> quirks, Transposes transposes, boolean shares) {
        this.spec = spec;
        this.parameters = parameters;
        this.rule = rule;
        this.quirks = Set.copyOf(quirks);
        this.transposes = transposes;
        sharesTransposes = shares;
        if (rule == LearningRule.ONLINE && spec.cell() != NetworkSpec.Cell.LRU) {
            throw new IllegalArgumentException("learning rule ONLINE for cell " + spec.cell()
                    + "; its exact traces exist for LRU only, allowed are BPTT, SNAP1, TRUNCATED, SPATIAL");
        }
        gradient = parameters.zeros();
        prepare(1);
    }

    /** Another learner of the same, for another thread; it relies on this one's {@link #refresh} before its own. */
    public Learner sibling() {
        return new Learner(spec, parameters, rule, quirks, transposes, true);
    }

    private void prepare(int steps) {
        stack = new LayerStack(spec, rule, quirks, Weights.of(parameters, transposes, gradient, steps), steps);
        pass = new Pass(stack, rule, gradient);
    }

    /** The gradient of the last sequence, or of the last time step after {@link #advance}; overwritten by the next. */
    public Parameters gradient() {
        return gradient;
    }

    /** The rule. */
    public LearningRule rule() {
        return rule;
    }

    /** Recomputes what is derived from the parameters. {@link #learn} and {@link #evaluate} do it themselves. */
    public void refresh() {
        if (!sharesTransposes) {
            transposes.refresh();
        }
        stack.blocks.forEach(Block::refresh);
    }

    /** The loss of a sequence; afterwards {@link #gradient} is its gradient. */
    public Score learn(Sequence next) {
        return learn(next, Observer.NONE);
    }

    /** As {@link #learn(Sequence)}, observed. */
    public Score learn(Sequence next, Observer observer) {
        begin(next);
        clearGradient();
        return add(observer);
    }

    /**
     * The loss of one more sequence of a batch, whose gradient is added to {@link #gradient}; the parameters are those of the last
     * {@link #refresh}.
     */
    public Score learnMore(Sequence next, Dropout dropout) {
        start(next, dropout);
        return add(Observer.NONE);
    }

    private Score add(Observer observer) {
        if (observer == Observer.NONE) {
            pass.forward(sequence);
            pass.backwardAndAccumulate(sequence);
        } else {
            pass.learn(sequence, observer);
        }
        return stack.loss.score();
    }

    /** The loss of a sequence, without a gradient. */
    public Score evaluate(Sequence next) {
        return evaluate(next, Observer.NONE);
    }

    /** As {@link #evaluate(Sequence)}, observed; only forward signals are seen. */
    public Score evaluate(Sequence next, Observer observer) {
        begin(next);
        if (observer == Observer.NONE) {
            pass.forward(next);
        } else {
            pass.forward(next, observer);
        }
        return stack.loss.score();
    }

    /** The loss of one more sequence, without a gradient; the parameters are those of the last {@link #refresh}. */
    public Score evaluateMore(Sequence next) {
        start(next, Dropout.NONE);
        pass.forward(next);
        return stack.loss.score();
    }

    /**
     * The outputs of the last sequence that were right by the time average of the logarithms of their probabilities over the mask, the target
     * being that of the last scored time step; 0 without classes. For sequences with one label (Zucchet et al. 2023, "mean" accuracy).
     */
    public int averagedCorrect() {
        return stack.loss.averagedCorrect();
    }

    /** Starts a sequence: states and traces are zero. */
    public void begin(Sequence next) {
        start(next, Dropout.NONE);
        refresh();
    }

    private void start(Sequence next, Dropout dropout) {
        check(next);
        sequence = next;
        if (stack.capacity() < next.steps()) {
            prepare(next.steps());
            refresh();
        }
        for (int t = 0; t < next.steps(); t++) {
            for (int i = 0; i < spec.inputs(); i++) {
                stack.input.value()[t][i] = Real.from(next.inputs()[t][i]);
            }
        }
        stack.drop(dropout);
        stack.loss.begin(next);
        stack.blocks.forEach(block -> block.begin(next.steps()));
    }

    /**
     * The next time step of the sequence begun: hidden states and traces move on, {@link #gradient} becomes the gradient of this time
     * step's loss alone.
     *
     * @param t the time step; 0 after {@link #begin}, then one more at each call
     * @return L_t
     */
    public double advance(int t) {
        if (!rule.isOnline()) {
            throw new IllegalStateException("learning rule " + rule + " has no gradient at a single time step; allowed are ONLINE, SNAP1, TRUNCATED, SPATIAL");
        }
        clearGradient();
        pass.advance(t);
        return stack.loss.stepLoss[t];
    }

    /** L_t of every time step of the last sequence. */
    public double[] stepLosses() {
        double[] losses = new double[sequence.steps()];
        System.arraycopy(stack.loss.stepLoss, 0, losses, 0, losses.length);
        return losses;
    }

    /** The gradient becomes zero, for {@link #learnMore}. */
    public void clearGradient() {
        gradient.clear();
        stack.blocks.forEach(Block::clearGradient);
    }

    private void check(Sequence next) {
        int inputs = next.inputs()[0].length;
        int outputs = next.targets()[0].length;
        if (inputs != spec.inputs() || outputs != spec.outputs()) {
            throw new IllegalArgumentException("sequence: " + inputs + " inputs and " + outputs + " targets per time step; the network has "
                    + spec.inputs() + " inputs and " + spec.outputs() + " outputs");
        }
    }
}
