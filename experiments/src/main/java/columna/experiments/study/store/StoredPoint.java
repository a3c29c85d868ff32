package columna.experiments.study.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A point as the file keeps it.
 *
 * @param id its name, the digest of its resolved experiment
 * @param state how it ended
 * @param reason why it was refused, else empty
 * @param experiment the resolved experiment as YAML, empty if it was refused
 * @param learning key of the chip's computation, empty if refused
 * @param reference key of the reference's, empty if refused
 * @param program fingerprint of the code that priced it
 * @param metrics key of a run's summary to its number
 */
public record StoredPoint(
        String id,
        State state,
        String reason,
        String experiment,
        String learning,
        String reference,
        String program,
        SequencedMap<String, Double> metrics) {

    /** How a point ended. */
    public enum State {
        /** All sequences were learned. */
        FINISHED,
        /** The chip was given up by the study's stop rule. */
        STOPPED,
        /** No such chip can be built or priced. */
        REFUSED
    }

    public StoredPoint {
        metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
    }
}
