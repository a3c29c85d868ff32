package columna.experiments.study.engine;

import columna.experiments.report.RunReport;
import columna.experiments.result.RunResult;
import columna.experiments.study.computation.Computation;
import columna.experiments.study.computation.Pricing;
import columna.experiments.study.computation.StudyPoint;
import columna.experiments.study.definition.Configuration;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.store.PlannedPoint;
import columna.experiments.study.store.StoredPoint;
import columna.experiments.study.store.StudyStore;
import columna.experiments.yaml.BadInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Brings points into a study's file. Threads take places of the plan one after the other, resolve them, and compute what the file does not
 * hold; a point that needs a computation which another thread is at waits for it without holding a thread.
 */
public final class StudyEngine {

    /**
     * A place in the study.
     *
     * @param configuration the combination of levels
     * @param seed of the experiment
     */
    public record Place(Configuration configuration, long seed) {}

    private record Waiting(PlannedPoint place, StudyPoint point, List<String> missing) {}

    private record Work(Computation computation, List<Waiting> waiting) {}

    private final StudyDefinition study;
    private final StudyStore store;
    private final Workforce workforce;
    private final StudyProgress progress;
    private final BooleanSupplier stopRequested;
    private final long total;
    private final Pricing pricing = new Pricing();

    private Iterator<Place> places = List.<Place>of().iterator();
    private final Queue<Work> ready = new ArrayDeque<>();
    private final Map<String, Work> undone = new HashMap<>();
    private int busy;
    private int computing;
    private long finished;
    private Optional<Throwable> failure = Optional.empty();

    /**
     * An engine.
     *
     * @param total points of the study, for the progress
     */
    public StudyEngine(StudyDefinition study, StudyStore store, Workforce workforce, StudyProgress progress, BooleanSupplier stopRequested, long total) {
        this.study = study;
        this.store = store;
        this.workforce = workforce;
        this.progress = progress;
        this.stopRequested = stopRequested;
        this.total = total;
    }

    /**
     * Works through places until all their points are in the file, or until asked to stop; may be called again with others.
     *
     * @throws RuntimeException what a computation threw; the others then stop
     */
    public void run(Iterator<Place> plan) {
        places = plan;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < workforce.size(); i++) {
            threads.add(Thread.ofPlatform().name("study " + i).daemon().start(this::work));
        }
        threads.forEach(StudyEngine::join);
        failure.ifPresent(cause -> {
            throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(unexpected);
        }
    }

    private void work() {
        try {
            for (Optional<Runnable> task = next(); task.isPresent(); task = next()) {
                try {
                    task.get().run();
                } finally {
                    released();
                }
            }
        } catch (CancellationException stopped) {
            fail(stopping() ? Optional.empty() : Optional.of(stopped));
        } catch (RuntimeException | Error broken) {
            fail(Optional.of(broken));
        }
    }

    private synchronized void fail(Optional<Throwable> cause) {
        failure = failure.or(() -> cause);
        notifyAll();
    }

    private boolean stopping() {
        return stopRequested.getAsBoolean() || failure.isPresent();
    }

    /** A computation that waits, else the next place; waits while others may still add work; empty at the end. */
    private synchronized Optional<Runnable> next() {
        while (!stopping()) {
            if (!ready.isEmpty()) {
                Work work = ready.remove();
                busy++;
                return Optional.of(() -> compute(work));
            }
            if (places.hasNext()) {
                Place place = places.next();
                busy++;
                return Optional.of(() -> prepare(place));
            }
            if (busy == 0) {
                return Optional.empty();
            }
            await();
        }
        return Optional.empty();
    }

    private void await() {
        try {
            // Not for ever: a request to stop wakes nobody.
            wait(500);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(unexpected);
        }
    }

    private synchronized void released() {
        busy--;
        notifyAll();
    }

    private void prepare(Place place) {
        PlannedPoint planned = new PlannedPoint(place.configuration().number(), place.seed(), study.labels(place.configuration()));
        StudyPoint point;
        try {
            point = StudyPoint.of(study.experiment(place.configuration(), place.seed()), study.stop());
        } catch (BadInput refused) {
            refuse(planned, refused);
            return;
        }
        Optional<StoredPoint> known = store.point(point.id());
        if (known.isPresent() && known.get().program().equals(StudyPoint.pricingProgram()) && known.get().learning().equals(point.learning().key())
                && known.get().reference().equals(point.reference().key())) {
            store.place(planned, point.id());
            tell(1);
            return;
        }
        Waiting waiting = new Waiting(planned, point, new ArrayList<>());
        if (register(waiting)) {
            price(waiting);
        }
    }

    /** Whether nothing is missing. */
    private synchronized boolean register(Waiting waiting) {
        for (Computation computation : List.of(waiting.point().learning(), waiting.point().reference())) {
            Work work = undone.get(computation.key());
            if (work == null && store.outcome(computation.key()).isEmpty()) {
                work = new Work(computation, new ArrayList<>());
                undone.put(computation.key(), work);
                ready.add(work);
            }
            if (work != null) {
                work.waiting().add(waiting);
                waiting.missing().add(computation.key());
            }
        }
        notifyAll();
        return waiting.missing().isEmpty();
    }

    private void compute(Work work) {
        computing(1);
        long start = System.nanoTime();
        try {
            String outcome = workforce.compute(work.computation(), this::stopping);
            store.save(work.computation().key(), work.computation().kind().name(), outcome, (System.nanoTime() - start) * 1e-9);
        } finally {
            computing(-1);
        }
        complete(work).forEach(this::price);
    }

    private synchronized void computing(int more) {
        computing += more;
        progress.now(finished, total, computing);
    }

    /** The points for which this was the last that they needed. */
    private synchronized List<Waiting> complete(Work work) {
        undone.remove(work.computation().key());
        List<Waiting> free = new ArrayList<>();
        for (Waiting waiting : work.waiting()) {
            waiting.missing().remove(work.computation().key());
            if (waiting.missing().isEmpty()) {
                free.add(waiting);
            }
        }
        return free;
    }

    private void price(Waiting waiting) {
        StudyPoint point = waiting.point();
        Map<String, String> outcomes = new HashMap<>();
        for (String key : List.of(point.learning().key(), point.reference().key())) {
            outcomes.put(key, store.outcome(key).orElseThrow());
        }
        RunResult result;
        try {
            result = pricing.price(point, outcomes);
        } catch (BadInput refused) {
            refuse(waiting.place(), refused);
            return;
        }
        store.save(waiting.place(), new StoredPoint(point.id(), result.complete() ? StoredPoint.State.FINISHED : StoredPoint.State.STOPPED, "",
                point.spec().toYaml(), point.learning().key(), point.reference().key(), StudyPoint.pricingProgram(), metrics(result)));
        tell(1);
    }

    private static SequencedMap<String, Double> metrics(RunResult result) {
        SequencedMap<String, Double> metrics = new LinkedHashMap<>();
        new RunReport(result).summaryValues().forEach((key, value) -> {
            if (value instanceof Number number) {
                metrics.put(key, number.doubleValue());
            }
        });
        return metrics;
    }

    /** A design that cannot be built is a result, too. It has no resolved experiment, so its place is its name. */
    private void refuse(PlannedPoint place, BadInput refused) {
        String id = "refused-" + place.configuration() + "-" + place.seed();
        store.save(place, new StoredPoint(id, StoredPoint.State.REFUSED, String.join(" ", refused.sentences()), "", "", "",
                StudyPoint.pricingProgram(), new LinkedHashMap<>()));
        tell(1);
    }

    private synchronized void tell(int more) {
        finished += more;
        progress.now(finished, total, computing);
    }
}
