package columna.reference.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One weighted sum inside a real recurrent cell, {@code a_t = W z_t + U h_{t-1} + b}, any of the three left out. Unit i's sum acts on unit i's
 * next state alone, so the cell only has to say how strongly: {@code partial_t = dh_t/da_t}. From that follow the error of the sum, its
 * contribution to the Jacobian {@code dh_t/dh_{t-1} = diag(leak_t) + sum_a diag(partial_t) U}, and every gradient.
 */
final class Preactivation {

    /** [T][N]: a. */
    final double[][] value;
    /** [T][N]: dh/da at the same time step, the previous state constant. */
    final double[][] partial;
    /** [T][N]: what the traces take for the partial: the same array, but for a quirk. */
    final double[][] tracePartial;
    /** [T][N]: dL/da = delta partial. */
    final double[][] error;

    private final List<Term> terms;
    private final double[][] bias;
    private final double[][] biasGradient;
    private final boolean recurrent;

    /**
     * One product of the sum.
     *
     * @param matrix the weights
     * @param source what they multiply, [T][columns]
     * @param recurrent whether that is the previous state
     * @param diagonal the weights whose diagonal decays the traces: the matrix's own, but for a quirk
     * @param late whether the traces of the weights are credited before they move on, a quirk
     */
    record Term(Matrix matrix, double[][] source, boolean recurrent, double[][] diagonal, boolean late) {

        static Term recurrent(Matrix matrix, double[][] previous) {
            return new Term(matrix, previous, true, matrix.weights(), false);
        }

        static Term input(Matrix matrix, double[][] input) {
            return new Term(matrix, input, false, matrix.weights(), false);
        }

        Term decayingBy(Matrix other) {
            return new Term(matrix, source, recurrent, other.weights(), late);
        }

        Term lateIf(boolean quirk) {
            return new Term(matrix, source, recurrent, diagonal, quirk);
        }
    }

    /** A sum of these terms; {@code bias} names a vector, or is empty; with the quirk the traces have partials of their own. */
    Preactivation(List<Term> terms, String bias, Weights weights, int units, boolean quirk) {
        this.terms = terms;
        this.bias = bias.isEmpty() ? new double[0][] : new double[][] {weights.vector(bias)};
        this.biasGradient = bias.isEmpty() ? new double[0][] : new double[][] {weights.gradient(bias)};
        recurrent = terms.stream().allMatch(Term::recurrent);
        int capacity = terms.getFirst().source().length;
        value = new double[capacity][units];
        partial = new double[capacity][units];
        tracePartial = quirk ? new double[capacity][units] : partial;
        error = new double[capacity][units];
    }

    /** b + W z for a range of time steps: all that does not wait for the previous state. */
    void forwardInput(int from, int to) {
        for (int t = from; t < to; t++) {
            Arrays.fill(value[t], 0);
            for (double[] b : bias) {
                Rows.add(value[t], b);
            }
        }
        for (Term w : terms) {
            if (!w.recurrent()) {
                w.matrix().addProducts(w.source(), value, from, to);
            }
        }
    }

    /** + U h_{t-1}. */
    void addRecurrent(int t) {
        for (Term w : terms) {
            if (w.recurrent()) {
                w.matrix().addProducts(w.source(), value, t, t + 1);
            }
        }
    }

    void clearErrors(int from, int to) {
        for (int t = from; t < to; t++) {
            Arrays.fill(error[t], 0);
        }
    }

    /** The error of the sum from the error of the state. */
    void assignError(double[] delta, int t) {
        for (int n = 0; n < delta.length; n++) {
            error[t][n] = delta[n] * partial[t][n];
        }
    }

    /** Adds {@code U^T error_t} to dL/dh_{t-1}, row t of {@code previousDelta}. */
    void addErrorThroughTime(int t, double[][] previousDelta) {
        for (Term w : terms) {
            if (w.recurrent()) {
                w.matrix().addTransposedProducts(error, previousDelta, t, t + 1);
            }
        }
    }

    /** Adds {@code W^T error_t} to dL/dz_t. */
    void addErrorOfInput(double[][] inputError, int from, int to) {
        for (Term w : terms) {
            if (!w.recurrent()) {
                w.matrix().addTransposedProducts(error, inputError, from, to);
            }
        }
    }

    /** Adds this sum's part of dh_i(t)/dh_i(t-1), the diagonal of the Jacobian. */
    void addDiagonal(int t, double[] diagonal) {
        for (Term w : terms) {
            for (int n = 0; n < diagonal.length && w.recurrent(); n++) {
                diagonal[n] += tracePartial[t][n] * w.diagonal()[n][n];
            }
        }
    }

    /** The gradient of one time step's use of each parameter: {@code error_t source_t^T}; nothing for recurrent sums when spatial. */
    void accumulate(int from, int to, boolean spatial) {
        for (Term w : terms) {
            if (!(spatial && w.recurrent())) {
                w.matrix().accumulate(error, w.source(), from, to);
            }
        }
        for (double[] gradient : biasGradient) {
            for (int t = from; t < to && !(spatial && recurrent); t++) {
                Rows.add(gradient, error[t]);
            }
        }
    }

    /** Traces of all parameters of this sum under SnAp-1. */
    List<DiagonalTraces> traces() {
        List<DiagonalTraces> traces = new ArrayList<>();
        for (Term w : terms) {
            traces.add(new DiagonalTraces.OfMatrix(w.matrix().gradient(), w.source(), tracePartial, w.late()));
        }
        for (double[] gradient : biasGradient) {
            traces.add(new DiagonalTraces.OfBias(gradient, tracePartial));
        }
        return traces;
    }
}
