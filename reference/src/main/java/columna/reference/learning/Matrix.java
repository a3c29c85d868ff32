package columna.reference.learning;

import columna.reference.network.Parameters;

/** One weight matrix {@code W[out][in]} with its transpose and its gradient. */
final class Matrix {

    /** Values in a cache line, so that transposing writes whole lines. */
    private static final int CACHE_LINE = 8;

    private final double[][] weights;
    private final double[][] gradient;
    private final double[][] transposed;
    private double[] column = new double[0];

    Matrix(String name, Parameters parameters, Parameters gradients) {
        weights = parameters.matrix(name);
        gradient = gradients.matrix(name);
        transposed = new double[weights[0].length][weights.length];
    }

    void refresh() {
        for (int first = 0; first < weights.length; first += CACHE_LINE) {
            int last = Math.min(first + CACHE_LINE, weights.length);
            for (int j = 0; j < transposed.length; j++) {
                for (int i = first; i < last; i++) {
                    transposed[j][i] = weights[i][j];
                }
            }
        }
    }

    /** {@code y_t += W x_t}. */
    void addProducts(double[][] x, double[][] y, int from, int to) {
        Rows.addCombinations(y, x, transposed, from, to);
    }

    /** {@code x_t += W^T y_t}. */
    void addTransposedProducts(double[][] y, double[][] x, int from, int to) {
        Rows.addCombinations(x, y, weights, from, to);
    }

    /** {@code x += W^T y} of one time step. */
    void addTransposedProduct(double[] y, double[] x) {
        Rows.addCombination(x, y, weights, 0, weights.length);
    }

    /** W_ij. */
    double weight(int i, int j) {
        return weights[i][j];
    }

    /** dL/dW, live. */
    double[][] gradient() {
        return gradient;
    }

    /** {@code dL/dW += sum_t y_t x_t^T}. */
    void accumulate(double[][] y, double[][] x, int from, int to) {
        int count = to - from;
        if (column.length < count) {
            column = new double[count];
        }
        for (int i = 0; i < gradient.length; i++) {
            for (int t = from; t < to; t++) {
                column[t - from] = y[t][i];
            }
            Rows.addCombination(gradient[i], column, x, from, count);
        }
    }
}
