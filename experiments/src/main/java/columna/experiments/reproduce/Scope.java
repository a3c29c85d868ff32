package columna.experiments.reproduce;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much of a reproduction is asked for.
 *
 * @param full the paper's size instead of the shortened default
 * @param seeds the number of seeds, if the user chose one
 * @param data the folder of a public data set, if the user named one
 * @param only texts that the configuration of a point must contain, all of them, to be measured now; it changes neither the points of a
 *     reproduction nor their numbers
 */
public record Scope(boolean full, OptionalInt seeds, Optional<Path> data, List<String> only) {

    /** The default size, no data. */
    public static final Scope DEFAULT = new Scope(false, OptionalInt.empty(), Optional.empty());

    /** The paper's size, no data. */
    public static final Scope FULL = new Scope(true, OptionalInt.empty(), Optional.empty());

    /** All points. */
    public Scope(boolean full, OptionalInt seeds, Optional<Path> data) {
        this(full, seeds, data, List.of());
    }

    public Scope {
        only = List.copyOf(only);
    }

    /** Whether a point is to be measured now. */
    public boolean asksFor(Point point) {
        return only.stream().allMatch(point.configuration()::contains);
    }

    /** The number of seeds: the user's choice, or else the size's own. */
    public int seeds(int shortened, int complete) {
        return seeds.orElse(full ? complete : shortened);
    }
}
