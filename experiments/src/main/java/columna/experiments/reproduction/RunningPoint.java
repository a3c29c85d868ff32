package columna.experiments.reproduction;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduction.ReproductionProgress.Running;
import columna.experiments.reproduction.store.PointStore;
import columna.experiments.reproduction.store.SavedState;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** The course of one point: states to the store, shares to the progress, an interruption to the point. Its shares are read by other threads. */
final class RunningPoint implements Course {

    private final Point point;
    private final PointStore store;
    private final Optional<SavedState> saved;
    private final Duration betweenStates;
    private final BooleanSupplier stopRequested;
    private final DoubleConsumer told;
    private long lastState = System.nanoTime();
    private volatile double share;

    RunningPoint(Point point, PointStore store, Duration betweenStates, BooleanSupplier stopRequested, DoubleConsumer told) throws IOException {
        this.point = point;
        this.store = store;
        this.saved = store.saved(point);
        this.betweenStates = betweenStates;
        this.stopRequested = stopRequested;
        this.told = told;
        this.share = saved.map(SavedState::share).orElse(0.0);
    }

    Running standing() {
        return new Running(point.configuration(), point.seed(), share);
    }

    @Override
    public Optional<DataInputStream> resumed() {
        return saved.map(SavedState::stream);
    }

    @Override
    public void reached(double reached, State state) throws IOException {
        share = Math.clamp(reached, 0, 1);
        boolean stop = stopRequested.getAsBoolean();
        if (stop || System.nanoTime() - lastState >= betweenStates.toNanos()) {
            store.save(point, share, state);
            lastState = System.nanoTime();
        }
        if (stop) {
            throw new CancellationException(point.configuration() + ", seed " + point.seed());
        }
        told.accept(share);
    }
}
