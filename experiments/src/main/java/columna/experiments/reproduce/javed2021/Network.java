package columna.experiments.reproduce.javed2021;

import columna.reference.columnar.AlignmentBenchmark;
import columna.reference.columnar.ColumnInitialisation;
import columna.reference.columnar.StateUpdate;
import java.math.BigDecimal;

/**
 * A random network of the paper's size.
 *
 * @param update how a column turns sums into its state
 * @param initialisation how its parameters are drawn
 * @param rate the read-out's LMS rate; 0 for constant read-out weights
 */
record Network(StateUpdate update, ColumnInitialisation initialisation, double rate) {

    /** The recurrent network of eq. 10, constant read-out. */
    static final Network RECURRENT = new Network(StateUpdate.ACCUMULATING, ColumnInitialisation.PYTORCH, 0);

    /** The network of eq. 22, which has no recurrence but that of the read-out's learning. */
    static Network feedForward(double rate) {
        return new Network(StateUpdate.FEED_FORWARD, ColumnInitialisation.PYTORCH, rate);
    }

    AlignmentBenchmark benchmark() {
        return AlignmentBenchmark.ofPaper(update, initialisation);
    }

    /** In the words of the report, such as {@code "eq. 22, PyTorch initialisation, LMS rate 0.01"}. */
    String words() {
        String columns = switch (update) {
            case ACCUMULATING -> "eq. 10";
            case FEED_FORWARD -> "eq. 22";
            case GATED -> "GRU columns";
        };
        String drawn = switch (initialisation) {
            case PYTORCH -> "PyTorch initialisation";
            case XAVIER -> "Xavier initialisation";
        };
        return columns + ", " + drawn + (rate == 0 ? "" : ", " + rateInWords());
    }

    /** Such as {@code "LMS rate 0.0001"}. */
    String rateInWords() {
        return "LMS rate " + BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }

    Setting at(double percent) {
        return new Setting(this, percent);
    }
}
