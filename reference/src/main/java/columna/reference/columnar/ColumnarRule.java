package columna.reference.columnar;

/** How the errors of a columnar network become gradients of the columns' parameters. */
public sealed interface ColumnarRule {

    /** Gradients from errors carried back through time. */
    sealed interface ThroughTime extends ColumnarRule {}

    /** Back-propagation through all time steps: exact. */
    record Bptt() implements ThroughTime {}

    /** Truncated: every loss sees the uses of the parameters at its own and the {@code length - 1} time steps before; 1 is one-step truncation. */
    record SlidingBptt(int length) implements ThroughTime {

        public SlidingBptt {
            positive(length);
        }
    }

    /** Truncated: after every {@code length} time steps the state is cut off from its past. */
    record ChunkedBptt(int length) implements ThroughTime {

        public ChunkedBptt {
            positive(length);
        }
    }

    /** Traces within each column, other columns taken as constants (Javed et al. 2021, eqs. 4 and 7); exact without lateral weights. */
    record MasterUser() implements ColumnarRule {}

    private static void positive(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("truncated back-propagation: window of " + length + " time steps; allowed are 1 and more");
        }
    }
}
