package columna.sim.chip;

/**
 * The spatial bus: one segment between neighbouring levels of the chip.
 *
 * @param widthBits bits that a segment carries per cycle
 * @param hopCycles cycles per segment travelled
 * @param bufferBeats beats that a receiving port holds before it refuses more
 */
public record BusHardware(int widthBits, int hopCycles, int bufferBeats) {

    public BusHardware {
        if (widthBits < 1 || hopCycles < 1 || bufferBeats < 1) {
            throw new IllegalArgumentException("the bus needs a width, hop cycles and buffer of at least 1 each, not "
                    + widthBits + ", " + hopCycles + ", " + bufferBeats);
        }
    }
}
