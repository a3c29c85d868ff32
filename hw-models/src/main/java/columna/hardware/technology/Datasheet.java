package columna.hardware.technology;

import columna.hardware.block.Action;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Everything one block costs: picojoules per action, square micrometres, microwatts and, where data exists, nanoseconds. */
record Datasheet(Map<Action, Estimate> energy, Estimate area, Estimate leakage, Optional<Estimate> latency) {
    Datasheet {
        energy = Map.copyOf(energy);
    }

    static Datasheet of(Action action, Estimate energy, Estimate area, Estimate leakage, Optional<Estimate> latency) {
        return new Datasheet(Map.of(action, energy), area, leakage, latency);
    }

    /** The same block with every figure multiplied, because of a stated rule. */
    Datasheet times(Estimate factor) {
        var scaled = new EnumMap<Action, Estimate>(Action.class);
        energy.forEach((action, estimate) -> scaled.put(action, estimate.times(factor)));
        return new Datasheet(scaled, area.times(factor), leakage.times(factor), latency.map(path -> path.times(factor)));
    }

    /** The same block {@code ratio} times outside its data. */
    Datasheet extrapolated(double ratio) {
        var wider = new EnumMap<Action, Estimate>(Action.class);
        energy.forEach((action, estimate) -> wider.put(action, estimate.extrapolated(ratio)));
        return new Datasheet(wider, area.extrapolated(ratio), leakage.extrapolated(ratio),
                latency.map(path -> path.extrapolated(ratio)));
    }
}
