package columna.experiments.profile.measurement;

import columna.experiments.priced.Technologies;
import columna.experiments.result.RunResult;
import columna.experiments.run.Run;
import columna.experiments.run.RunProgress;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.study.computation.Computation;
import columna.experiments.study.computation.Pricing;
import columna.experiments.study.computation.StudyPoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The evaluator that simulates. Designs that learn the same share one reference, and those that differ in timing or prices one chip. */
public final class SimulatedChip implements Evaluator {

    private final Map<String, CompletableFuture<String>> outcomes = new ConcurrentHashMap<>();
    private final Pricing pricing = new Pricing();

    @Override
    public Measurement measure(ExperimentSpec spec, RunProgress progress, BooleanSupplier stopRequested) {
        if (spec.numerics().sampledSequences() > 0) {
            return Measurement.of(Run.simulateThisWidth(spec, progress, stopRequested));
        }
        StudyPoint point = StudyPoint.of(spec, Optional.empty());
        progress.phase("learning", spec.learning().sequences());
        try {
            Map<String, String> of = new HashMap<>();
            of.put(point.learning().key(), outcome(point.learning(), stopRequested));
            of.put(point.reference().key(), outcome(point.reference(), stopRequested));
            RunResult result = pricing.price(point, of);
            progress.sequences(result.sequences(), result.chipTest().loss(), result.referenceTest().loss());
            return Measurement.of(result);
        } catch (CancellationException stopped) {
            return Measurement.stopped(Technologies.of(spec));
        }
    }

    /** Computed by the first who needs it; the others wait for it. */
    private String outcome(Computation computation, BooleanSupplier stopRequested) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> known = outcomes.putIfAbsent(computation.key(), mine);
        if (known == null) {
            try {
                mine.complete(computation.compute(stopRequested));
            } catch (RuntimeException | Error failed) {
                outcomes.remove(computation.key());
                mine.completeExceptionally(failed);
            }
            known = mine;
        }
        try {
            return known.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        }
    }
}
