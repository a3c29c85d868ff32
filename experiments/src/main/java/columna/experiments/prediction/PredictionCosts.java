package columna.experiments.prediction;

import columna.experiments.cost.Band;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.priced.ClockedChip;
import columna.experiments.priced.Technologies;
import columna.experiments.spec.PredictionSpec;
import columna.hardware.technology.NoPriceException;
import columna.hardware.technology.Technology;
import columna.sim.accounting.ActionCounts;
import columna.sim.accounting.RunActivity;
import columna.sim.chip.Chip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

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

    /** Leakage of what is built but not switched on. */
    private List<EnergyLedger.Item> gated(ClockedChip on, long cycles) {
        record Part(String place, String block) {}
        Set<Part> active = new HashSet<>();
        on.energy(none(), cycles).items().forEach(item -> active.add(new Part(item.place(), item.block().toString())));
        return built.energy(none(), cycles).items().stream()
                .filter(item -> !active.contains(new Part(item.place(), item.block().toString())))
                .map(this::scaled)
                .toList();
    }

    private EnergyLedger.Item scaled(EnergyLedger.Item item) {
        Band band = item.picojoules().times(spec.chip().gatedLeakage());
        return new EnergyLedger.Item(
                item.place(), item.coreType(), item.phase(), item.operation(), item.block(), item.action(), item.count(), band, item.evidence(),
                item.source());
    }

    private static ActionCounts none() {
        return new ActionCounts.Builder().build();
    }

    /** The bill of all stages together. */
    static EnergyLedger total(List<StageCost> stages) {
        return new EnergyLedger(stages.stream().flatMap(stage -> stage.energy().items().stream()).toList());
    }
}
