package columna.reference.constructive;

/**
 * TD(lambda) with eligibility traces: {@code delta = c + gamma y' - y}, {@code z' = gamma lambda z + grad y'}. The discount gamma belongs to
 * what is predicted and comes with each time step.
 *
 * @param traceDecay lambda, from 0 to 1
 * @param columnRate alpha of the columns' parameters, at least 0
 * @param outputRate alpha of the output weights and of the output bias, at least 0
 * @param outputRatePerColumn whether the output rate is divided by the number of columns that exist
 * @param update what a weight makes of {@code delta} and {@code z}
 */
public record TemporalDifference(double traceDecay, double columnRate, double outputRate, boolean outputRatePerColumn, WeightUpdate update) {

    /** lambda of the published programs. */
    static final double PAPER_TRACE_DECAY = 0.99;

    public TemporalDifference {
        if (!(traceDecay >= 0 && traceDecay <= 1 && columnRate >= 0 && outputRate >= 0)) {
            throw new IllegalArgumentException("TD(lambda): trace decay " + traceDecay + ", rates " + columnRate + " and " + outputRate
                    + "; allowed are 0 to 1 for the first and at least 0 for the rates");
        }
    }

    /** As the published program learns: lambda 0.99, RMSprop, one rate alpha, divided by the columns for the output. */
    public static TemporalDifference paper(double rate) {
        return new TemporalDifference(PAPER_TRACE_DECAY, rate, rate, true, WeightUpdate.RmsProp.PAPER);
    }
}
