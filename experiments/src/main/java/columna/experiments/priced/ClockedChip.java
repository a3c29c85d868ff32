package columna.experiments.priced;

import columna.experiments.cost.AreaLedger;
import columna.experiments.cost.EnergyLedger;
import columna.hardware.technology.Technology;
import columna.sim.accounting.ActionCounts;
import columna.sim.accounting.Blocks;
import columna.sim.accounting.Inventory;
import columna.sim.accounting.RunActivity;
import columna.sim.chip.Chip;
import columna.sim.program.StepKind;
import columna.sim.timing.TimingEngine;
import java.util.OptionalLong;

/**
 * Any chip with its clock and its prices.
 *
 * @param chip the chip
 * @param technology the prices
 * @param clockMegahertz for the time that leakage lasts
 * @param engine the clocked engine
 * @param inventory what the chip is built of
 * @param area what that measures
 */
public record ClockedChip(
        Chip chip, Technology technology, double clockMegahertz, TimingEngine engine, Inventory inventory, AreaLedger area) {

    /**
     * Clocks the richest kind of step once and prices it, so that what has no price is known before a run and not after it.
     *
     * @throws columna.hardware.technology.NoPriceException if an action or a block has no price
     */
    public static ClockedChip of(Chip chip, Technology technology, double clockMegahertz, boolean remember, OptionalLong deadlineCycles) {
        Blocks blocks = Blocks.of(chip);
        Inventory inventory = Inventory.of(blocks);
        ClockedChip clocked = new ClockedChip(
                chip,
                technology,
                clockMegahertz,
                new TimingEngine(blocks, remember, deadlineCycles),
                inventory,
                AreaLedger.of(inventory, technology));
        RunActivity everything = new RunActivity();
        everything.add(new StepKind(true, true, true, true), 1);
        clocked.energy(everything);
        return clocked;
    }

    /** The bill of some time steps. */
    public EnergyLedger energy(RunActivity activity) {
        return energy(
                activity.counts(kind -> engine.step(kind).counts()), activity.cycles(kind -> engine.step(kind).cycles()));
    }

    /** The bill of some actions, with leakage for so many cycles. */
    public EnergyLedger energy(ActionCounts counts, long cycles) {
        return EnergyLedger.of(chip, counts, inventory, technology, cycles / clockMegahertz);
    }
}
