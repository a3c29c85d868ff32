package columna.experiments.reproduce.javed2023;

import columna.reference.constructive.ConstructiveNetwork;
import columna.reference.constructive.ConstructiveSpec;
import columna.reference.constructive.Normalisation;
import columna.reference.constructive.PredictionNetwork;
import columna.reference.constructive.TemporalDifference;
import columna.reference.constructive.TracePatterning;
import columna.reference.constructive.TruncatedNetwork;
import columna.reference.constructive.TruncatedSpec;
import java.util.Locale;

/** A network of the paper on trace patterning with all its settings. */
sealed interface Contender {

    /** What the paper compares. */
    enum Family {
        CCN("CCN"), CONSTRUCTIVE("constructive"), TRUNCATED("T-BPTT"), COLUMNAR("columnar");

        private final String label;

        Family(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Family family();

    /** Everything that distinguishes it, in the words of a table. */
    String name();

    PredictionNetwork network(long seed);

    /** Processor time per time step, measured on one core. */
    double secondsPerStep();

    /**
     * Columns in stages.
     *
     * @param total columns of the finished network
     * @param perStage columns of a stage
     * @param stageSteps time steps that a stage learns
     * @param rate alpha
     * @param floor of the variance
     * @param decay beta of the statistics; 1 is no normalisation
     */
    record Columns(int total, int perStage, long stageSteps, double rate, double floor, double decay) implements Contender {

        private static final double SECONDS_OF_STREAM = 0.1e-6;
        private static final double SECONDS_PER_STAGE = 0.05e-6;
        private static final double SECONDS_PER_COLUMN = 0.1e-6;
        private static final double SECONDS_PER_LEARNING_PARAMETER = 3.3e-9;

        @Override
        public Family family() {
            return total == perStage ? Family.COLUMNAR : perStage == 1 ? Family.CONSTRUCTIVE : Family.CCN;
        }

        @Override
        public String name() {
            String stages = family() == Family.COLUMNAR ? "" : ":" + Words.steps(stageSteps);
            String normalisation = decay == 1 ? "no normalisation" : "floor " + Words.power(floor);
            return "%s %d:%d%s, alpha %s, %s".formatted(family().label(), total, perStage, stages, Words.power(rate), normalisation);
        }

        private ConstructiveSpec spec() {
            Normalisation rule = decay == 1 ? Normalisation.NONE : new Normalisation(Normalisation.Kind.VARIANCE_FLOOR, decay, floor);
            return new ConstructiveSpec(TracePatterning.INPUTS, total / perStage, perStage, stageSteps, ConstructiveSpec.Growth.WAITING, true, rule,
                    false, rule, TemporalDifference.paper(rate));
        }

        @Override
        public PredictionNetwork network(long seed) {
            return ConstructiveNetwork.draw(spec(), seed);
        }

        @Override
        public double secondsPerStep() {
            int stages = total / perStage;
            return SECONDS_OF_STREAM + SECONDS_PER_STAGE * stages + SECONDS_PER_COLUMN * total
                    + SECONDS_PER_LEARNING_PARAMETER * perStage * spec().parametersPerColumn(stages - 1);
        }
    }

    /**
     * A dense LSTM under truncated backpropagation.
     *
     * @param window time steps back
     * @param units hidden units
     * @param rate alpha
     */
    record Truncated(int window, int units, double rate) implements Contender {

        private static final double SECONDS_PER_OPERATION = 0.75e-9;

        @Override
        public Family family() {
            return Family.TRUNCATED;
        }

        @Override
        public String name() {
            return "%s %d:%d, alpha %s".formatted(family().label(), window, units, Words.power(rate));
        }

        private TruncatedSpec spec() {
            return TruncatedSpec.paper(TracePatterning.INPUTS, window, units, rate);
        }

        @Override
        public PredictionNetwork network(long seed) {
            return TruncatedNetwork.draw(spec(), seed);
        }

        @Override
        public double secondsPerStep() {
            return SECONDS_PER_OPERATION * spec().operations();
        }
    }

    /** Numbers in names. */
    final class Words {

        private Words() {}

        /** 2.5M. */
        static String steps(long steps) {
            return (steps % 1_000_000 == 0 ? String.valueOf(steps / 1_000_000) : String.valueOf(steps / 1e6)) + "M";
        }

        /** 3e-4. */
        static String power(double value) {
            return String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-");
        }
    }
}
