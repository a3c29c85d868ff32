package columna.experiments.run;

import columna.experiments.spec.ExperimentSpec;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** One experiment from its specification to its report. */
public final class Run {

    private Run() {}

    /**
     * Simulates and writes the report.
     *
     * @param folder an existing folder for the results
     * @param stopRequested asked after every sequence; a run that stops writes a partial report
     */
    public static RunSummary execute(ExperimentSpec spec, Path folder, RunProgress progress, BooleanSupplier stopRequested) {
        throw new UnsupportedOperationException("the simulation of '" + spec.name() + "' into " + folder + " is not built yet");
    }
}
