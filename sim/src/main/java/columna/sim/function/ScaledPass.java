package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;

/** One number per row times a row of words: {@code acc[i] += c(r) * a[i]}. */
final class ScaledPass implements Pass {

    private final Coefficient coefficient;
    private final Source source;
    private final boolean isVector;
    private final int n;

    /**
     * @param isVector whether the source is the same vector for every row rather than a matrix with a row for each
     */
    ScaledPass(Coefficient coefficient, Source source, boolean isVector, int n) {
        this.coefficient = coefficient;
        this.source = source;
        this.isVector = isVector;
        this.n = n;
    }

    private int sourceRow(int row) {
        return isVector ? 0 : row;
    }

    @Override
    public void prepare() {
        if (isVector) {
            source.cells().tightenRowBound(0);
        }
    }

    @Override
    public long bound(int row) {
        long magnitude = Math.abs(coefficient.value(row));
        long bound = Saturating.multiply(magnitude, source.bound(sourceRow(row)));
        // A coefficient of more than 32 bits is only harmless where it multiplies nothing but zeros.
        return magnitude > Integer.MAX_VALUE && bound > 0 ? Long.MAX_VALUE : bound;
    }

    @Override
    public void tighten(int row) {
        source.cells().tightenRowBound(sourceRow(row));
    }

    @Override
    public void addTo(int[] accumulator, int row, RowKernels kernels) {
        int[] words = source.rows()[sourceRow(row)];
        if (coefficient.isShift()) {
            kernels.addShifted(accumulator, words, Math.min(coefficient.shift(), 31), n);
        } else {
            kernels.addScaled(accumulator, (int) coefficient.value(row), words, n);
        }
    }

    @Override
    public void addTo(long[] accumulator, int row, RowKernels kernels) {
        int[] words = source.rows()[sourceRow(row)];
        if (coefficient.isShift()) {
            kernels.addShifted(accumulator, words, coefficient.shift(), n);
        } else {
            kernels.addScaled(accumulator, coefficient.value(row), words, n);
        }
    }
}
