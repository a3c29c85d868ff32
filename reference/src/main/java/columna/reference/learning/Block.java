package columna.reference.learning;

/**
 * A piece of a network over all time steps of a sequence. Values and errors live on the wires between blocks, one row per time step. The
 * range of time steps given to a call never changes a bit of what it computes, except for the order in which {@link #accumulate} sums.
 */
interface Block {

    /** Recomputes what is derived from the parameters: lambda, gamma. */
    default void refresh() {}

    /** A new sequence: states and traces to zero. */
    default void begin(int steps) {}

    /** A new gradient: private sums to zero. */
    default void clearGradient() {}

    /** Outputs from inputs for time steps {@code from} (inclusive) to {@code to} (exclusive), ascending. */
    void forward(int from, int to);

    /** Errors that this block keeps for itself become zero, before {@link #backward}. */
    default void clearErrors(int from, int to) {}

    /** The first time step to which {@link #backward} carries errors, when those of the output begin at {@code first}. */
    default int earliestError(int first) {
        return first;
    }

    /** Adds the errors of the outputs to the errors of the inputs. */
    void backward(int from, int to);

    /** Moves on what sums up the past, ascending; forward and backward of these time steps are done. */
    default void trace(int from, int to) {}

    /** Adds these time steps to the gradient of this block's parameters. */
    default void accumulate(int from, int to) {}
}
