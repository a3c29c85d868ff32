package columna.experiments.profile.measurement;

import columna.experiments.run.Run;
import columna.experiments.run.RunProgress;
import columna.experiments.spec.ExperimentSpec;
import java.util.function.BooleanSupplier;

/** The evaluator that simulates. */
public final class SimulatedChip implements Evaluator {

    @Override
    public Measurement measure(ExperimentSpec spec, RunProgress progress, BooleanSupplier stopRequested) {
        return Measurement.of(Run.simulate(spec, progress, stopRequested));
    }
}
