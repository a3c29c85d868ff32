package columna.reference.dense.adaptation;

import columna.reference.dense.DenseParameters;
import columna.reference.dense.DenseRule;
import columna.reference.dense.PathSelection;
import columna.reference.random.RandomStreams;

/** What carries the gradient; {@code "k = 0"} has two meanings, which are never mixed. */
public sealed interface Method {

    /** The method in the words of a table. */
    String words();

    /** The rule for a network as it is when the method begins. */
    DenseRule rule(DenseParameters parameters, RandomStreams streams);

    /** Exact real-time recurrent learning. */
    record Full() implements Method {
        @Override
        public String words() {
            return "full RTRL";
        }

        @Override
        public DenseRule rule(DenseParameters parameters, RandomStreams streams) {
            return DenseRule.fullRtrl(parameters.spec().units());
        }
    }

    /** Along k of n paths, chosen once (stream {@code dense/paths}). */
    record Sparse(PathSelection selection, int k) implements Method {
        @Override
        public String words() {
            return "k = " + k + " " + switch (selection) {
                case RANDOM_ROWS -> "random";
                case GLOBAL_SOURCES -> "same sources for all";
                case GLOBAL_TARGETS -> "same targets";
                case GLOBAL_UNITS -> "global units";
                case RANDOM_ENTRIES -> "random entries";
                case SMALLEST_WEIGHTS -> "smallest |W|";
                case LARGEST_WEIGHTS -> "largest |W|";
            };
        }

        @Override
        public DenseRule rule(DenseParameters parameters, RandomStreams streams) {
            return DenseRule.sparseRtrl(selection.select(k, parameters, streams.stream("dense/paths")));
        }
    }

    /** k = 0 as the immediate derivative alone. */
    record Immediate() implements Method {
        @Override
        public String words() {
            return "k = 0 immediate";
        }

        @Override
        public DenseRule rule(DenseParameters parameters, RandomStreams streams) {
            return DenseRule.truncated();
        }
    }

    /** k = 0 as a trace of immediate derivatives that decays by 0.95 in a time step. */
    record Eligibility() implements Method {
        static final double DECAY = 0.95;

        @Override
        public String words() {
            return "k = 0 eligibility";
        }

        @Override
        public DenseRule rule(DenseParameters parameters, RandomStreams streams) {
            return new DenseRule.Eligibility(DECAY);
        }
    }

    /** The recurrent weights stay. */
    record ReadoutOnly() implements Method {
        @Override
        public String words() {
            return "read-out only";
        }

        @Override
        public DenseRule rule(DenseParameters parameters, RandomStreams streams) {
            return new DenseRule.ReadoutOnly();
        }
    }

    /** Nothing learns. */
    record Frozen() implements Method {
        @Override
        public String words() {
            return "frozen";
        }

        @Override
        public DenseRule rule(DenseParameters parameters, RandomStreams streams) {
            return new DenseRule.ReadoutOnly();
        }
    }
}
