package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;
import java.util.Arrays;
import java.util.Optional;

/** One number per row times a row of words, or of ones: {@code acc[i] += c(r) * a[i]}. */
final class ScaledPass extends Pass {

    private final Coefficient coefficient;
    private final Optional<Source> source;
    private final int[][] rows;
    private final boolean isVector;
    private final int n;

    /**
     * @param isVector whether the source is the same vector for every row rather than a matrix with a row for each
     */
    ScaledPass(Coefficient coefficient, Source source, boolean isVector, int n) {
        this(coefficient, Optional.of(source), source.rows(), isVector, n);
    }

    private ScaledPass(Coefficient coefficient, Optional<Source> source, int[][] rows, boolean isVector, int n) {
        this.coefficient = coefficient;
        this.source = source;
        this.rows = rows;
        this.isVector = isVector;
        this.n = n;
    }

    /** The number itself, added to every element. */
    static ScaledPass ofOnes(Coefficient coefficient, int n) {
        int[][] ones = new int[1][n];
        Arrays.fill(ones[0], 1);
        return new ScaledPass(coefficient, Optional.empty(), ones, true, n);
    }

    /** Whether it reads words of the given part of a memory where they lie. */
    boolean reads(Cells memory, boolean imaginaryPart) {
        return source.isPresent() && source.get().reads(memory, imaginaryPart);
    }

    /** The row's number, where {@link #bound} says that it fits. */
    int coefficient(int row) {
        return (int) coefficient.value(row);
    }

    /** The words that a destination row's number is multiplied with. */
    int[] words(int row) {
        return rows[isVector ? 0 : row];
    }

    @Override
    void prepare() {
        coefficient.prepare();
        if (source.isPresent()) {
            source.get().refresh();
        }
    }

    @Override
    long bound() {
        return bound(coefficient.largest(), source.isPresent() ? source.get().bound() : 1);
    }

    @Override
    void tighten(RowKernels kernels) {
        if (isVector && source.isPresent()) {
            source.get().tighten(0, kernels);
        }
    }

    @Override
    long bound(int row) {
        long words = source.isPresent() ? source.get().bound(isVector ? 0 : row) : 1;
        return bound(Math.abs(coefficient.value(row)), words);
    }

    private static long bound(long magnitude, long words) {
        // A coefficient of more than 32 bits is only harmless where it multiplies nothing but zeros.
        return magnitude <= Integer.MAX_VALUE ? magnitude * words : words == 0 ? 0 : Long.MAX_VALUE;
    }

    @Override
    void tighten(int row, RowKernels kernels) {
        if (!isVector && source.isPresent()) {
            source.get().tighten(row, kernels);
        }
    }

    @Override
    void addTo(int[] accumulator, int row, RowKernels kernels) {
        kernels.addScaled(accumulator, coefficient(row), words(row), n);
    }

    @Override
    void addTo(long[] accumulator, int row, RowKernels kernels) {
        if (coefficient.isShift()) {
            kernels.addShifted(accumulator, words(row), coefficient.shift(), n);
        } else {
            kernels.addScaled(accumulator, coefficient.value(row), words(row), n);
        }
    }
}
