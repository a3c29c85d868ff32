package columna.sim.accounting;

import columna.hardware.block.Action;
import columna.hardware.block.Block;
import columna.sim.program.Phase;

/**
 * What a count is filed under.
 *
 * @param core index of the core, or {@link columna.sim.chip.Channel#HOST} for beats that the host sends
 * @param phase phase of the time step
 * @param operation position in {@link columna.sim.program.CoreProgram#phase}, which is the same in every kind of step, so
 *     that counts of different kinds can be added; for the host, the position among the chip's channels
 * @param block the block that acted
 * @param action what it did
 */
public record ActionKey(int core, Phase phase, int operation, Block block, Action action) {

    public ActionKey {
        if (!block.supports(action)) {
            throw new IllegalArgumentException(block + " cannot " + action.label());
        }
    }
}
