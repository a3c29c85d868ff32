package columna.experiments.spec;

import java.util.List;
import java.util.Locale;

/**
 * A look-up table of one nonlinear function.
 *
 * @param entries stored values, a power of two
 * @param interpolation what happens between two of them
 */
public record TableSpec(int entries, Interpolation interpolation) {

    /** What happens between two entries. */
    public enum Interpolation implements Word {
        LINEAR,
        NONE;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The functions that a chip looks up. */
    public enum Function implements Word {
        GELU,
        TANH,
        SIGMOID,
        EXP,
        SINE,
        RECIPROCAL,
        RECIPROCAL_SQUARE_ROOT;

        /** Those of networks that learn from sequences, in the order of the file. */
        public static List<Function> all() {
            return List.of(GELU, SIGMOID, EXP, SINE, RECIPROCAL, RECIPROCAL_SQUARE_ROOT);
        }

        /** Those of networks that predict at every time step, in the order of the file. */
        public static List<Function> ofPredictions() {
            return List.of(TANH, SIGMOID, RECIPROCAL_SQUARE_ROOT);
        }

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
