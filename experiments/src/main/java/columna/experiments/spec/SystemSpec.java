package columna.experiments.spec;

/** The network on a chip that predicts at every time step. */
public sealed interface SystemSpec {

    /**
     * LSTM columns, in one stage or in several (Javed et al. 2023; SEEDS C). One stage is the columnar network, stages of one column the
     * constructive one, stages of several columns the columnar-constructive network.
     *
     * @param stages stages, each with a turn to learn
     * @param columnsPerStage columns of a stage
     * @param columnsPerCore columns that share a core; a stage's last core may hold fewer
     * @param stageSteps time steps of a stage's turn; the last stage learns on
     * @param statisticsShift K: the running means and variances decay by 1 - 2<sup>-K</sup>
     * @param varianceFloor least variance that normalisation divides by
     * @param initialRange parameters start uniformly between minus and plus this
     */
    record LstmColumns(
            int stages, int columnsPerStage, int columnsPerCore, long stageSteps, int statisticsShift, double varianceFloor, double initialRange)
            implements SystemSpec {}

    /**
     * A dense recurrent network on one core (Merin 2026; SEEDS D.3).
     *
     * @param cell the kind of its units
     * @param units n
     * @param rule how its recurrent parameters learn
     * @param paths units whose sensitivities are carried under {@link DenseRule#SPARSE_RTRL}; else all of them
     */
    record Dense(DenseCell cell, int units, DenseRule rule, int paths) implements SystemSpec {}

    /**
     * Columns of two-layer features with lateral weights and Master-User traces (Javed et al. 2021; SEEDS B), one core each.
     *
     * @param columns C
     * @param width W, features of a column
     * @param lateralShare s: expected lateral weights of a column for each weight to an own feature
     * @param recurrent whether a column adds to its state (equation 10) or forgets it (equation 22)
     * @param metaGradient whether a trace counts that the read-out learned from earlier states
     */
    record FeatureColumns(int columns, int width, double lateralShare, boolean recurrent, boolean metaGradient) implements SystemSpec {}

    /** Kinds of dense units. */
    enum DenseCell implements Word {
        TANH("tanh"),
        LSTM("lstm"),
        GRU("gru");

        private final String word;

        DenseCell(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** How dense recurrent parameters learn without storing time. */
    enum DenseRule implements Word {
        SNAP1("snap1"),
        RTRL("rtrl"),
        SPARSE_RTRL("sparse-rtrl");

        private final String word;

        DenseRule(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** The systems by their names in a file. */
    enum Name implements Word {
        LSTM_COLUMNS("lstm-columns"),
        DENSE("dense"),
        FEATURE_COLUMNS("feature-columns");

        private final String word;

        Name(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
