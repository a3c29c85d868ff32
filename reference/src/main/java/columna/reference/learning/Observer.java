package columna.reference.learning;

/**
 * Sees one pass over a sequence, signal by signal. An online rule reports time step after time step, forward then backward; BPTT reports
 * all forward signals ascending in time, then the others descending. Observing changes no bit of any result. The arrays are the learner's
 * own: read or copy them, do not keep or change them.
 */
public interface Observer {

    /** Sees nothing, at no cost. */
    Observer NONE = new Observer() {};

    /** The layer of signals that belong to the whole network. */
    int NETWORK = -1;

    /**
     * Where a signal was seen.
     *
     * @param signal which one
     * @param layer from 0, or {@link #NETWORK}
     * @param step the time step, from 0
     * @param row the row of a matrix ({@link Signal#TRACE_B}), otherwise 0
     */
    record At(Signal signal, int layer, int step, int row) {}

    /** One row of a signal; {@code im} is empty when the signal is real. */
    default void signal(At at, double[] re, double[] im) {}

    /**
     * The gradient of the whole sequence, once per parameter array after the last time step; also dL/dRe, dL/dIm of lambda and dL/dgamma, {@code layers.<l>.lambda_re},
     * {@code lambda_im} and {@code gamma}, which are functions of the parameters.
     */
    default void gradient(String name, double[][] rows) {}
}
