package columna.sim.function;

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
    private boolean fitsInt;

    /**
     * @param source the vector along the summed index, or empty for ones
     * @param scalar a factor without index, or empty
     */
    Contracted(int sign, int shift, Optional<Source> source, Optional<Source> scalar, int length) {
        this.sign = sign;
        this.shift = shift;
        this.source = source;
        this.scalar = scalar;
        this.unshifted = new int[length];
        this.words = new int[length];
    }

    void prepare() {
        int factor = sign * scalar.map(s -> s.row()[0]).orElse(1);
        if (source.isPresent()) {
            multiply(source.get().row(), factor);
        } else {
            Arrays.fill(unshifted, factor);
        }
        long largest = 0;
        for (int word : unshifted) {
            largest = Math.max(largest, Math.abs((long) word));
        }
        fitsInt = Saturating.shiftLeft(largest, shift) <= Integer.MAX_VALUE;
        for (int i = 0; i < words.length; i++) {
            words[i] = unshifted[i] << shift;
        }
    }

    private void multiply(int[] row, int factor) {
        for (int i = 0; i < unshifted.length; i++) {
            unshifted[i] = factor * row[i];
        }
    }

    boolean fitsInt() {
        return fitsInt;
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
