package columna.experiments.reproduction.store;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Point;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder {@code points} in a run's folder, locked while it is open: {@code finished.jsonl}, and {@code NUMBER.state} for unfinished
 * points, numbered as the reproduction lists them. Safe for threads.
 */
public final class PointStore implements AutoCloseable {

    private static final String FOLDER = "points";
    private static final String FINISHED = "finished.jsonl";

    private final Path folder;
    private final RunIdentity identity;
    private final List<Point> points;
    private final FileChannel lock;
    private final FinishedPoints file;
    private final Map<PointKey, Measurement> finished = new HashMap<>();

    private PointStore(Path folder, RunIdentity identity, List<Point> points, FileChannel lock) {
        this.folder = folder;
        this.identity = identity;
        this.points = points;
        this.lock = lock;
        this.file = new FinishedPoints(folder.resolve(FINISHED));
    }

    /**
     * Opens the points of a run, begun or not.
     *
     * @param run the run's folder, which exists
     * @throws BadInput if another process has it open, or if it is a run of something else
     */
    public static PointStore open(Path run, RunIdentity identity, List<Point> points) throws IOException {
        Path folder = Files.createDirectories(run.resolve(FOLDER));
        FileChannel lock = lock(run, folder);
        try {
            PointStore store = new PointStore(folder, identity, points, lock);
            store.read(run);
            return store;
        } catch (Unreadable foreign) {
            lock.close();
            throw foreign.forUser();
        } catch (IOException | RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private static FileChannel lock(Path run, Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            // Another thread of this process has it open: no different from another process.
        }
        channel.close();
        throw new BadInput(run + ": found another process at work in this folder; allowed: to wait for it, or another --output");
    }

    private void read(Path run) throws IOException {
        Optional<RunIdentity> found = file.identity();
        if (found.isEmpty()) {
            file.begin(identity);
        } else {
            identity.foreign(found.get()).ifPresent(difference -> {
                throw new BadInput(run + ": found a run " + difference + "; allowed: a folder of this run, or a new one with --output");
            });
        }
        file.cutTornLine();
        finished.putAll(file.read());
    }

    /** Whether a folder holds a run of this identity that has not measured all of its points. */
    public static boolean holdsUnfinished(Path run, RunIdentity identity, List<Point> points) throws IOException {
        FinishedPoints file = new FinishedPoints(run.resolve(FOLDER).resolve(FINISHED));
        try {
            Optional<RunIdentity> found = file.identity();
            return found.isPresent() && found.get().equals(identity)
                    && !file.read().keySet().containsAll(points.stream().map(PointKey::of).toList());
        } catch (Unreadable damaged) {
            return false;
        }
    }

    /** Whether the point has been measured. */
    public synchronized boolean isFinished(Point point) {
        return finished.containsKey(PointKey.of(point));
    }

    /** Keeps what a point found, and drops its checkpoint. */
    public synchronized void finish(Point point, Measurement measurement) throws IOException {
        file.append(point, measurement);
        finished.put(PointKey.of(point), measurement);
        checkpoint(point).delete();
    }

    /** Keeps the state of an unfinished point. */
    public void save(Point point, double share, Course.State state) throws IOException {
        checkpoint(point).write(share, state);
    }

    /** The last state of an unfinished point. */
    public Optional<SavedState> saved(Point point) throws IOException {
        try {
            return checkpoint(point).read();
        } catch (Unreadable foreign) {
            throw foreign.forUser();
        }
    }

    private Checkpoint checkpoint(Point point) {
        return new Checkpoint(folder.resolve(points.indexOf(point) + ".state"), identity, PointKey.of(point));
    }

    /** What the finished points of the reproduction found. */
    public synchronized Measurements measurements() {
        Map<String, TreeMap<Long, Measurement>> byConfiguration = new TreeMap<>();
        for (Point point : points) {
            Measurement measurement = finished.get(PointKey.of(point));
            if (measurement != null) {
                byConfiguration.computeIfAbsent(point.configuration(), name -> new TreeMap<>()).put(point.seed(), measurement);
            }
        }
        return new Measurements(byConfiguration);
    }

    /** Lets another process in. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
