package columna.reference.learning;

import columna.reference.network.Parameters;
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
    /** [T][N]: dL/da = delta partial. */
    final double[][] error;

    private final List<Weights> weights;
    private final double[][] bias;
    private final double[][] biasGradient;
    private final boolean recurrent;

    /** A matrix, what it multiplies ([T][columns]), and whether that is the previous state. */
    record Weights(Matrix matrix, double[][] source, boolean recurrent) {}

    /** A sum over these weights; {@code bias} names a vector, or is empty. */
    Preactivation(List<Weights> weights, String bias, Parameters parameters, Parameters gradients, int units) {
        this.weights = weights;
        this.bias = bias.isEmpty() ? new double[0][] : parameters.matrix(bias);
        this.biasGradient = bias.isEmpty() ? new double[0][] : gradients.matrix(bias);
        recurrent = weights.stream().allMatch(Weights::recurrent);
        int capacity = weights.getFirst().source().length;
        value = new double[capacity][units];
        partial = new double[capacity][units];
        error = new double[capacity][units];
    }

    void refresh() {
        weights.forEach(w -> w.matrix().refresh());
    }

    /** b + W z for a range of time steps: all that does not wait for the previous state. */
    void forwardInput(int from, int to) {
        for (int t = from; t < to; t++) {
            Arrays.fill(value[t], 0);
            for (double[] b : bias) {
                Rows.add(value[t], 1, b);
            }
        }
        for (Weights w : weights) {
            if (!w.recurrent()) {
                w.matrix().addProducts(w.source(), value, from, to);
            }
        }
    }

    /** + U h_{t-1}. */
    void addRecurrent(int t) {
        for (Weights w : weights) {
            if (w.recurrent()) {
                w.matrix().addProducts(w.source(), value, t, t + 1);
            }
        }
    }

    /** The error of the sum from the error of the state. */
    void assignError(double[] delta, int t) {
        for (int n = 0; n < delta.length; n++) {
            error[t][n] = delta[n] * partial[t][n];
        }
    }

    /** Adds {@code U^T error_t} to dL/dh_{t-1}. */
    void addErrorThroughTime(int t, double[] previousDelta) {
        for (Weights w : weights) {
            if (w.recurrent()) {
                w.matrix().addTransposedProduct(error[t], previousDelta);
            }
        }
    }

    /** Adds {@code W^T error_t} to dL/dz_t. */
    void addErrorOfInput(double[][] inputError, int from, int to) {
        for (Weights w : weights) {
            if (!w.recurrent()) {
                w.matrix().addTransposedProducts(error, inputError, from, to);
            }
        }
    }

    /** Adds this sum's part of dh_i(t)/dh_i(t-1), the diagonal of the Jacobian. */
    void addDiagonal(int t, double[] diagonal) {
        for (Weights w : weights) {
            for (int n = 0; n < diagonal.length && w.recurrent(); n++) {
                diagonal[n] += partial[t][n] * w.matrix().weight(n, n);
            }
        }
    }

    /** The gradient of one time step's use of each parameter: {@code error_t source_t^T}; nothing for recurrent sums when spatial. */
    void accumulate(int from, int to, boolean spatial) {
        for (Weights w : weights) {
            if (!(spatial && w.recurrent())) {
                w.matrix().accumulate(error, w.source(), from, to);
            }
        }
        for (double[] gradient : biasGradient) {
            for (int t = from; t < to && !(spatial && recurrent); t++) {
                Rows.add(gradient, 1, error[t]);
            }
        }
    }

    /** Traces of all parameters of this sum under SnAp-1. */
    List<DiagonalTraces> traces() {
        List<DiagonalTraces> traces = new ArrayList<>();
        for (Weights w : weights) {
            traces.add(new DiagonalTraces.OfMatrix(w.matrix().gradient(), w.source(), partial));
        }
        for (double[] gradient : biasGradient) {
            traces.add(new DiagonalTraces.OfBias(gradient, partial));
        }
        return traces;
    }
}
