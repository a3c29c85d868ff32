package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;

/** Two rows of words, element by element: {@code acc[i] += sign * a[i] * b[i] << shift}. */
final class ProductPass extends Pass {

    private final int sign;
    private final int shift;
    private final Source left;
    private final Source right;
    private final boolean leftIsVector;
    private final boolean rightIsVector;
    private final int n;

    ProductPass(int sign, int shift, Source left, boolean leftIsVector, Source right, boolean rightIsVector, int n) {
        this.sign = sign;
        this.shift = shift;
        this.left = left;
        this.leftIsVector = leftIsVector;
        this.right = right;
        this.rightIsVector = rightIsVector;
        this.n = n;
    }

    @Override
    void prepare() {
        left.refresh();
        right.refresh();
    }

    private int leftRow(int row) {
        return leftIsVector ? 0 : row;
    }

    private int rightRow(int row) {
        return rightIsVector ? 0 : row;
    }

    @Override
    long bound() {
        return bound(left.bound(), right.bound());
    }

    @Override
    void tighten(RowKernels kernels) {
        if (leftIsVector) {
            left.tighten(0, kernels);
        }
        if (rightIsVector) {
            right.tighten(0, kernels);
        }
    }

    @Override
    long bound(int row) {
        return bound(left.bound(leftRow(row)), right.bound(rightRow(row)));
    }

    private long bound(long a, long b) {
        // Words have at most 32 bits, so the product fits.
        long product = Saturating.shiftLeft(a * b, shift);
        // A factor of more than 31 bits is only harmless where it multiplies nothing but zeros.
        return shift > 30 && product > 0 ? Long.MAX_VALUE : product;
    }

    @Override
    void tighten(int row, RowKernels kernels) {
        if (!leftIsVector) {
            left.tighten(row, kernels);
        }
        if (!rightIsVector) {
            right.tighten(row, kernels);
        }
    }

    @Override
    void addTo(int[] accumulator, int row, RowKernels kernels) {
        kernels.addProduct(accumulator, sign << shift, left.rows()[leftRow(row)], right.rows()[rightRow(row)], n);
    }

    @Override
    void addTo(long[] accumulator, int row, RowKernels kernels) {
        kernels.addProduct(accumulator, sign, left.rows()[leftRow(row)], right.rows()[rightRow(row)], shift, n);
    }
}
