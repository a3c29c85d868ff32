package columna.sim.chip;

/**
 * The bus between cores and host.
 *
 * @param topology which segments there are and which of them a beat crosses
 * @param widthBits bits that a segment carries per cycle
 * @param hopCycles cycles per segment travelled
 * @param bufferBeats beats that a receiving port holds before it refuses more
 */
public record BusHardware(Topology topology, int widthBits, int hopCycles, int bufferBeats) {

    public BusHardware {
        if (widthBits < 1 || hopCycles < 1 || bufferBeats < 1) {
            throw new IllegalArgumentException("the bus needs a width, hop cycles and buffer of at least 1 each, not "
                    + widthBits + ", " + hopCycles + ", " + bufferBeats);
        }
    }

    /** The spatial bus. */
    public BusHardware(int widthBits, int hopCycles, int bufferBeats) {
        this(Topology.SPATIAL, widthBits, hopCycles, bufferBeats);
    }

    /** The same wires in another arrangement. */
    public BusHardware with(Topology other) {
        return new BusHardware(other, widthBits, hopCycles, bufferBeats);
    }
}
