package columna.reference.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A real recurrent cell whose next state is a function, unit by unit, of weighted sums and of the unit's own previous state. The cell gives
 * the function and its derivatives; the learning rules are the same for all such cells:
 *
 * <pre>
 *   dh_t/dh_{t-1} = diag(leak_t) + sum_a diag(partial_a,t) U_a
 *   BPTT       delta_t = dL_t/dh_t + (dh_{t+1}/dh_t)^T delta_{t+1};   G = sum_t (delta_t partial_t) source_t^T
 *   TRUNCATED  delta_t = dL_t/dh_t;                                   the same G
 *   SPATIAL    as TRUNCATED, and nothing for the parameters of recurrent sums
 *   SNAP1      delta_t = dL_t/dh_t;                                   G = sum_t diag(delta_t) e_t, see DiagonalTraces
 * </pre>
 */
abstract sealed class RealCell implements Block permits LinearRnn, Gru {

    final int units;
    final Wire input;
    final Wire output;
    /** [T][N]: h. */
    final double[][] hidden;
    /** [T][N]: h_{t-1}, the same rows one time step later. */
    final double[][] previous;
    /** [T][N]: dL/dh. */
    final double[][] delta;
    /** [T][N]: the same rows one time step later; no row at t = 0. */
    private final double[][] previousDelta;
    /** [T][N]: dh_i(t)/dh_i(t-1) that passes through no weighted sum. */
    final double[][] leak;

    private final LearningRule rule;
    private final List<Preactivation> sums = new ArrayList<>();
    private final List<DiagonalTraces> traces = new ArrayList<>();
    private final double[] diagonal;
    private int steps;

    RealCell(int units, LearningRule rule, Wire input, Wire output) {
        this.units = units;
        this.rule = rule;
        this.input = input;
        this.output = output;
        int capacity = input.value().length;
        hidden = new double[capacity][units];
        previous = new double[capacity][];
        previous[0] = new double[units];
        System.arraycopy(hidden, 0, previous, 1, capacity - 1);
        delta = new double[capacity][units];
        previousDelta = new double[capacity][];
        System.arraycopy(delta, 0, previousDelta, 1, capacity - 1);
        leak = new double[capacity][units];
        diagonal = new double[units];
    }

    /** Declares a weighted sum; called while the cell is built. */
    final Preactivation add(Preactivation sum) {
        sums.add(sum);
        if (rule == LearningRule.SNAP1) {
            traces.addAll(sum.traces());
        }
        return sum;
    }

    /** The traces of all parameters, in the order of the sums and of their terms; none for rules without traces. */
    final List<DiagonalTraces> traces() {
        return traces;
    }

    /** The next state, the leak and the partials of every sum, from the sums. */
    abstract void state(int t);

    /** y from h. */
    abstract void readOut(int from, int to);

    /** Adds dL_t/dh_t from dL/dy_t. */
    abstract void addInstantaneousError(int from, int to);

    /** The gradient of what leads from h to y. */
    abstract void accumulateReadOut(int from, int to);

    @Override
    public final void begin(int steps) {
        this.steps = steps;
        traces.forEach(DiagonalTraces::begin);
    }

    @Override
    public final void forward(int from, int to) {
        for (Preactivation sum : sums) {
            sum.forwardInput(from, to);
        }
        for (int t = from; t < to; t++) {
            for (Preactivation sum : sums) {
                sum.addRecurrent(t);
            }
            state(t);
        }
        readOut(from, to);
    }

    @Override
    public final void backward(int from, int to) {
        addInstantaneousError(from, to);
        for (int t = to - 1; t >= from; t--) {
            if (rule == LearningRule.BPTT && t + 1 < steps) {
                addThroughTime(t);
            }
            for (Preactivation sum : sums) {
                sum.assignError(delta[t], t);
            }
        }
        for (Preactivation sum : sums) {
            sum.addErrorOfInput(input.error(), from, to);
        }
    }

    @Override
    public final void clearErrors(int from, int to) {
        for (int t = from; t < to; t++) {
            Arrays.fill(delta[t], 0);
        }
        sums.forEach(sum -> sum.clearErrors(from, to));
    }

    @Override
    public final int earliestError(int first) {
        return rule == LearningRule.BPTT ? 0 : first;
    }

    @Override
    public final void trace(int from, int to) {
        if (rule == LearningRule.SNAP1) {
            advanceTraces(from, to);
        }
    }

    private void addThroughTime(int t) {
        Rows.addProduct(delta[t], leak[t + 1], delta[t + 1]);
        for (Preactivation sum : sums) {
            sum.addErrorThroughTime(t + 1, previousDelta);
        }
    }

    private void advanceTraces(int from, int to) {
        for (int t = from; t < to; t++) {
            System.arraycopy(leak[t], 0, diagonal, 0, units);
            for (Preactivation sum : sums) {
                sum.addDiagonal(t, diagonal);
            }
            for (DiagonalTraces trace : traces) {
                for (int n = 0; n < units; n++) {
                    trace.advance(n, t, diagonal[n], delta[t][n]);
                }
            }
        }
    }

    @Override
    public final void accumulate(int from, int to) {
        accumulateReadOut(from, to);
        if (rule != LearningRule.SNAP1) {
            for (Preactivation sum : sums) {
                sum.accumulate(from, to, rule == LearningRule.SPATIAL);
            }
        }
    }
}
