package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;
import java.util.Arrays;
import java.util.Optional;

/**
 * The vector side of a contraction: the other factor of the product along the summed index, or ones where there is none,
 * times the term's sign; aligned by a shift.
 */
final class Contracted {

    private final int sign;
    private final int shift;
    private final Optional<Source> source;
    private final Optional<Source> scalar;
    private final int[] unshifted;
    private final int[] words;
    private final boolean asItIs;
    private long largest;

    /**
     * @param source the vector along the summed index, or empty for ones
     * @param scalar a factor without index, or empty; only without {@code source}
     */
    Contracted(int sign, int shift, Optional<Source> source, Optional<Source> scalar, int length) {
        this.sign = sign;
        this.shift = shift;
        this.source = source;
        this.scalar = scalar;
        this.asItIs = source.isPresent() && sign > 0 && shift == 0;
        this.unshifted = asItIs ? source.get().row() : new int[length];
        this.words = shift == 0 ? unshifted : new int[length];
    }

    void prepare() {
        if (source.isPresent()) {
            source.get().refresh();
            if (!asItIs) {
                copy(source.get().row());
            }
        } else {
            Arrays.fill(unshifted, sign * (scalar.isPresent() ? scalar.get().row()[0] : 1));
        }
        if (shift != 0) {
            align();
        }
        bringLargestUpToDate();
    }

    private void copy(int[] row) {
        for (int i = 0; i < unshifted.length; i++) {
            unshifted[i] = sign * row[i];
        }
    }

    private void align() {
        for (int i = 0; i < words.length; i++) {
            words[i] = unshifted[i] << shift;
        }
    }

    private void bringLargestUpToDate() {
        long magnitude = source.isPresent() ? source.get().bound() : Math.abs((long) unshifted[0]);
        largest = shift > 31 && magnitude > 0 ? Long.MAX_VALUE : Saturating.shiftLeft(magnitude, shift);
    }

    void tighten(RowKernels kernels) {
        if (source.isPresent()) {
            source.get().tighten(0, kernels);
            bringLargestUpToDate();
        }
    }

    /** An upper bound of the magnitudes of the aligned words. */
    long largest() {
        return largest;
    }

    int[] words() {
        return words;
    }

    int[] unshifted() {
        return unshifted;
    }

    int shift() {
        return shift;
    }

    int length() {
        return words.length;
    }
}
