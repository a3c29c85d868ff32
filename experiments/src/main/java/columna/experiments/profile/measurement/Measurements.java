package columna.experiments.profile.measurement;

import columna.experiments.run.RunProgress;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.NumericsSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Measures designs on some threads, each with some seeds; what has been measured once is not measured again. */
public final class Measurements implements AutoCloseable {

    private final Evaluator evaluator;
    private final int seeds;
    private final RunProgress progress;
    private final BooleanSupplier stopRequested;
    private final ExecutorService threads;
    private final Map<ExperimentSpec, Measurement> known = new HashMap<>();

    /**
     * @param seeds how many, from the experiment's own upwards
     * @param threads runs at a time
     */
    public Measurements(Evaluator evaluator, int seeds, int threads, RunProgress progress, BooleanSupplier stopRequested) {
        this.evaluator = evaluator;
        this.seeds = seeds;
        this.progress = progress;
        this.stopRequested = stopRequested;
        this.threads = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    }

    /**
     * Measures the loss of designs.
     *
     * @param phase what progress calls it
     * @return one for each, in the same order; empty if it was interrupted before it was measured
     */
    public List<Optional<SeedMean>> losses(String phase, List<ExperimentSpec> designs) {
        return measure(phase, designs.stream().map(spec -> observing(spec, 0)).toList());
    }

    /** As {@link #losses}, the first seed with signal-to-noise of every signal, on as many sequences as the experiment says. */
    public List<Optional<SeedMean>> withNoise(String phase, List<ExperimentSpec> designs) {
        return measure(phase, designs);
    }

    private List<Optional<SeedMean>> measure(String phase, List<ExperimentSpec> designs) {
        Set<ExperimentSpec> unknown = new LinkedHashSet<>();
        designs.forEach(spec -> seeded(spec).stream().filter(one -> !known.containsKey(one)).forEach(unknown::add));
        if (!unknown.isEmpty() && !stopRequested.getAsBoolean()) {
            run(phase, List.copyOf(unknown));
        }
        return designs.stream().map(this::mean).toList();
    }

    private Optional<SeedMean> mean(ExperimentSpec spec) {
        List<Measurement> runs = seeded(spec).stream().filter(known::containsKey).map(known::get).toList();
        return runs.size() == seeds ? Optional.of(new SeedMean(runs)) : Optional.empty();
    }

    private List<ExperimentSpec> seeded(ExperimentSpec spec) {
        List<ExperimentSpec> all = new ArrayList<>();
        all.add(spec);
        for (int i = 1; i < seeds; i++) {
            all.add(observing(spec.withSeed(spec.seed() + i), 0));
        }
        return all;
    }

    private void run(String phase, List<ExperimentSpec> specs) {
        SharedProgress shared = new SharedProgress(progress, phase, specs);
        List<Future<Measurement>> running = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            ExperimentSpec spec = specs.get(i);
            RunProgress own = shared.of(i);
            running.add(threads.submit(() -> evaluator.measure(spec, own, stopRequested)));
        }
        for (int i = 0; i < specs.size(); i++) {
            Measurement measurement = result(running.get(i));
            if (measurement.complete()) {
                known.put(specs.get(i), measurement);
            }
        }
    }

    private static Measurement result(Future<Measurement> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("measuring was interrupted", e);
        }
    }

    private static ExperimentSpec observing(ExperimentSpec spec, int sequences) {
        return spec.withNumerics(new NumericsSpec(sequences));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
