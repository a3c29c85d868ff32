package columna.sim.chip;

import java.util.BitSet;
import java.util.Map;

/**
 * Which elements of error signals were large enough to be sent in a time step, on a chip that skips the others: all of the data that its
 * timing depends on.
 *
 * @param elements the elements sent, by core and channel; not to be changed
 */
public record SentErrors(Map<Sender, BitSet> elements) {

    /** Nothing was sent on any channel whose small errors are skipped. */
    public static final SentErrors NONE = new SentErrors(Map.of());

    public SentErrors {
        elements = Map.copyOf(elements);
    }

    /** A core that sends on a channel. */
    public record Sender(int core, String channel) {}
}
