package columna.experiments.profile.proposal;

import columna.experiments.profile.observation.Histogram;
import columna.experiments.profile.observation.SignalObservation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which part of training a signal's noise is held against. */
public enum Period {
    /** The third of training in which the signal is weakest: gradients shrink, and shall still be seen in the end. */
    QUIETEST,
    /** All of training. */
    WHOLE;

    /** The parts of training in each of which the ratio is kept: what every signal was in each. */
    List<Map<String, Histogram>> parts(Map<String, List<Histogram>> thirds) {
        List<Map<String, Histogram>> parts = new ArrayList<>();
        for (int part = 0; part < (this == WHOLE ? 1 : SignalObservation.THIRDS); part++) {
            Map<String, Histogram> seen = new HashMap<>();
            for (Map.Entry<String, List<Histogram>> signal : thirds.entrySet()) {
                seen.put(signal.getKey(), this == WHOLE ? Histogram.sum(signal.getValue()) : signal.getValue().get(part));
            }
            parts.add(seen);
        }
        return parts;
    }
}
