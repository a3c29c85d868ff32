package columna.experiments.study.definition;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One value of an axis.
 *
 * @param label as the study file writes it
 * @param number the value on a numeric axis
 * @param changes what it does to the experiment
 */
public record Level(String label, OptionalDouble number, List<Change> changes) {
    public Level {
        changes = List.copyOf(changes);
    }
}
