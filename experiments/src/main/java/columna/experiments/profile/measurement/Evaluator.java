package columna.experiments.profile.measurement;

import columna.experiments.run.RunProgress;
import columna.experiments.spec.ExperimentSpec;
import java.util.function.BooleanSupplier;

/** Runs one experiment with one seed. An equal experiment gives an equal measurement; called by several threads at once. */
@FunctionalInterface
public interface Evaluator {

    /**
     * Measures.
     *
     * @param stopRequested asked while it runs; a run that stops says in its measurement that it is not complete
     */
    Measurement measure(ExperimentSpec spec, RunProgress progress, BooleanSupplier stopRequested);
}
