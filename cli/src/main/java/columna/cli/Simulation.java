package columna.cli;

import columna.experiments.run.RunProgress;
import columna.experiments.run.RunSummary;
import columna.experiments.spec.ExperimentSpec;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** What {@code columna run} runs; tests put their own in its place. */
interface Simulation {
    RunSummary execute(ExperimentSpec spec, Path folder, RunProgress progress, BooleanSupplier stopRequested);
}
