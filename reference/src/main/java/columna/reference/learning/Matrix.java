package columna.reference.learning;

import columna.reference.network.Parameters;

/** One weight matrix {@code W[out][in]} with its transpose and its gradient. */
final class Matrix {

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
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < transposed.length; j++) {
                transposed[j][i] = weights[i][j];
            }
        }
    }

    /** {@code y += W x}. */
    void addProduct(double[] x, double[] y) {
        Rows.addCombination(y, x, transposed, 0, transposed.length);
    }

    /** {@code x += W^T y}. */
    void addTransposedProduct(double[] y, double[] x) {
        Rows.addCombination(x, y, weights, 0, weights.length);
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
