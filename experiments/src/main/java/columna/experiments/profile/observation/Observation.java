package columna.experiments.profile.observation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What was seen of all signals of a chip.
 *
 * @param signals by name, in the chip's order
 * @param sampledSequences sequences that were looked at
 * @param sequences sequences that the reference learned from
 * @param complete whether those are all of the experiment
 */
public record Observation(
        SequencedMap<String, SignalObservation> signals, long sampledSequences, long sequences, boolean complete) {

    public Observation {
        signals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(signals));
    }
}
