package columna.sim.chip;

import columna.hardware.block.Ports;

/**
 * What a core computes with.
 *
 * @param lanes multiply-accumulate units that work on neighbouring elements of a row, at least 1
 * @param ports ports of every memory bank of the core
 * @param tableUnits look-up units that work on neighbouring words, each with a copy of every ROM; 1 to {@code lanes}, since a
 *     bank word feeds no more
 */
public record CoreHardware(int lanes, Ports ports, int tableUnits) {

    public CoreHardware {
        if (lanes < 1) {
            throw new IllegalArgumentException("a core has " + lanes + " lanes; at least 1 is needed");
        }
        if (tableUnits < 1 || tableUnits > lanes) {
            throw new IllegalArgumentException(
                    "a core of " + lanes + " lanes has " + tableUnits + " look-up units; 1 to " + lanes + " are possible");
        }
    }

    /** With one look-up unit. */
    public CoreHardware(int lanes, Ports ports) {
        this(lanes, ports, 1);
    }
}
