package columna.experiments.spec;

/** What the chip learns: sequences of inputs with targets at some of their time steps. */
public sealed interface TaskSpec {

    /** The tasks there are. */
    enum TaskName implements Word {
        COPY("copy"),
        LISTOPS("listops");

        private final String word;

        TaskName(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Sequences that are only inferred, after learning, to measure accuracy. */
    int testSequences();

    /** Whether targets belong to another sequence, so that nothing can be learned (the control of law 7). */
    boolean shuffledTargets();

    /** Words of input in a time step. */
    int inputs();

    /** Outputs in a time step, each a choice between classes. */
    int outputs();

    /** Classes of an output. */
    int classes();

    /** Time steps of a sequence; where lengths differ, of one of middle length. */
    int steps();

    /** Those among them that have a target. */
    int scoredSteps();

    /** Whether a sequence has one label, asked for at every time step and answered by the mean of all answers. */
    boolean labelled();

    /** What one answer is, for reports. */
    String answer();

    /** Loss of a fair guess, nats per answer. */
    default double chanceLoss() {
        return StrictMath.log(classes());
    }

    /** Share of answers that a fair guess has right. */
    default double chanceAccuracy() {
        return 1.0 / classes();
    }

    /**
     * A pattern of random bits is shown, padding follows, and the pattern is to be repeated (Zucchet et al. 2023).
     *
     * @param patternSteps time steps that show a pattern
     * @param bitsPerStep random bits in each of them
     * @param padSteps time steps of padding before the answer begins
     */
    record Copy(int patternSteps, int bitsPerStep, int padSteps, int testSequences, boolean shuffledTargets) implements TaskSpec {

        @Override
        public int inputs() {
            return bitsPerStep + 1;
        }

        @Override
        public int outputs() {
            return bitsPerStep;
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public int steps() {
            return 2 * patternSteps + padSteps + 1;
        }

        @Override
        public int scoredSteps() {
            return patternSteps;
        }

        @Override
        public boolean labelled() {
            return false;
        }

        @Override
        public String answer() {
            return "bit";
        }
    }

    /**
     * The value of a nested expression over digits is to be told (Tay et al. 2021; SEEDS E). One symbol is read in a time step, then the end.
     *
     * @param levels levels of nesting; the root is the first, and at the last are digits only
     * @param mostArguments the most arguments of an operator
     * @param shortest the fewest symbols of an expression
     * @param longest the most symbols of an expression
     */
    record ListOps(int levels, int mostArguments, int shortest, int longest, int testSequences, boolean shuffledTargets) implements TaskSpec {

        /** Input channels of the published networks: 18 symbols, and two that are never used. */
        private static final int CHANNELS = 20;

        @Override
        public int inputs() {
            return CHANNELS;
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public int classes() {
            return 10;
        }

        @Override
        public int steps() {
            return (shortest + longest) / 2 + 1;
        }

        @Override
        public int scoredSteps() {
            return steps();
        }

        @Override
        public boolean labelled() {
            return true;
        }

        @Override
        public String answer() {
            return "label";
        }
    }
}
