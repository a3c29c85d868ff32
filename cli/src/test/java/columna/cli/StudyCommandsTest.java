package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** sweep, search and report on chips of a few units: what they print, what they leave, and how they refuse. */
class StudyCommandsTest {

    private static final String TINY = """
            study: tiny
            experiment: copy-task
            settings:
              network.layers: 1
              network.units: 4
              network.width: 4
              task.pattern_steps: 2
              task.bits_per_step: 1
              task.pad_steps: 0
              task.test_sequences: 10
              learning.sequences: 200
            axes:
              formats.lru.trace.bits: [8, 16]
              chip.recurrent_core.lanes: [1, 2]
            bounds: {loss: {most: 10}}
            search: {population: 4, generations: 2}
            """;

    @TempDir
    private Path folder;

    private Path file;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("tiny.yaml"), TINY);
    }

    private int columna(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), null, List.of(), arguments);
    }

    private int sweep(String name, String... more) {
        return columna(java.util.stream.Stream.concat(
                java.util.stream.Stream.of("sweep", file.toString(), "--output", folder.resolve(name).toString()), java.util.stream.Stream.of(more)).toArray(String[]::new));
    }

    private void refused(int exitCode, String... words) {
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("columna: ").contains(words).doesNotContain("Exception");
    }

    @Test
    void aSweepRecommendsADesignAndLeavesAReport() {
        assertThat(sweep("out")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst()).startsWith("Take configuration ").contains("formats.lru.trace.bits = ", " nats, ", "bits of memory");
        assertThat(lines.get(1)).isEqualTo("Of the 4 configurations 4 keep the bounds (loss at most 10.0); this one has the least energy per sequence learned.");
        assertThat(lines.get(2)).startsWith("4 configurations (0 given up, 0 refused), ");
        assertThat(lines.getLast()).isEqualTo("Report: " + folder.resolve("out/index.html"));
        assertThat(lines).allMatch(line -> line.length() < 240);
        assertThat(folder.resolve("out/study.db")).isNotEmptyFile();
        assertThat(folder.resolve("out/charts/front-energy.png")).isNotEmptyFile();
        assertThat(err.toString()).isEmpty();
        String first = out.toString();
        assertThat(sweep("out")).as("the same command again").isZero();
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void aSearchLooksAtTheAxes() {
        assertThat(columna("search", file.toString(), "--output", folder.resolve("found").toString())).isZero();
        assertThat(out.toString()).startsWith("Take configuration ").contains("on the front over loss, energy");
    }

    @Test
    void aReportIsFilteredAndStudiesAreCompared() throws IOException {
        assertThat(sweep("out", "--quiet")).isZero();
        assertThat(out.toString()).isEmpty();
        String study = folder.resolve("out").toString();
        assertThat(columna("report", study, "--where", "formats.lru.trace.bits>=16", "--where", "chip.recurrent_core.lanes=2", "--output", folder.resolve("some").toString())).isZero();
        assertThat(out.toString()).contains("1 configurations (0 given up");
        assertThat(sweep("other", "--quiet", "--set", "learning.sequences=100")).isZero();
        assertThat(columna("report", study, folder.resolve("other").toString(), "--output", folder.resolve("both").toString())).isZero();
        assertThat(folder.resolve("both/index.html")).content().contains("Comparison of 2 studies", "Beaten by others");
        refused(columna("report", study, "--where", "formats.lru.trace.bit>=16"), "--where formats.lru.trace.bit>=16", "did you mean 'formats.lru.trace.bits'");
        refused(columna("report", study, "--where", "loss"), "no condition", "NAME OP VALUE");
        refused(columna("report", study, "--where", "loss<small"), "'small'", "a number");
        refused(columna("report", study, "--where", "loss<-1"), "no configuration", "loss<-1");
        String csv = folder.resolve("points.csv").toString();
        assertThat(columna("report", study, "--where", "formats.lru.trace.bits=8", "--export", "csv", "--output", csv)).isZero();
        assertThat(out.toString()).isEqualTo("Wrote " + csv + System.lineSeparator());
        List<String> lines = Files.readAllLines(Path.of(csv));
        assertThat(lines).as("a heading and two points").hasSize(3);
        assertThat(lines.getFirst().toLowerCase(java.util.Locale.ROOT).split(",")).as("names that databases tell apart").doesNotHaveDuplicates().contains("seed", "chip.loss");
        refused(columna("report", study, "--export", "csv"), "no --output");
        refused(columna("report", study, "--export", "xls", "--output", csv), "--export xls", "csv");
        refused(columna("report", study, folder.toString()), "neither a run nor a study");
        refused(columna("report", folder.resolve("none").toString()), "neither a run nor a study");
    }

    /** A run is told by its summary.json. */
    @Test
    void runsAreComparedByTheirSummaries() throws IOException {
        for (String name : List.of("one", "two")) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve("summary.json"),
                    "{\"experiment\": \"x\", \"verdict\": \"It learns.\", \"chip.loss\": " + (name.equals("one") ? "0.5" : "0.25") + ", \"cycles.total\": 100}");
        }
        String one = folder.resolve("one").toString();
        assertThat(columna("report", one, folder.resolve("two").toString(), "--output", folder.resolve("both").toString())).isZero();
        assertThat(out.toString()).contains("chip.loss").containsPattern("0\\.50000 +0\\.25000 nats");
        assertThat(folder.resolve("both/data/numbers-table.csv")).content().contains("chip.loss,nats,0.5,0.25,0.5,");
        refused(columna("report", one), "found one run", "two or more runs");
        Files.writeString(folder.resolve("two/summary.json"), "{\"experiment\": ");
        refused(columna("report", one, folder.resolve("two").toString()), "cannot be read as a summary");
    }

    @Test
    void whatIsLikelyAMistakeIsRefused() throws IOException {
        refused(sweep("x", "--shard", "0/2"), "--shard 0/2", "for example 3/16");
        refused(sweep("x", "--threads", "0"), "--threads 0", "1 to 256");
        refused(sweep("x", "--set", "learning.sequence=3"), "learning.sequence", "did you mean 'learning.sequences'");
        refused(columna("sweep", "trace-and-weight-bit"), "no study 'trace-and-weight-bit'", "did you mean 'trace-and-weight-bits'");
        refused(columna("sweep", folder.resolve("none.yaml").toString()), "no such file");
        Files.writeString(file, TINY.replace("lanes: [1, 2]", "lanes: {from: 1, to: 1000, step: 1}").replace("bits: [8, 16]", "bits: {from: 4, to: 24, step: 1}"));
        refused(sweep("x"), "21,000 points (21,000 configurations, 1 seed)", "--yes", "10,000");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aShippedStudyIsCopiedToBeChanged() throws IOException {
        String mine = folder.resolve("mine.yaml").toString();
        assertThat(columna("new", mine, "--from", "error-bits")).isZero();
        assertThat(out.toString()).isEqualTo("Wrote " + mine + "; run it with: columna sweep " + mine + System.lineSeparator());
        assertThat(Files.readString(Path.of(mine))).contains("study: error-bits", "axes:");
    }

    @Test
    void aFolderOfAnotherStudyIsLeftAlone() throws IOException {
        assertThat(sweep("out", "--quiet")).isZero();
        Files.writeString(file, TINY.replace("study: tiny", "study: other"));
        refused(sweep("out"), "the study 'tiny'", "'other'");
    }
}
