package columna.reference.attention;

/** Products of matrices and vectors, each sum in index order. */
final class Products {

    private Products() {}

    /** The matrix times each vector. */
    static double[][] each(double[][] matrix, double[][] vectors) {
        double[][] products = new double[vectors.length][matrix.length];
        for (int t = 0; t < vectors.length; t++) {
            for (int r = 0; r < matrix.length; r++) {
                products[t][r] = dot(matrix[r], vectors[t]);
            }
        }
        return products;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** {@code to += factor from}. */
    static void add(double factor, double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += factor * from[i];
        }
    }

    /** For {@code y = M x} with {@code dL/dy} given: {@code gradient += dL/dy x^T} and {@code toInput += M^T dL/dy}. */
    static void backward(double[][] matrix, double[][] gradient, double[] errors, double[] input, double[] toInput) {
        for (int r = 0; r < matrix.length; r++) {
            if (errors[r] != 0) {
                add(errors[r], input, gradient[r]);
                add(errors[r], matrix[r], toInput);
            }
        }
    }
}
