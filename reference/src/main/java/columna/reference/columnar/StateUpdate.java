package columna.reference.columnar;

import java.util.List;

/**
 * How the heads of a column of features turn into its state. A head's sum comes in two parts: {@code a}, from features and bias, and
 * {@code b}, from previous states.
 */
public enum StateUpdate {
    /** Javed et al. 2021, equation 10: {@code h_i(t) = h_i(t-1) + tanh(a + b)}. */
    ACCUMULATING(""),
    /** Javed et al. 2021, equation 22: {@code h_i(t) = tanh(a)}, no state among the inputs of the sum and so no recurrence. */
    FEED_FORWARD(""),
    /**
     * A gated recurrent unit of three heads, as PyTorch orders it, its state weights subject to the lateral mask like all others:
     *
     * <pre>
     *   r = sigma(a_r + b_r),  z = sigma(a_z + b_z),  n = tanh(a_n + r b_n),  h_i(t) = (1 - z) n + z h_i(t-1)
     * </pre>
     */
    GATED("_r", "_z", "_n");

    private final List<String> heads;

    StateUpdate(String... heads) {
        this.heads = List.of(heads);
    }

    /** What the names of a head's parameters end in, one entry for each head. */
    List<String> heads() {
        return heads;
    }

    /** Whether previous states enter the sums. */
    boolean readsStates() {
        return this != FEED_FORWARD;
    }

    /**
     * One column's step.
     *
     * @param a the part of each head's sum that comes from features and bias
     * @param b the part that comes from previous states
     * @param previous {@code h_i(t-1)}
     */
    Transition from(double[] a, double[] b, double previous) {
        return switch (this) {
            case ACCUMULATING -> Transition.oneHead(StrictMath.tanh(a[0] + b[0]), previous, 1);
            case FEED_FORWARD -> Transition.oneHead(StrictMath.tanh(a[0] + b[0]), previous, 0);
            case GATED -> Transition.gated(a, b, previous);
        };
    }
}
