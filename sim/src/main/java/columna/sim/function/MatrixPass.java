package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;

/**
 * A contraction of a matrix with a vector into a vector: {@code acc[i] += sum over k of w[i][k]*x[k]}, or transposed with
 * {@code w[k][i]}. The vector carries the term's sign and alignment.
 */
final class MatrixPass implements Pass {

    private final Source matrix;
    private final boolean transposed;
    private final Contracted vector;
    private final int n;

    /**
     * @param n elements of the destination
     */
    MatrixPass(Source matrix, boolean transposed, Contracted vector, int n) {
        this.matrix = matrix;
        this.transposed = transposed;
        this.vector = vector;
        this.n = n;
    }

    @Override
    public void prepare() {
        vector.prepare();
    }

    /** Cauchy-Schwarz: no sum exceeds the product of the norms. */
    @Override
    public long bound(int row) {
        Cells cells = matrix.cells();
        long norm = transposed
                ? cells.largestSquaredColumnNorm(matrix.imaginary())
                : cells.largestSquaredRowNorm(matrix.imaginary());
        return vector.fitsInt()
                ? Saturating.squareRootOfProduct(norm, Norms.squaredNorm(vector.words()))
                : Long.MAX_VALUE;
    }

    @Override
    public void tighten(int row) {}

    @Override
    public void addTo(int[] accumulator, int row, RowKernels kernels) {
        int[][] w = matrix.rows();
        if (transposed) {
            kernels.addVectorMatrix(accumulator, vector.words(), w, w.length, n);
        } else {
            kernels.addMatrixVector(accumulator, w, n, vector.words(), vector.length());
        }
    }

    @Override
    public void addTo(long[] accumulator, int row, RowKernels kernels) {
        int[][] w = matrix.rows();
        if (transposed) {
            kernels.addVectorMatrix(accumulator, vector.unshifted(), w, w.length, vector.shift(), n);
        } else {
            kernels.addMatrixVector(accumulator, w, n, vector.unshifted(), vector.shift(), vector.length());
        }
    }
}
