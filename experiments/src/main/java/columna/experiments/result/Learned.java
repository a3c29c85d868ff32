package columna.experiments.result;

import columna.experiments.numerics.ObservedNumbers;
import columna.reference.learning.Score;
import columna.sim.function.SignalRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What learning came to, before anything is priced.
 *
 * @param complete whether all sequences were learned
 * @param curve loss while learning
 * @param chipTest score of the chip after learning
 * @param referenceTest score of the reference after learning
 * @param updates updates done
 * @param records events of every signal on observed sequences; empty where none was observed
 * @param numerics signal-to-noise and gradient alignment
 */
public record Learned(
        boolean complete,
        LossCurve curve,
        Score chipTest,
        Score referenceTest,
        long updates,
        Map<String, SignalRecord> records,
        ObservedNumbers numerics) {

    public Learned {
        records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    }
}
