package columna.sim.chip;

import columna.hardware.block.Ports;

/**
 * What a core computes with.
 *
 * @param lanes multiply-accumulate units that work on neighbouring elements of a row, at least 1
 * @param ports ports of every memory bank of the core
 */
public record CoreHardware(int lanes, Ports ports) {

    public CoreHardware {
        if (lanes < 1) {
            throw new IllegalArgumentException("a core has " + lanes + " lanes; at least 1 is needed");
        }
    }
}
