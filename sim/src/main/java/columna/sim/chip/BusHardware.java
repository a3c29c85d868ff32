package columna.sim.chip;

import columna.fixedpoint.Format;
import java.util.OptionalDouble;

/**
 * The bus between cores and host.
 *
 * @param topology which segments there are and which of them a beat crosses
 * @param widthBits bits that a segment carries per cycle
 * @param hopCycles cycles per segment travelled
 * @param bufferBeats beats that a receiving port holds before it refuses more
 * @param errorThreshold magnitude below which an element of an error signal is not sent, in the signal's own unit; empty for a bus that
 *     sends all
 */
public record BusHardware(
        Topology topology, int widthBits, int hopCycles, int bufferBeats, OptionalDouble errorThreshold) {

    public BusHardware {
        if (widthBits < 1 || hopCycles < 1 || bufferBeats < 1) {
            throw new IllegalArgumentException("the bus needs a width, hop cycles and buffer of at least 1 each, not "
                    + widthBits + ", " + hopCycles + ", " + bufferBeats);
        }
        if (errorThreshold.isPresent() && !(errorThreshold.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("errors cannot be skipped below " + errorThreshold.getAsDouble());
        }
        if (errorThreshold.isPresent() && topology == Topology.TREE) {
            throw new IllegalArgumentException("a tree, whose senders' packets travel together, cannot skip errors of one of them");
        }
    }

    /** A bus that sends all errors. */
    public BusHardware(Topology topology, int widthBits, int hopCycles, int bufferBeats) {
        this(topology, widthBits, hopCycles, bufferBeats, OptionalDouble.empty());
    }

    /** The spatial bus. */
    public BusHardware(int widthBits, int hopCycles, int bufferBeats) {
        this(Topology.SPATIAL, widthBits, hopCycles, bufferBeats);
    }

    /** The same wires in another arrangement. */
    public BusHardware with(Topology other) {
        return new BusHardware(other, widthBits, hopCycles, bufferBeats, errorThreshold);
    }

    /** The same bus with another threshold. */
    public BusHardware with(OptionalDouble threshold) {
        return new BusHardware(topology, widthBits, hopCycles, bufferBeats, threshold);
    }

    /** The least magnitude of a raw word that is sent; no word is as large as {@link Integer#MAX_VALUE} + 2. */
    public long leastSentRaw(Format format) {
        double least = Math.ceil(Math.scalb(errorThreshold.orElse(0), format.fractionBits()));
        return (long) Math.min(least, Integer.MAX_VALUE + 2.0);
    }
}
