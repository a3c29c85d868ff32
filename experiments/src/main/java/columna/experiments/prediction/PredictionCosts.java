package columna.experiments.prediction;

import columna.experiments.cost.Band;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.priced.ClockedChip;
import columna.experiments.priced.Technologies;
import columna.experiments.spec.PredictionSpec;
import columna.hardware.block.Block;
import columna.hardware.technology.Leakage;
import columna.hardware.technology.NoPriceException;
import columna.hardware.technology.Technology;
import columna.sim.accounting.Inventory;
import columna.sim.accounting.RunActivity;
import columna.sim.chip.Chip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The clocked chips of an experiment's stages, and their bills. */
final class PredictionCosts {

    private final PredictionSpec spec;
    private final List<OnlineSystem.Configuration> configurations;
    private final List<ClockedChip> clocked = new ArrayList<>();
    private final ClockedChip built;

    PredictionCosts(PredictionSpec spec, OnlineSystem system) {
        this.spec = spec;
        this.configurations = system.configurations();
        Technology technology = Technologies.of(spec.technology(), spec.locationOf("technology"));
        try {
            configurations.forEach(configuration -> clocked.add(clocked(configuration.chip(), technology)));
            built = clocked(system.built(), technology);
        } catch (NoPriceException e) {
            throw spec.locationOf("technology").complain(e.getMessage());
        }
    }

    private ClockedChip clocked(Chip chip, Technology technology) {
        OptionalLong deadline = spec.chip().deadlineCycles().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        return ClockedChip.of(chip, technology, spec.chip().clockMhz(), spec.chip().rememberSteps(), deadline);
    }

    ClockedChip built() {
        return built;
    }

    /** What a stage's time steps cost. */
    StageCost stage(int configuration, RunActivity activity) {
        ClockedChip on = clocked.get(configuration);
        EnergyLedger active = on.energy(activity);
        List<EnergyLedger.Item> items = new ArrayList<>(active.items());
        if (spec.chip().gatedLeakage() > 0) {
            long cycles = activity.cycles(kind -> on.engine().step(kind).cycles());
            items.addAll(gated(on, cycles));
        }
        return new StageCost(configurations.get(configuration).from(), on, activity, new EnergyLedger(items));
    }

    /** Leakage of what is built but not switched on: memories that are released, and whole cores. */
    private List<EnergyLedger.Item> gated(ClockedChip on, long cycles) {
        record Part(String place, String name, Block block) {}
        Map<Part, Long> active = new HashMap<>();
        on.inventory().items().forEach(item -> active.merge(new Part(item.place(), item.name(), item.block()), item.count(), Long::sum));
        double microseconds = cycles / spec.chip().clockMhz();
        List<EnergyLedger.Item> items = new ArrayList<>();
        for (Inventory.Item item : built.inventory().items()) {
            long off = item.count() - active.getOrDefault(new Part(item.place(), item.name(), item.block()), 0L);
            if (off > 0) {
                Leakage leakage = built.technology().leakage(item.block());
                Band microwatts = new Band(leakage.low().value(), leakage.nominal().value(), leakage.high().value());
                items.add(new EnergyLedger.Item(
                        item.place(), "", Optional.empty(), "", item.block(), Optional.empty(), 0,
                        microwatts.times(off * microseconds * spec.chip().gatedLeakage()), leakage.evidence(), leakage.source()));
            }
        }
        return items;
    }

    /** The bill of all stages together. */
    static EnergyLedger total(List<StageCost> stages) {
        return new EnergyLedger(stages.stream().flatMap(stage -> stage.energy().items().stream()).toList());
    }
}
