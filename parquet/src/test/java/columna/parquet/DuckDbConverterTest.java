package columna.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.explain.Signals;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.definition.StudyReader;
import columna.experiments.study.export.Column;
import columna.experiments.study.export.Column.Type;
import columna.experiments.study.export.StudyExport;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.PlannedPoint;
import columna.experiments.study.store.StoredPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back by SQL, value by value. */
class DuckDbConverterTest {

    private static final long SEED = 20_261_126;
    private static final int ROWS = 1_000;

    @TempDir
    private Path folder;

    private static List<List<Object>> read(Path parquet) throws SQLException {
        return query("SELECT * FROM read_parquet('" + parquet.toString().replace("'", "''") + "')");
    }

    private static List<List<Object>> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<Object>> found = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getObject(column));
                }
                found.add(row);
            }
            return found;
        }
    }

    /** Any double that is a number, any long, texts with every character that CSV or SQL might stumble over. */
    @Test
    void everyValueComesBack() throws IOException, SQLException {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        List<List<Object>> expected = new ArrayList<>();
        StringBuilder csv = new StringBuilder("whole,\"it's a \"\"number\"\"\",text\n");
        expected.add(Arrays.asList(Long.MIN_VALUE, Double.MIN_VALUE, "O'Neill, \"so\""));
        expected.add(Arrays.asList(Long.MAX_VALUE, -Double.MAX_VALUE, "\u00e4\u6f22\ud83d\ude00"));
        expected.add(Arrays.asList(null, null, null));
        expected.add(Arrays.asList(0L, Double.POSITIVE_INFINITY, "two\nlines"));
        expected.add(Arrays.asList(0L, -0.0, "NULL"));
        while (expected.size() < ROWS) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(number)) {
                expected.add(Arrays.asList(random.nextLong(), number, Long.toString(random.nextLong(), 36)));
            }
        }
        for (List<Object> row : expected) {
            csv.append(cell(row.get(0))).append(',').append(cell(row.get(1))).append(',')
                    .append(row.get(2) == null ? "" : "\"" + row.get(2).toString().replace("\"", "\"\"") + "\"").append('\n');
        }
        Path from = Files.writeString(folder.resolve("it's.csv"), csv);
        Path to = folder.resolve("it's.parquet");
        List<Column> columns = List.of(new Column("whole", Type.WHOLE), new Column("it's a \"number\"", Type.NUMBER), new Column("text", Type.TEXT));
        new DuckDbConverter().convert(from, columns, to);

        assertThat(read(to)).as("seed %d", SEED).isEqualTo(expected);
        assertThat(query("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('" + to.toString().replace("'", "''") + "'))"))
                .isEqualTo(List.of(List.of("whole", "BIGINT"), List.of("it's a \"number\"", "DOUBLE"), List.of("text", "VARCHAR")));
    }

    private static String cell(Object value) {
        return value == null ? "" : value.toString();
    }

    /** Found as a service, by the name that a user asks for. */
    @Test
    void pointsOfAStudyComeBack() throws SQLException {
        StudyDefinition study = StudyReader.read("tiny.yaml",
                """
                study: tiny
                experiment: copy-task
                axes:
                  formats.lru.trace.bits: [8, 16]
                  learning.optimiser.rate: [0.004, 1e-3]
                  chip: {small: {chip.recurrent_core.lanes: 2}, "large, wide": {chip.recurrent_core.lanes: 8}}
                """, Path.of(""), Signals.names(), List.of());
        SequencedMap<PlannedPoint, StoredPoint> points = new LinkedHashMap<>();
        List<List<Object>> expected = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            SequencedMap<String, String> settings = new LinkedHashMap<>();
            settings.put("formats.lru.trace.bits", number < 4 ? "8" : "16");
            settings.put("learning.optimiser.rate", number / 2 % 2 == 0 ? "0.004" : "1e-3");
            settings.put("chip", number % 2 == 0 ? "small" : "large, wide");
            boolean refused = number == 5;
            SequencedMap<String, Double> metrics = new LinkedHashMap<>();
            if (!refused) {
                metrics.put("loss", 1.0 / (3 + number));
                metrics.put("cycles", 1e6 * number);
            }
            String reason = refused ? "found 8 lanes; allowed: fewer, \"please\"" : "";
            points.put(new PlannedPoint(number, 1, settings), new StoredPoint("id" + number, refused ? StoredPoint.State.REFUSED : StoredPoint.State.FINISHED,
                    reason, "", "", "", "", metrics));
            expected.add(Arrays.asList((long) number, 1L, number < 4 ? 8L : 16L, number / 2 % 2 == 0 ? 0.004 : 0.001, settings.get("chip"),
                    refused ? "refused" : "finished", refused ? reason : null, "id" + number, metrics.get("cycles"), metrics.get("loss")));
        }
        Path file = folder.resolve("points.parquet");
        StudyExport.parquet(StudyResult.of(study, points), file);
        assertThat(read(file)).isEqualTo(expected);
    }
}
