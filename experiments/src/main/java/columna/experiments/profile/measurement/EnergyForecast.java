package columna.experiments.profile.measurement;

import columna.experiments.chip.ChipDesign;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.spec.ExperimentSpec;
import columna.sim.accounting.Blocks;
import columna.sim.accounting.Inventory;
import columna.sim.timing.TimingEngine;
import java.util.OptionalLong;

/**
 * The energy of a chip that has not run, from the time steps of a chip that has: what a step does depends on no value, so the same steps are
 * priced with the other chip's words.
 */
public final class EnergyForecast {

    private EnergyForecast() {}

    /** Picojoules of learning, nominal. */
    public static double picojoules(ExperimentSpec spec, ChipDesign design, Measurement ran) {
        Blocks blocks = Blocks.of(design.chip());
        TimingEngine engine = new TimingEngine(blocks, spec.chip().rememberSteps(), OptionalLong.empty());
        long cycles = ran.activity().cycles(kind -> engine.step(kind).cycles());
        return EnergyLedger.of(design.chip(), ran.activity().counts(kind -> engine.step(kind).counts()), Inventory.of(blocks), ran.technology(),
                        cycles / spec.chip().clockMhz())
                .total().nominal();
    }
}
