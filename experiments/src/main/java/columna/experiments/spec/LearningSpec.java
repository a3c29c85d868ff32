package columna.experiments.spec;

/**
 * How the chip learns.
 *
 * @param rule where gradients of recurrent parameters come from
 * @param sequences training sequences
 * @param update when parameters change
 * @param optimiser what a gradient does to a parameter
 * @param schedule the learning rate over updates
 */
public record LearningSpec(Rule rule, long sequences, Update update, Optimiser optimiser, Schedule schedule) {

    /** The learning rules of SEEDS.md A.2.2 that a chip can run, since no signal of theirs travels back in time. */
    public enum Rule implements Word {
        ONLINE("online"),
        SPATIAL("spatial"),
        TRUNCATED("truncated");

        private final String word;

        Rule(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** When parameters change. */
    public sealed interface Update {
        /** At the end of every {@code count}-th sequence. */
        record EverySequences(int count) implements Update {}

        /** At the end of every time step. */
        record EveryTimeStep() implements Update {}
    }

    /** What a gradient does to a parameter. Decays are one minus a power of two, because the chip multiplies by them with a shift. */
    public sealed interface Optimiser {
        /** The learning rate before the schedule. */
        double rate();

        /** Factor on the rate of the recurrent parameters (lambda, gamma, B). */
        double recurrentRateFactor();

        record Sgd(double rate, double recurrentRateFactor) implements Optimiser {}

        record Momentum(double rate, double recurrentRateFactor, double momentum) implements Optimiser {
            /** K of {@code momentum = 1 - 2^-K}. */
            public int shift() {
                return shiftOf(momentum);
            }
        }

        record Adam(double rate, double recurrentRateFactor, double beta1, double beta2) implements Optimiser {
            /** K of {@code beta1 = 1 - 2^-K}. */
            public int firstShift() {
                return shiftOf(beta1);
            }

            /** K of {@code beta2 = 1 - 2^-K}. */
            public int secondShift() {
                return shiftOf(beta2);
            }
        }

        private static int shiftOf(double decay) {
            return -Math.getExponent(1 - decay);
        }
    }

    /** The learning rate over updates. */
    public sealed interface Schedule {
        record Constant() implements Schedule {}

        /** Linear from zero over the warm-up, then a half cosine down to the minimum at the last update. */
        record WarmupCosine(long warmupUpdates, double minimumRate) implements Schedule {}
    }

    enum UpdateEvery implements Word {
        SEQUENCES("sequences"),
        TIME_STEP("time-step");

        private final String word;

        UpdateEvery(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    enum OptimiserName implements Word {
        SGD("sgd"),
        MOMENTUM("momentum"),
        ADAM("adam");

        private final String word;

        OptimiserName(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    enum ScheduleName implements Word {
        CONSTANT("constant"),
        WARMUP_COSINE("warmup-cosine");

        private final String word;

        ScheduleName(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
