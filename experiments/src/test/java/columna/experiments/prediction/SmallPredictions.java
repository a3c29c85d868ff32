package columna.experiments.prediction;

import columna.experiments.explain.PredictionSignals;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.ShippedPredictions;
import java.util.ArrayList;
import java.util.List;

/** Shipped predictions, made small where a test need not run for long. */
final class SmallPredictions {

    private SmallPredictions() {}

    static List<String> names() {
        return ShippedPredictions.names();
    }

    static PredictionSpec shipped(String name, String... settings) {
        return PredictionSpec.read(name, PredictionSignals.names(), List.of(settings));
    }

    /** A few hundred time steps, in which stages change places where there are several. */
    static PredictionSpec small(String name, String... settings) {
        List<String> all = new ArrayList<>(List.of("stream.steps=300", "stream.scored_steps=100", "numerics.windows=0"));
        if (!shipped(name).values().getOrDefault("system.stages", "1").equals("1")) {
            all.add("system.stage_steps=100");
        }
        all.addAll(List.of(settings));
        return shipped(name, all.toArray(String[]::new));
    }

    /** Three stages of three columns on cores of two and one, which change places within a few hundred time steps. */
    static PredictionSpec threeStages(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "system.stages=3", "system.columns_per_stage=3", "system.columns_per_core=2", "system.stage_steps=150", "stream.steps=600",
                "stream.scored_steps=100"));
        all.addAll(List.of(settings));
        return shipped("lstm-columns", all.toArray(String[]::new));
    }
}
