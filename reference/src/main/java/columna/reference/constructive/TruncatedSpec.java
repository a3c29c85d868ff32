package columna.reference.constructive;

/**
 * The baseline that the columns are compared with: a dense LSTM that learns by truncated backpropagation through time.
 *
 * @param inputs n, the signals of an observation
 * @param units d, the hidden units
 * @param window k, the time steps through which the gradient of each prediction is carried back
 * @param traceDecay lambda of TD(lambda), from 0 to 1
 * @param rate alpha of all weights, at least 0
 * @param update what a weight makes of the TD error and its eligibility
 */
public record TruncatedSpec(int inputs, int units, int window, double traceDecay, double rate, WeightUpdate update) {

    public TruncatedSpec {
        if (inputs < 1 || units < 1 || window < 1) {
            throw new IllegalArgumentException("truncated network: " + inputs + " inputs, " + units + " units and a window of " + window
                    + " time steps; allowed is at least 1 of each");
        }
        if (!(traceDecay >= 0 && traceDecay <= 1 && rate >= 0)) {
            throw new IllegalArgumentException("truncated network: trace decay " + traceDecay + " and rate " + rate
                    + "; allowed are 0 to 1 and at least 0");
        }
    }

    /** As the published program learns: lambda 0.99, RMSprop, one rate. */
    public static TruncatedSpec paper(int inputs, int window, int units, double rate) {
        return new TruncatedSpec(inputs, units, window, TemporalDifference.PAPER_TRACE_DECAY, rate, WeightUpdate.RmsProp.PAPER);
    }

    /** {@code 4 d (d + n + 1) + d}: the weights and biases of four gates, and the read-out. */
    public long parameters() {
        return 4L * units * (units + inputs + 1) + units;
    }

    /** Operations per time step as the published program counts them: every parameter once forward and once in each step back, P (k + 1). */
    public long operations() {
        return parameters() * (window + 1);
    }
}
