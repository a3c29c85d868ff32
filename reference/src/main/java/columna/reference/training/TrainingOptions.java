package columna.reference.training;

import columna.reference.learning.Dropout;
import columna.reference.learning.Quirk;
import java.util.Set;

/**
 * How a network is trained, apart from its rule and its optimiser.
 *
 * @param precision of the arithmetic
 * @param dropout the rate of dropout, 0 to below 1
 * @param seed of the dropout's masks; each sequence learned has masks of its own
 * @param quirks mistakes of published code to be repeated
 */
public record TrainingOptions(Precision precision, double dropout, long seed, Set<Quirk> quirks) {

    /** Double precision, no dropout, no quirks. */
    public static final TrainingOptions PLAIN = new TrainingOptions(Precision.DOUBLE, 0, 0, Set.of());

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    public TrainingOptions {
        quirks = Set.copyOf(quirks);
    }

    /** The dropout of the n-th sequence learned, from 0. */
    Dropout dropout(long n) {
        return dropout == 0 ? Dropout.NONE : new Dropout(dropout, seed + GOLDEN_GAMMA * (n + 1));
    }
}
