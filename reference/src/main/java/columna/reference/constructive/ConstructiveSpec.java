package columna.reference.constructive;

/**
 * A network of LSTM columns that is built in stages. One stage of many columns is the paper's columnar network, many stages of one column the
 * constructive network, and stages of several columns the columnar-constructive network (CCN).
 *
 * @param inputs n, the signals of an observation
 * @param stages S, at least 1
 * @param columnsPerStage K, at least 1
 * @param stageSteps the time steps after which the next stage has its turn; the last stage learns on
 * @param growth how later stages come about and what they see of earlier ones
 * @param delayed whether that is one time step late, or of the same time step
 * @param features how the hidden state of a column becomes its feature
 * @param freezeStatistics whether the statistics of a stage stop with its learning
 * @param observations how each stage normalises what it sees, with statistics that run while the stage learns
 * @param learning the TD(lambda) rule
 */
public record ConstructiveSpec(int inputs, int stages, int columnsPerStage, long stageSteps, Growth growth, boolean delayed,
        Normalisation features, boolean freezeStatistics, Normalisation observations, TemporalDifference learning) {

    /** How stages after the first come about. */
    public enum Growth {
        /** A stage exists from its turn on and sees the features of earlier stages. */
        CREATED,
        /**
         * All stages run from the start, with statistics of their features but without learning or being heard, and wait for their turn: when it
         * comes, features have their scale. A stage sees the hidden states of earlier ones and normalises them as it does the observation.
         */
        WAITING
    }

    /** {@code f TC + A TH + kappa chi} and {@code B TC + D TH}; omega concerns one gate in four and is not counted. */
    private static final int TRACE_OPERATIONS = 5;

    public ConstructiveSpec {
        if (inputs < 1 || stages < 1 || columnsPerStage < 1 || stageSteps < 1) {
            throw new IllegalArgumentException("constructive network: " + inputs + " inputs, " + stages + " stages, " + columnsPerStage
                    + " columns per stage and " + stageSteps + " steps per stage; allowed is at least 1 of each");
        }
    }

    /** S K, the columns of the finished network. */
    public int columns() {
        return stages * columnsPerStage;
    }

    /** {@code 4 (m + 2)}, the parameters of a column of stage s, which sees m signals. */
    public long parametersPerColumn(int s) {
        return (long) Gate.values().length * (inputs + s * columnsPerStage + 2);
    }

    /**
     * Operations of a time step while stage s learns, counted as those of {@link TruncatedSpec#operations}: every parameter of the columns up
     * to that stage and of their output weights once forward, and the {@value #TRACE_OPERATIONS} multiply-adds of the traces for every parameter that learns.
     */
    public long operations(int s) {
        long forward = (long) (s + 1) * columnsPerStage;
        for (int existing = 0; existing <= s; existing++) {
            forward += columnsPerStage * parametersPerColumn(existing);
        }
        return forward + TRACE_OPERATIONS * columnsPerStage * parametersPerColumn(s);
    }

    /**
     * As the published program runs it: stages that wait, hidden states one step late, all signals normalised with a decay of 0.99999 and a floor
     * of the variance, the statistics of features never frozen.
     */
    public static ConstructiveSpec paper(int inputs, int stages, int columnsPerStage, long stageSteps, double rate, double floor) {
        Normalisation rule = new Normalisation(Normalisation.Kind.VARIANCE_FLOOR, 0.99999, floor);
        return new ConstructiveSpec(inputs, stages, columnsPerStage, stageSteps, Growth.WAITING, true, rule, false, rule,
                TemporalDifference.paper(rate));
    }
}
