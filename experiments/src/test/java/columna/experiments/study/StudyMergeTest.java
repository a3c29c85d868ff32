package columna.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.explain.Signals;
import columna.experiments.study.computation.Computation;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.definition.StudyReader;
import columna.experiments.study.engine.Workforce;
import columna.experiments.study.store.StudyStore;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards of a sweep, merged, against the sweep in one piece: row by row, as another program reads the files. */
class StudyMergeTest {

    /** 8 configurations, 6 chips that learn, 2 seeds; a trace of 1 bit may be refused, which is a result, too. */
    private static final String STUDY =
            """
            study: tiny
            experiment: copy-task
            settings: {network.layers: 1, network.units: 4, network.width: 5, task.pattern_steps: 2, task.bits_per_step: 2, task.pad_steps: 1,
                task.test_sequences: 5, learning.sequences: 20}
            axes:
              formats.lru.trace.bits: [1, 8, 10, 12]
              chip.recurrent_core.lanes: [2, 8]
            seeds: 2
            """;
    private static final int SHARDS = 3;
    /** All that is a result: seconds are none. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>(Map.of(
            "study", "key, value",
            "computation", "key, kind, outcome",
            "point", "id, state, reason, experiment, learning, reference, program",
            "metric", "point, name, value",
            "plan", "configuration, seed, point",
            "setting", "configuration, axis, value"));

    @TempDir
    private static Path prepared;

    @TempDir
    private Path folder;

    private static Path whole;
    private static final List<Path> SHARD_FOLDERS = new ArrayList<>();

    @BeforeAll
    static void sweep() throws IOException {
        whole = sweep(study(STUDY), prepared.resolve("whole"), Shard.WHOLE);
        for (int i = 1; i <= SHARDS; i++) {
            SHARD_FOLDERS.add(sweep(study(STUDY), prepared.resolve("part-" + i), new Shard(i, SHARDS)));
        }
    }

    private static StudyDefinition study(String text) {
        return StudyReader.read("tiny.yaml", text, Path.of(""), Signals.names(), List.of());
    }

    private static Path sweep(StudyDefinition study, Path folder, Shard shard) throws IOException {
        Files.createDirectories(folder);
        try (Workforce threads = Workforce.threads(2)) {
            new Study(study, folder).sweep(shard, threads, (finished, points, computing) -> {}, () -> false);
        }
        return folder;
    }

    private static Map<String, List<String>> tables(Path study) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + study.resolve(StudyStore.FILE)); Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
                tables.put(table.getKey(), rows(statement, "SELECT " + table.getValue() + " FROM " + table.getKey() + (table.getKey().equals("study") ? " WHERE key <> 'worked'" : "") + " ORDER BY " + table.getValue()));
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getObject(column));
                }
                found.add(row.toString());
            }
        }
        return found;
    }

    private static void change(Path study, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + study.resolve(StudyStore.FILE)); Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static Path copy(Path study, Path to) throws IOException {
        Files.createDirectories(to);
        return Files.copy(study.resolve(StudyStore.FILE), to.resolve(StudyStore.FILE)).getParent();
    }

    @Test
    void shardsMergedAreTheSweepInOnePiece() throws SQLException {
        StudyMerge.Merged merged = StudyMerge.merge(SHARD_FOLDERS, folder);
        assertThat(merged.missing()).isEmpty();
        assertThat(merged.empty()).isEmpty();
        assertThat(tables(folder)).isEqualTo(tables(whole));
        assertThat(tables(folder).get("plan")).hasSize(16);
        assertThat(merged.result().configurations()).isEqualTo(Study.read(whole).configurations());
    }

    @Test
    void repeatingAddsWhatIsNewAndChangesNothingElse() throws SQLException {
        StudyMerge.Merged partial = StudyMerge.merge(SHARD_FOLDERS.subList(1, SHARDS), folder);
        // Shard 1 of 3 has every third configuration from 0 on.
        assertThat(partial.missing()).containsExactly(0, 3, 6);
        assertThat(StudyMerge.merge(List.of(SHARD_FOLDERS.get(0), folder), folder).missing()).isEmpty();
        assertThat(StudyMerge.merge(SHARD_FOLDERS, folder).missing()).isEmpty();
        assertThat(tables(folder)).isEqualTo(tables(whole));
    }

    @Test
    void aMergedFolderIsGoneOnWithAndSimulatesWhatIsMissing() throws IOException, SQLException {
        StudyMerge.merge(SHARD_FOLDERS.subList(0, 2), folder);
        int before = tables(folder).get("computation").size();
        AtomicLong computed = new AtomicLong();
        Workforce counting = new Workforce() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public String compute(Computation computation, BooleanSupplier stopRequested) {
                computed.incrementAndGet();
                return computation.compute(stopRequested);
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
        new Study(Study.definition(folder), folder).sweep(Shard.WHOLE, counting, (finished, points, computing) -> {}, () -> false);
        assertThat(tables(folder)).isEqualTo(tables(whole));
        assertThat(computed.get()).isEqualTo(tables(whole).get("computation").size() - before);
    }

    @Test
    void aConfigurationThatLacksASeedIsMissing() throws IOException, SQLException {
        Path lacking = copy(whole, folder.resolve("lacking"));
        change(lacking, "DELETE FROM plan WHERE configuration = 5 AND seed = 2");
        StudyMerge.Merged merged = StudyMerge.merge(List.of(lacking), Files.createDirectory(folder.resolve("output")));
        assertThat(merged.missing()).containsExactly(5);
        assertThat(merged.result().configurations()).hasSize(8);
    }

    @Test
    void aFolderWithoutAStudyIsLeftOut() throws IOException {
        Path killedEarly = Files.createDirectory(folder.resolve("part-4"));
        Path output = Files.createDirectory(folder.resolve("output"));
        StudyMerge.Merged merged = StudyMerge.merge(List.of(killedEarly, SHARD_FOLDERS.get(0)), output);
        assertThat(merged.empty()).containsExactly(killedEarly);
        assertThat(merged.missingRanges()).isEqualTo("1-2, 4-5, 7");
        assertThatThrownBy(() -> StudyMerge.merge(List.of(killedEarly), output.resolveSibling("part-4"))).isInstanceOf(BadInput.class)
                .hasMessage(killedEarly + ": found no study.db in any of the folders; allowed: folders of a study");
    }

    @Test
    void otherContentsUnderAnEqualKeyAreRefusedByName() throws IOException, SQLException {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("UPDATE computation SET outcome = '{}' WHERE key = (SELECT min(key) FROM computation)", "the computation ");
        changes.put("UPDATE point SET state = 'STOPPED' WHERE id = (SELECT min(id) FROM point)", "the point ");
        changes.put("UPDATE point SET learning = NULL WHERE id = (SELECT min(id) FROM point)", "the point ");
        changes.put("UPDATE metric SET value = value * (1 + 1e-15) WHERE name = 'chip.loss' AND point = "
                + "(SELECT min(point) FROM metric WHERE name = 'chip.loss')", "metrics of the point ");
        changes.put("DELETE FROM metric WHERE name = 'chip.loss' AND point = (SELECT min(point) FROM metric WHERE name = 'chip.loss')", "metrics of the point ");
        changes.put("UPDATE plan SET point = 'other' WHERE configuration = 4 AND seed = 2", "the configuration 4 ");
        changes.put("UPDATE setting SET value = '99' WHERE configuration = 5", "the configuration 5 ");
        int number = 0;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            Path changed = copy(whole, folder.resolve("changed-" + number));
            Path output = Files.createDirectory(folder.resolve("output-" + number++));
            StudyMerge.merge(SHARD_FOLDERS, output);
            change(changed, change.getKey());
            assertThatThrownBy(() -> StudyMerge.merge(List.of(changed), output)).as(change.getKey()).isInstanceOf(BadInput.class)
                    .hasMessageStartingWith(changed + ": found " + change.getValue()).hasMessageContaining("allowed: ");
            assertThat(tables(output)).isEqualTo(tables(whole));
        }
    }

    @Test
    void anotherStudyIsRefused() throws IOException {
        Path other = sweep(study(STUDY.replace("[2, 8]", "[2, 4]")), Files.createDirectory(folder.resolve("other")), new Shard(1, 8));
        Path output = Files.createDirectory(folder.resolve("output"));
        assertThatThrownBy(() -> StudyMerge.merge(List.of(whole, other), output)).isInstanceOf(BadInput.class).hasMessage(other
                + ": found another study than in " + whole + " (its definition differs); allowed: folders of one study with the same file and the same --set");
        assertThatThrownBy(() -> StudyMerge.merge(List.of(whole), other)).isInstanceOf(BadInput.class).hasMessageStartingWith(other + ": found another study");
        assertThatThrownBy(() -> StudyMerge.merge(List.of(folder.resolve("none")), output)).isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("none") + ": found no folder; allowed: the folder of a study");
    }

    /** A write-ahead log may not lie on a network's file system, where a job array's folders lie. */
    @Test
    void shardsHaveARollbackJournal() throws SQLException {
        assertThat(journal(SHARD_FOLDERS.get(0))).isEqualTo("delete");
        assertThat(journal(whole)).isEqualTo("wal");
    }

    private static String journal(Path study) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + study.resolve(StudyStore.FILE)); Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            return mode.getString(1);
        }
    }
}
