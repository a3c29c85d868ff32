package columna.experiments.reproduce;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much of a reproduction is asked for.
 *
 * @param full the paper's size instead of the shortened default
 * @param seeds the number of seeds, if the user chose one
 * @param data the folder of a public data set, if the user named one
 */
public record Scope(boolean full, OptionalInt seeds, Optional<Path> data) {

    /** The default size, no data. */
    public static final Scope DEFAULT = new Scope(false, OptionalInt.empty(), Optional.empty());

    /** The paper's size, no data. */
    public static final Scope FULL = new Scope(true, OptionalInt.empty(), Optional.empty());

    /** The number of seeds: the user's choice, or else the size's own. */
    public int seeds(int shortened, int complete) {
        return seeds.orElse(full ? complete : shortened);
    }
}
