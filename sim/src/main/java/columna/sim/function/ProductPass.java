package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;

/** Two rows of words, element by element: {@code acc[i] += sign * a[i] * b[i] << shift}. */
final class ProductPass implements Pass {

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
    public void prepare() {
        if (leftIsVector) {
            left.cells().tightenRowBound(0);
        }
        if (rightIsVector) {
            right.cells().tightenRowBound(0);
        }
    }

    private int leftRow(int row) {
        return leftIsVector ? 0 : row;
    }

    private int rightRow(int row) {
        return rightIsVector ? 0 : row;
    }

    @Override
    public long bound(int row) {
        long product = Saturating.multiply(left.bound(leftRow(row)), right.bound(rightRow(row)));
        // The 32-bit kernel does not shift.
        return shift > 0 && product > 0 ? Long.MAX_VALUE : product;
    }

    @Override
    public void tighten(int row) {
        left.cells().tightenRowBound(leftRow(row));
        right.cells().tightenRowBound(rightRow(row));
    }

    @Override
    public void addTo(int[] accumulator, int row, RowKernels kernels) {
        kernels.addProduct(accumulator, sign, left.rows()[leftRow(row)], right.rows()[rightRow(row)], n);
    }

    @Override
    public void addTo(long[] accumulator, int row, RowKernels kernels) {
        kernels.addProduct(accumulator, sign, left.rows()[leftRow(row)], right.rows()[rightRow(row)], shift, n);
    }
}
