package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;
import java.util.Arrays;

/** One number per row, added to every element: {@code acc[i] += c(r)}. */
final class ConstantPass implements Pass {

    private final Coefficient coefficient;
    private final int[] ones;

    ConstantPass(Coefficient coefficient, int n) {
        this.coefficient = coefficient;
        this.ones = new int[n];
        Arrays.fill(ones, 1);
    }

    @Override
    public void prepare() {}

    @Override
    public long bound(int row) {
        return Math.abs(coefficient.value(row));
    }

    @Override
    public void tighten(int row) {}

    @Override
    public void addTo(int[] accumulator, int row, RowKernels kernels) {
        kernels.addScaled(accumulator, (int) coefficient.value(row), ones, ones.length);
    }

    @Override
    public void addTo(long[] accumulator, int row, RowKernels kernels) {
        kernels.addScaled(accumulator, coefficient.value(row), ones, ones.length);
    }
}
