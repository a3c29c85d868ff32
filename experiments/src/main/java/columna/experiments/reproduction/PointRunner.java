package columna.experiments.reproduction;

import columna.experiments.reproduce.Point;
import columna.experiments.reproduction.ReproductionProgress.Standing;
import columna.experiments.reproduction.store.PointStore;
import columna.experiments.reproduction.store.SavedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Measures the points that a store does not hold, each on one thread, the longest first so that no long one is left for the end. What a
 * point finds depends on neither order nor threads.
 */
final class PointRunner {

    private final List<Point> points;
    private final PointStore store;
    private final Duration betweenStates;
    private final ReproductionProgress progress;
    private final BooleanSupplier stopRequested;
    private final Queue<Point> waiting = new ArrayDeque<>();
    private final List<RunningPoint> running = new ArrayList<>();
    private final Map<Point, Double> left = new LinkedHashMap<>();
    private volatile Optional<PointFailure> failure = Optional.empty();

    PointRunner(List<Point> points, PointStore store, Duration betweenStates, ReproductionProgress progress, BooleanSupplier stopRequested) {
        this.points = points;
        this.store = store;
        this.betweenStates = betweenStates;
        this.progress = progress;
        this.stopRequested = stopRequested;
    }

    /**
     * Measures on so many threads until all points are finished or the run is to stop.
     *
     * @throws PointFailure if a point fails; the others then stop, their states kept
     */
    void run(int threads) {
        for (Point point : points) {
            if (!store.isFinished(point)) {
                left.put(point, (1 - savedShare(point)) * point.coreSeconds());
            }
        }
        left.entrySet().stream().sorted(Map.Entry.<Point, Double>comparingByValue().reversed()).forEach(entry -> waiting.add(entry.getKey()));
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, waiting.size()); i++) {
            workers.add(Thread.ofPlatform().name("points " + i).daemon().unstarted(this::work));
        }
        tell();
        workers.forEach(Thread::start);
        workers.forEach(PointRunner::join);
        failure.ifPresent(failed -> {
            throw failed;
        });
    }

    private double savedShare(Point point) {
        try {
            return store.saved(point).map(SavedState::share).orElse(0.0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(unexpected);
        }
    }

    private void work() {
        for (Optional<Point> next = next(); next.isPresent(); next = next()) {
            Point point = next.get();
            try {
                measure(point);
            } catch (CancellationException interrupted) {
                if (!stopping()) {
                    fail(new PointFailure(point, interrupted));
                }
            } catch (IOException | RuntimeException | Error broken) {
                fail(new PointFailure(point, broken));
            }
        }
    }

    private synchronized void fail(PointFailure failed) {
        failure = failure.or(() -> Optional.of(failed));
    }

    private boolean stopping() {
        return stopRequested.getAsBoolean() || failure.isPresent();
    }

    private synchronized Optional<Point> next() {
        return stopping() ? Optional.empty() : Optional.ofNullable(waiting.poll());
    }

    private void measure(Point point) throws IOException {
        RunningPoint course = new RunningPoint(point, store, betweenStates, this::stopping, share -> reached(point, share));
        begin(course);
        try {
            store.finish(point, point.measuring().measure(course));
            finished(point);
        } finally {
            end(course);
        }
        tell();
    }

    private synchronized void finished(Point point) {
        left.remove(point);
    }

    private synchronized void reached(Point point, double share) {
        left.put(point, (1 - share) * point.coreSeconds());
        tell();
    }

    private synchronized void begin(RunningPoint course) {
        running.add(course);
    }

    private synchronized void end(RunningPoint course) {
        running.remove(course);
    }

    /** Of a point that waits, the work before its checkpoint is done. */
    private synchronized void tell() {
        double all = points.stream().mapToDouble(Point::coreSeconds).sum();
        double undone = left.values().stream().mapToDouble(seconds -> seconds).sum();
        progress.now(new Standing(
                points.size() - left.size(), points.size(), all - undone, all, running.stream().map(RunningPoint::standing).toList()));
    }
}
