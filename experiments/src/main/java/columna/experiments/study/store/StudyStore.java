package columna.experiments.study.store;

import columna.experiments.study.store.Database.BrokenStore;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The open file of a study. Every change is one transaction that is on the disk when its method returns. Safe for threads.
 */
public final class StudyStore implements AutoCloseable {

    /** The file's name in a study's folder. */
    public static final String FILE = "study.db";

    private final Database database;
    private final Optional<StudyLock> lock;

    private StudyStore(Database database, Optional<StudyLock> lock) {
        this.database = database;
        this.lock = lock;
    }

    /**
     * Opens a study's file to work in it, new or begun.
     *
     * @param folder an existing folder
     * @param study the study's name
     * @throws BadInput if another process works in it, if it holds another study, or a file that this program cannot read
     */
    public static StudyStore open(Path folder, String study) throws IOException {
        return open(folder, study, Disk.of(folder));
    }

    /**
     * As {@link #open(Path, String)}.
     *
     * @param disk what the folder lies on
     */
    public static StudyStore open(Path folder, String study, Disk disk) throws IOException {
        StudyLock lock = StudyLock.take(folder);
        try {
            StudyStore store = new StudyStore(connect(folder.resolve(FILE), Optional.of(disk)), Optional.of(lock));
            store.begin(folder, study);
            return store;
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    /**
     * Opens a study's file to read it, while another process may work in it.
     *
     * @throws BadInput if there is none, or one that this program cannot read
     */
    public static StudyStore read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new BadInput(folder + ": found no " + FILE + "; allowed: the folder of a study");
        }
        StudyStore store = new StudyStore(connect(file, Optional.empty()), Optional.empty());
        try {
            store.checkVersion(folder);
            return store;
        } catch (RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    private static Database connect(Path file, Optional<Disk> disk) {
        try {
            return Database.open(file, disk);
        } catch (SQLException unreadable) {
            throw damaged(file, new BrokenStore(unreadable));
        }
    }

    private static BadInput damaged(Path file, BrokenStore broken) {
        return new BadInput(file + ": found a file that is no study or is damaged (" + String.valueOf(broken.getCause().getMessage()).lines().findFirst().orElse("")
                + "); allowed: a " + FILE + " that columna wrote");
    }

    private void begin(Path folder, String study) {
        try {
            boolean fresh = database.query("SELECT count(*) FROM sqlite_master", row -> row.getInt(1)).getFirst() == 0;
            if (fresh) {
                database.transaction(connection -> {
                    Schema.STATEMENTS.forEach(database::update);
                    setFact("schema", Integer.toString(Schema.VERSION));
                    setFact("name", study);
                });
            }
        } catch (BrokenStore unreadable) {
            throw damaged(folder.resolve(FILE), unreadable);
        }
        checkVersion(folder);
        String found = fact("name").orElse("");
        if (!found.equals(study)) {
            throw new BadInput(folder + ": found the study '" + found + "'; allowed: a folder of the study '" + study + "', or a new one with --output");
        }
    }

    private void checkVersion(Path folder) {
        Optional<String> version;
        try {
            version = fact("schema");
        } catch (BrokenStore foreign) {
            throw damaged(folder.resolve(FILE), foreign);
        }
        if (!version.equals(Optional.of(Integer.toString(Schema.VERSION)))) {
            throw new BadInput(folder.resolve(FILE) + ": found a study of format " + version.orElse("unknown") + "; allowed: format " + Schema.VERSION
                    + ", as this version of columna writes");
        }
    }

    /** A fact about the study as a whole. */
    public synchronized Optional<String> fact(String key) {
        return database.query("SELECT value FROM study WHERE key = ?", row -> row.getString(1), key).stream().findFirst();
    }

    /** Keeps facts about the study as a whole, all or none. */
    public synchronized void setFacts(Map<String, String> facts) {
        database.transaction(connection -> facts.forEach(this::setFact));
    }

    private void setFact(String key, String value) {
        database.update("INSERT OR REPLACE INTO study VALUES (?, ?)", key, value);
    }

    /** Forgets which points the study has, not what they came to: for a study whose file has changed. */
    public synchronized void forgetPlan() {
        database.transaction(connection -> {
            database.update("DELETE FROM plan");
            database.update("DELETE FROM setting");
        });
    }

    /** What a computation came to, if it has been done. */
    public synchronized Optional<String> outcome(String key) {
        return database.query("SELECT outcome FROM computation WHERE key = ?", row -> row.getString(1), key).stream().findFirst();
    }

    /** Keeps what a computation came to. */
    public synchronized void save(String key, String kind, String outcome, double seconds) {
        database.transaction(connection -> database.update("INSERT OR REPLACE INTO computation VALUES (?, ?, ?, ?)", key, kind, outcome, seconds));
    }

    /** Computations done, and the seconds that they took. */
    public synchronized Map<String, Double> secondsByComputation() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        database.query("SELECT key, seconds FROM computation ORDER BY key", row -> seconds.put(row.getString(1), row.getDouble(2)));
        return seconds;
    }

    /** Keeps a point and its place in the study. */
    public synchronized void save(PlannedPoint place, StoredPoint point) {
        database.transaction(connection -> {
            database.update("INSERT OR REPLACE INTO point VALUES (?, ?, ?, ?, ?, ?, ?)", point.id(), point.state().name(), point.reason(),
                    point.experiment(), point.learning(), point.reference(), point.program());
            database.update("DELETE FROM metric WHERE point = ?", point.id());
            point.metrics().forEach((name, value) -> database.update("INSERT INTO metric VALUES (?, ?, ?)", point.id(), name, value));
            plan(place, point.id());
        });
    }

    /** Keeps the place of a point that the file holds. */
    public synchronized void place(PlannedPoint place, String point) {
        database.transaction(connection -> plan(place, point));
    }

    private void plan(PlannedPoint place, String point) {
        database.update("INSERT OR REPLACE INTO plan VALUES (?, ?, ?)", place.configuration(), place.seed(), point);
        place.settings().forEach((axis, value) ->
                database.update("INSERT OR REPLACE INTO setting VALUES (?, ?, ?)", place.configuration(), axis, value));
    }

    /**
     * Takes over what another study's file holds, all or nothing.
     *
     * @param folder of the other, which may be at work
     * @throws BadInput if both hold the same thing with different contents
     */
    public synchronized void absorb(Path folder) {
        Path file = folder.resolve(FILE);
        database.update("ATTACH DATABASE ? AS other", file.toString());
        try {
            database.transaction(connection -> OtherTables.takeOver(connection, folder));
        } finally {
            database.update("DETACH DATABASE other");
        }
    }

    /** A point, if the file holds it. */
    public synchronized Optional<StoredPoint> point(String id) {
        return database.query("SELECT * FROM point WHERE id = ?", row -> stored(row, metrics(id)), id).stream().findFirst();
    }

    /** Every place of the study that has a point, in order, with its point. */
    public synchronized SequencedMap<PlannedPoint, StoredPoint> points() {
        Map<Integer, SequencedMap<String, String>> settings = new HashMap<>();
        database.query("SELECT configuration, axis, value FROM setting", row -> settings.computeIfAbsent(row.getInt(1), n -> new LinkedHashMap<>())
                .put(row.getString(2), row.getString(3)));
        Map<String, SequencedMap<String, Double>> metrics = new HashMap<>();
        database.query("SELECT point, name, value FROM metric", row -> metrics.computeIfAbsent(row.getString(1), n -> new LinkedHashMap<>())
                .put(row.getString(2), number(row)));
        Map<String, StoredPoint> points = new HashMap<>();
        database.query("SELECT * FROM point", row -> points.put(row.getString("id"),
                stored(row, metrics.getOrDefault(row.getString("id"), new LinkedHashMap<>()))));
        SequencedMap<PlannedPoint, StoredPoint> all = new LinkedHashMap<>();
        database.query("SELECT configuration, seed, point FROM plan ORDER BY configuration, seed", row -> all.put(
                new PlannedPoint(row.getInt(1), row.getLong(2), settings.getOrDefault(row.getInt(1), new LinkedHashMap<>())),
                points.get(row.getString(3))));
        return all;
    }

    private SequencedMap<String, Double> metrics(String id) {
        SequencedMap<String, Double> metrics = new LinkedHashMap<>();
        database.query("SELECT name, value FROM metric WHERE point = ? ORDER BY name", row -> metrics.put(row.getString(1), row.getDouble(2)), id);
        return metrics;
    }

    /** SQLite keeps NaN as NULL. */
    private static double number(ResultSet row) throws SQLException {
        double value = row.getDouble(3);
        return row.wasNull() ? Double.NaN : value;
    }

    private static StoredPoint stored(ResultSet row, SequencedMap<String, Double> metrics) throws SQLException {
        return new StoredPoint(row.getString("id"), StoredPoint.State.valueOf(row.getString("state")), row.getString("reason"),
                row.getString("experiment"), row.getString("learning"), row.getString("reference"), row.getString("program"), metrics);
    }

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } finally {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }
}
