package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards of a sweep as a job array runs them, one of which never came to be. */
class MergeTest {

    private static final String STUDY =
            """
            study: tiny
            experiment: copy-task
            settings: {network.layers: 1, network.units: 4, network.width: 5, task.pattern_steps: 2, task.bits_per_step: 2, task.pad_steps: 1,
                task.test_sequences: 5, learning.sequences: 20}
            axes:
              formats.lru.trace.bits: [8, 10, 12]
              chip.recurrent_core.lanes: [2, 8]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String study;

    @BeforeEach
    void write() throws IOException {
        study = Files.writeString(folder.resolve("tiny.yaml"), STUDY).toString();
    }

    private int columna(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), (spec, path, progress, stop) -> {
            throw new BadInput("no experiment is run");
        }, List.of(), arguments);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void whatIsMissingIsToldAndSimulatedByTheCommandThatIsTold() {
        for (String part : List.of("1", "3")) {
            columna("sweep", study, "--shard", part + "/3", "--output", at("part-" + part), "--quiet");
            assertThat(err.toString()).isEmpty();
        }
        assertThat(columna("merge", at("part-1"), at("part-3"), "--output", at("whole"))).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines()).containsExactly(
                "Folders: 2. Configurations: 4. Points: 4.",
                "Configurations that are missing or lack a seed: 2 (1, 4)",
                "Simulate exactly these with: columna sweep " + at("whole"),
                "Report: " + at("whole/index.html"));
        assertThat(folder.resolve("whole/index.html")).isNotEmptyFile();

        columna("sweep", at("whole"), "--quiet");
        assertThat(err.toString()).isEmpty();
        assertThat(columna("merge", at("whole"), "--output", at("whole"))).isZero();
        assertThat(out.toString().lines()).containsExactly("Folders: 1. Configurations: 6. Points: 6.", "Report: " + at("whole/index.html"));
    }

    @Test
    void mistakesAreOneSentence() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertThat(columna("merge", at("empty"), "--output", at("whole"))).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("columna: " + at("empty") + ": found no study.db in any of the folders; allowed: folders of a study\n");
        assertThat(folder.resolve("whole")).doesNotExist();
        assertThat(columna("merge", at("empty"))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(columna("sweep", at("empty"))).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("columna: " + at("empty") + ": found no study.db; allowed: the folder of a study\n");
    }

    /** The module is not among the libraries of this one. */
    @Test
    void aClusterWithoutItsModuleIsToldWithTheWayToGetIt() {
        assertThat(columna("sweep", study, "--output", at("whole"), "--cluster", "spark://127.0.0.1:7077")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("columna: --cluster spark://127.0.0.1:7077: found no module for clusters on the class path; allowed: to start the launcher");
        assertThat(folder.resolve("whole")).doesNotExist();
    }
}
