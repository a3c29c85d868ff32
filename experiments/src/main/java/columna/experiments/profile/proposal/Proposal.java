package columna.experiments.profile.proposal;

import columna.experiments.chip.ChipDesign;
import columna.experiments.profile.formats.Buildable;
import columna.experiments.spec.ExperimentSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A format for every signal, with which the chip can be built.
 *
 * @param signals by name, in the chip's order
 * @param buildable the chip
 * @param memoryBits bits of all memories
 */
public record Proposal(SequencedMap<String, SignalProposal> signals, Buildable buildable, long memoryBits) {

    public Proposal {
        signals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(signals));
    }

    /** The experiment with the proposed formats. */
    public ExperimentSpec spec() {
        return buildable.spec();
    }

    /** Its chip. */
    public ChipDesign design() {
        return buildable.design();
    }
}
