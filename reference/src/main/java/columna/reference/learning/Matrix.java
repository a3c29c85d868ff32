package columna.reference.learning;

/**
 * One weight matrix with its transpose and its gradient.
 *
 * @param weights W [out][in]
 * @param transposed W^T [in][out]
 * @param gradient dL/dW [out][in]
 * @param scratch at least [out][T], overwritten by {@link #accumulate}
 */
record Matrix(double[][] weights, double[][] transposed, double[][] gradient, double[][] scratch) {

    /** {@code y_t += W x_t}. */
    void addProducts(double[][] x, double[][] y, int from, int to) {
        Rows.addCombinations(y, x, transposed, from, to);
    }

    /** {@code x_t += W^T y_t}. */
    void addTransposedProducts(double[][] y, double[][] x, int from, int to) {
        Rows.addCombinations(x, y, weights, from, to);
    }

    /** {@code dL/dW += sum_t y_t x_t^T}. */
    void accumulate(double[][] y, double[][] x, int from, int to) {
        Rows.transpose(y, scratch, from, to);
        Rows.addCombinations(gradient, scratch, x, 0, gradient.length, from, to);
    }
}
