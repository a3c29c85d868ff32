package columna.experiments.study.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The place of a point in a study.
 *
 * @param configuration number of the combination of levels
 * @param seed of the experiment
 * @param settings axis to the label of its level, in the order of the study
 */
public record PlannedPoint(int configuration, long seed, SequencedMap<String, String> settings) {
    public PlannedPoint {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    }
}
