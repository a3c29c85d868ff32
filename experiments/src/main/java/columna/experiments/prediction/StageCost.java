package columna.experiments.prediction;

import columna.experiments.cost.EnergyLedger;
import columna.experiments.priced.ClockedChip;
import columna.sim.accounting.RunActivity;

/**
 * What the chip costs while one stage learns.
 *
 * @param from its first time step
 * @param clocked the cores that are switched on
 * @param activity the kinds of its time steps
 * @param energy their bill, with the leakage of what is gated off
 */
public record StageCost(long from, ClockedChip clocked, RunActivity activity, EnergyLedger energy) {

    /** Time steps of the stage. */
    public long steps() {
        return activity.steps();
    }

    /** Clock cycles of the stage. */
    public long cycles() {
        return activity.cycles(kind -> clocked.engine().step(kind).cycles());
    }

    /** Mean power in microwatts. */
    public double microwatts() {
        return energy.total().nominal() * clocked.clockMegahertz() / Math.max(1, cycles());
    }
}
