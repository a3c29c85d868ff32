package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;

/**
 * A contraction of a matrix with a vector into a vector: {@code acc[i] += sum over k of w[i][k]*x[k]}, or transposed with
 * {@code w[k][i]}. The vector carries the term's sign and alignment.
 */
final class MatrixPass extends Pass {

    private final Source matrix;
    private final boolean transposed;
    private final Contracted vector;
    private final int n;
    private boolean tight;

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
    void prepare() {
        vector.prepare();
        tight = false;
    }

    /**
     * The least of: the largest words times their number; the largest sum of a row's magnitudes times the vector's largest
     * word; and, after tightening, the product of the Euclidean norms (Cauchy-Schwarz).
     */
    @Override
    long bound() {
        if (vector.largest() > Integer.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        long bound = Saturating.multiply(
                Saturating.multiply(matrix.bound(), vector.length()), vector.largest());
        if (bound <= Integer.MAX_VALUE) {
            return bound;
        }
        Norms norms = matrix.cells().norms(matrix.imaginary());
        long version = matrix.cells().version();
        bound = Math.min(bound, Saturating.multiply(norms.sums(transposed, version), vector.largest()));
        return tight ? Math.min(bound, euclidean(norms, version)) : bound;
    }

    private long euclidean(Norms norms, long version) {
        long squaredNorm = Norms.squaredNorm(vector.words(), vector.largest());
        return Saturating.squareRootOfProduct(norms.squares(transposed, version), squaredNorm);
    }

    @Override
    void tighten(RowKernels kernels) {
        vector.tighten(kernels);
        tight = true;
    }

    @Override
    long bound(int row) {
        return bound();
    }

    @Override
    void tighten(int row, RowKernels kernels) {}

    @Override
    void addTo(int[] accumulator, int row, RowKernels kernels) {
        int[][] w = matrix.rows();
        if (transposed) {
            kernels.addVectorMatrix(accumulator, vector.words(), w, w.length, n);
        } else {
            kernels.addMatrixVector(accumulator, w, n, vector.words(), vector.length());
        }
    }

    @Override
    void addTo(long[] accumulator, int row, RowKernels kernels) {
        int[][] w = matrix.rows();
        if (transposed) {
            kernels.addVectorMatrix(accumulator, vector.unshifted(), w, w.length, vector.shift(), n);
        } else {
            kernels.addMatrixVector(accumulator, w, n, vector.unshifted(), vector.shift(), vector.length());
        }
    }
}
