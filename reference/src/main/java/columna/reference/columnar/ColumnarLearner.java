package columna.reference.columnar;

import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import java.util.List;

/**
 * A columnar network and its gradients: columns, a linear read-out, possibly learning by LMS while the sequence runs, and
 * {@code L = sum_t 1/2 (target(t) - y(t))^2}. It reads the parameters it was given and never changes them; it holds one sequence, so every
 * thread needs a learner of its own.
 *
 * <p>Back-propagation through time is exact, through the states and through the read-out's weights. Master-User (Javed et al. 2021, eqs. 7
 * and 16 to 20) adds at every time step, with the traces {@code TH_i ~ dh_i/dtheta_i} of the columns and {@code TW_i ~ dw_i/dtheta_i},
 *
 * <pre>
 *   G_i  += -delta (w_i TH_i + h_i TW_i)
 *   TW_i &lt;- TW_i + alpha_i delta TH_i + alpha_i h_i (-w_i TH_i - h_i TW_i),    w_i before its update,  TW_i(0) = 0
 * </pre>
 */
public final class ColumnarLearner {

    private final Columns columns;
    private final Readout readout;
    private final List<Parameters> weightTraces;
    private int steps;

    /** A read-out that learns by LMS; {@code rates} are {@code alpha [n]}, {@code readout} holds {@code w [n]} and perhaps {@code w_bias [1]}. */
    public ColumnarLearner(Columns columns, Parameters readout, double[] rates) {
        if (readout.vector("w").length != columns.count() || rates.length != columns.count()) {
            throw new IllegalArgumentException("columnar learner: " + columns.count() + " columns, " + readout.vector("w").length
                    + " read-out weights and " + rates.length + " LMS rates; all three must be equal");
        }
        this.columns = columns;
        this.readout = new Readout(readout, rates);
        weightTraces = Columns.zeros(columns.parameters());
    }

    /** A read-out with constant weights. */
    public ColumnarLearner(Columns columns, Parameters readout) {
        this(columns, readout, new double[columns.count()]);
    }

    /** Zeros for the read-out of n columns: {@code w [n]} and, with a bias, {@code w_bias [1]}. */
    public static Parameters zeroReadout(int n, boolean bias) {
        return Readout.zeros(n, bias);
    }

    /** The loss of a sequence; one target per time step, every mask entry 1. */
    public double evaluate(Sequence sequence) {
        begin(sequence);
        for (int t = 0; t < steps; t++) {
            forward(sequence, t);
        }
        return loss();
    }

    /** The gradient of the loss of a sequence; one target per time step, every mask entry 1. */
    public ColumnarGradient learn(Sequence sequence, Credit credit) {
        return switch (credit.rule()) {
            case ColumnarRule.ThroughTime _ -> learnThroughTime(sequence, List.of(credit)).getFirst();
            case ColumnarRule.MasterUser() -> masterUser(sequence, credit);
        };
    }

    /** Several gradients of the loss of a sequence through time, from one pass forward. */
    public List<ColumnarGradient> learnThroughTime(Sequence sequence, List<Credit> credits) {
        evaluate(sequence);
        return credits.stream().map(this::throughTime).toList();
    }

    private ColumnarGradient throughTime(Credit credit) {
        if (!(credit.rule() instanceof ColumnarRule.ThroughTime rule)) {
            throw new IllegalArgumentException("columnar learner: " + credit.rule() + " does not carry errors back through time; allowed are "
                    + "Bptt, SlidingBptt and ChunkedBptt");
        }
        ColumnarGradient gradient = new ColumnarGradient(Columns.zeros(columns.parameters()), readout.zeros());
        columns.beginGradient();
        for (Window window : Window.of(rule, steps)) {
            if (!credit.lastLossOnly()) {
                carryBack(window, credit, gradient.readout());
            } else if (window.to() == steps) {
                carryBack(window.lastLoss(), credit, gradient.readout());
            }
        }
        columns.accumulate(gradient.columns());
        return gradient;
    }

    private void carryBack(Window window, Credit credit, Parameters gradientOfReadout) {
        columns.beginWindow();
        readout.beginWindow();
        for (int t = window.to() - 1; t >= window.from(); t--) {
            columns.backward(t, readout.backward(t, t >= window.losses()));
            if (readout.learns() && !credit.metaGradient()) {
                readout.forgetErrorOfWeights();
            }
        }
        readout.accumulate(gradientOfReadout, !readout.learns() || window.from() == 0);
    }

    private ColumnarGradient masterUser(Sequence sequence, Credit credit) {
        begin(sequence);
        ColumnarGradient gradient = new ColumnarGradient(Columns.zeros(columns.parameters()), readout.zeros());
        for (int t = 0; t < steps; t++) {
            Readout.Step step = forward(sequence, t);
            columns.advanceTraces();
            for (int i = 0; i < columns.count(); i++) {
                if (!credit.lastLossOnly() || t == steps - 1) {
                    addTraces(i, -step.delta(), step, gradient.columns().get(i));
                }
                if (credit.metaGradient() && readout.rate(i) != 0) {
                    advanceWeightTrace(i, step);
                }
            }
            if (!credit.lastLossOnly() || t == steps - 1) {
                readout.accumulate(t, gradient.readout());
            }
        }
        return gradient;
    }

    /** {@code to += factor (w_i TH_i + h_i TW_i)}. */
    private void addTraces(int i, double factor, Readout.Step step, Parameters to) {
        to.add(factor * step.weights()[i], columns.traces().get(i));
        if (readout.rate(i) != 0) {
            to.add(factor * step.hidden()[i], weightTraces.get(i));
        }
    }

    private void advanceWeightTrace(int i, Readout.Step step) {
        double rate = readout.rate(i);
        double h = step.hidden()[i];
        Parameters tw = weightTraces.get(i);
        tw.scale(1 - rate * h * h);
        tw.add(rate * (step.delta() - h * step.weights()[i]), columns.traces().get(i));
    }

    private void begin(Sequence sequence) {
        check(sequence);
        steps = sequence.steps();
        columns.begin();
        readout.begin();
        weightTraces.forEach(Parameters::clear);
    }

    private Readout.Step forward(Sequence sequence, int t) {
        return readout.forward(columns.forward(sequence.inputs()[t]), sequence.targets()[t][0]);
    }

    private static void check(Sequence sequence) {
        for (int t = 0; t < sequence.steps(); t++) {
            if (sequence.targets()[t].length != 1 || sequence.mask()[t] != 1) {
                throw new IllegalArgumentException("sequence, time step " + t + ": " + sequence.targets()[t].length + " targets and mask "
                        + sequence.mask()[t] + "; a columnar network has 1 target and mask 1 at every time step");
            }
        }
    }

    private double loss() {
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            sum += loss(t);
        }
        return sum;
    }

    /** L_t of the last sequence. */
    public double loss(int t) {
        return 0.5 * error(t) * error(t);
    }

    /** delta(t) of the last sequence. */
    public double error(int t) {
        return readout.step(t).delta();
    }

    /** y(t) of the last sequence. */
    public double prediction(int t) {
        return readout.step(t).y();
    }

    /** h(t) of the last sequence, [n]. */
    public double[] hidden(int t) {
        return readout.step(t).hidden().clone();
    }

    /** The weights that the prediction of a time step used, [n]; for t = T those after the last update. */
    public double[] weights(int t) {
        return t == steps ? readout.weights() : readout.step(t).weights().clone();
    }

    /** TW of every column, live; 0 unless Master-User counts the meta-gradient. */
    public List<Parameters> weightTraces() {
        return weightTraces;
    }
}
