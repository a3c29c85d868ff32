package columna.experiments.study.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.explain.Signals;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.definition.StudyReader;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.PlannedPoint;
import columna.experiments.study.store.StoredPoint;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a table that is written by hand. */
class StudyExportTest {

    private static final String STUDY =
            """
            study: tiny
            experiment: copy-task
            axes:
              formats.lru.trace.added_bits: ["+1", -2]
              learning.optimiser.rate: [0.5, 1e-3]
              state:
                "one, two": {chip.recurrent_core.lanes: 2}
                'say "so"': {chip.recurrent_core.lanes: 4}
            """;

    @TempDir
    private Path folder;

    static StudyResult result() {
        StudyDefinition study = StudyReader.read("tiny.yaml", STUDY, Path.of(""), Signals.names(), List.of());
        SequencedMap<PlannedPoint, StoredPoint> points = new LinkedHashMap<>();
        points.put(place(0, "+1", "0.5", "one, two"), point("a", StoredPoint.State.FINISHED, "", Map.of("loss", 0.1 + 0.2, "bits", 1e15)));
        points.put(place(5, "-2", "1e-3", "say \"so\""), point("b", StoredPoint.State.STOPPED, "", Map.of("loss", Double.NaN, "bits", 4.9e-324)));
        points.put(place(6, "-2", "0.5", "one, two"), point("c", StoredPoint.State.REFUSED, "no, \"never\"", Map.of()));
        return StudyResult.of(study, points);
    }

    private static PlannedPoint place(int configuration, String bits, String rate, String state) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        settings.put("formats.lru.trace.added_bits", bits);
        settings.put("learning.optimiser.rate", rate);
        settings.put("state", state);
        return new PlannedPoint(configuration, 7, settings);
    }

    private static StoredPoint point(String id, StoredPoint.State state, String reason, Map<String, Double> metrics) {
        return new StoredPoint(id, state, reason, "", "", "", "", new LinkedHashMap<>(metrics));
    }

    @Test
    void everyPointIsARow() throws IOException {
        Path file = folder.resolve("points.csv");
        StudyExport.csv(result(), file);
        assertThat(Files.readString(file)).isEqualTo(
                """
                configuration,seed,formats.lru.trace.added_bits,learning.optimiser.rate,axis.state,state,reason,point,bits,loss
                0,7,1,0.5,"one, two",finished,,a,1.0E15,0.30000000000000004
                5,7,-2,0.001,"say ""so""\",stopped,,b,4.9E-324,
                6,7,-2,0.5,"one, two",refused,"no, ""never""\",c,,
                """);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void columnsHaveTheTypesOfWhatIsInThem() {
        assertThat(PointTable.of(result()).columns()).extracting(Column::type).containsExactly(Column.Type.WHOLE, Column.Type.WHOLE, Column.Type.WHOLE,
                Column.Type.NUMBER, Column.Type.TEXT, Column.Type.TEXT, Column.Type.TEXT, Column.Type.TEXT, Column.Type.NUMBER, Column.Type.NUMBER);
    }

    @Test
    void whatCannotBeWrittenIsToldInOneSentence() {
        assertThatThrownBy(() -> StudyExport.csv(result(), folder.resolve("none/points.csv"))).isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("none/points.csv") + ": found no way to write this file (its folder does not exist); allowed: a file in a folder "
                        + "that exists and that you may write to");
        assertThatThrownBy(() -> StudyExport.csv(result(), folder)).isInstanceOf(BadInput.class)
                .hasMessage(folder + ": found a folder; allowed: the name of a file");
    }

    @Test
    void withoutItsModuleParquetIsRefused() {
        assertThatThrownBy(() -> StudyExport.parquet(result(), folder.resolve("points.parquet"))).isInstanceOf(BadInput.class)
                .hasMessageStartingWith("--export parquet: found no module for Parquet on the class path; allowed: to start the launcher columna");
    }
}
