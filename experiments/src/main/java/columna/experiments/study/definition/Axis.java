package columna.experiments.study.definition;

import java.util.List;

/**
 * Something of the experiment that a study varies.
 *
 * @param name a key, a part of formats, or a name of the user's for variants
 * @param levels its values, at least one, with different labels
 */
public record Axis(String name, List<Level> levels) {
    public Axis {
        levels = List.copyOf(levels);
    }

    /** Whether every level is a number. */
    public boolean numeric() {
        return levels.stream().allMatch(level -> level.number().isPresent());
    }
}
