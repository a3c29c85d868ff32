package columna.experiments.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a run has found.
 *
 * @param folder where its results are
 * @param values the keys of {@code summary.json}, in its order
 * @param good false if a deadline is missed or the chip does not learn what its reference learns
 * @param verdict one sentence
 */
public record RunSummary(Path folder, SequencedMap<String, Object> values, boolean good, String verdict) {
    public RunSummary {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
}
