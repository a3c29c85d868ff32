package columna.reference.columnar;

/** How a column of features turns its weighted sum {@code s_i(t)} into its state (Javed et al. 2021). */
public enum StateUpdate {
    /** Equation 10: {@code h_i(t) = h_i(t-1) + tanh(s_i(t))}, with previous states of columns among the inputs of the sum. */
    ACCUMULATING,
    /** Equation 22: {@code h_i(t) = tanh(s_i(t))}, no state among the inputs of the sum and so no recurrence. */
    FEED_FORWARD;

    /** {@code h_i(t)} from {@code h_i(t-1)} and {@code tanh(s_i(t))}. */
    double state(double previous, double tanh) {
        return direct() * previous + tanh;
    }

    /** The part of {@code dh_i(t)/dh_i(t-1)} that does not pass through the sum. */
    double direct() {
        return this == ACCUMULATING ? 1 : 0;
    }

    /** Whether previous states enter the sum. */
    boolean readsStates() {
        return this == ACCUMULATING;
    }
}
