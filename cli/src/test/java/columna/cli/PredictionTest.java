package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a chip that predicts: what they print, which files they leave, what they refuse. */
class PredictionTest {
    private static final List<String> SMALL = List.of(
            "system.stages=2", "system.stage_steps=200", "stream.steps=400", "stream.scored_steps=100", "numerics.windows=4",
            "numerics.observed_steps=20", "verify.error_gap=10", "verify.signal_to_noise.default=-100");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int columna(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), (spec, path, progress, stop) -> {
            throw new AssertionError("predictions are simulated elsewhere");
        }, List.of(), arguments);
    }

    private int small(String command, String... more) {
        List<String> all = new ArrayList<>(List.of(command, "ccn", "--output", folder.resolve("out").toString()));
        SMALL.forEach(setting -> all.addAll(List.of("--set", setting)));
        all.addAll(List.of(more));
        return columna(all.toArray(String[]::new));
    }

    @Test
    void aRunPrintsItsHeadlinesAndLeavesAReport() throws IOException {
        assertThat(small("run")).isZero();
        assertThat(out.toString().lines()).anyMatch(line -> line.matches("  prediction\\.chip_over_constant +[\\d.]+ 1"))
                .anyMatch(line -> line.matches("  cycles\\.per_step_learning +[\\d.]+ cycles"))
                .anyMatch(line -> line.equals("Report: " + folder.resolve("out/index.html")));
        assertThat(err.toString()).isEmpty();
        assertThat(Files.readString(folder.resolve("out/summary.json"))).contains("\"stages.1.memory_bits\"", "\"time_steps\": 400");
        assertThat(Files.readString(folder.resolve("out/index.html"))).contains("Memory in use over stages", "Squared error while learning");
    }

    @Test
    void verifyingWritesJUnitAndFailsOnASignal() throws IOException {
        assertThat(small("verify")).isZero();
        assertThat(out.toString()).startsWith("The chip agrees with its float reference: ");
        assertThat(Files.readString(folder.resolve("out/junit.xml"))).contains("classname=\"ccn.signal\"", "name=\"lstm.h\"", "classname=\"ccn.score\"");
        assertThat(small("verify", "--set", "verify.signal_to_noise.lstm.h=200")).isEqualTo(1);
        assertThat(out.toString()).startsWith("The chip fails 1 of ").contains("  FAILED  lstm.h: found a signal-to-noise ratio of ", "allowed: at least 200.0 dB");
    }

    @Test
    void whatIsForSequencesOnlyIsRefusedInOneSentence() {
        assertThat(columna("profile", "ccn")).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("columna: ccn: found an experiment that predicts a stream; allowed here: one that learns from"
                + " sequences, such as copy-task (predictions are for columna run and columna verify)");
        assertThat(columna("benchmark", "ccn")).isEqualTo(2);
        assertThat(err.toString()).startsWith("columna: ccn: found an experiment that predicts a stream; allowed here: ");
        assertThat(small("verify", "--record", folder.resolve("b.json").toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("columna: --record: found an experiment that predicts a stream; allowed: ");
        assertThat(small("run", "--trace", "vcd")).isEqualTo(2);
        assertThat(err.toString()).startsWith("columna: --trace: found an experiment that predicts a stream; allowed: ");
        assertThat(small("run", "--set", "system.stagse=3")).isEqualTo(2);
        assertThat(err.toString()).startsWith("columna: --set system.stagse=3: found the unknown key 'system.stagse'; did you mean 'system.stages'?");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFileOfOnesOwnIsRecognisedByItsSectionSystem() throws IOException {
        Path file = folder.resolve("mine.yaml");
        assertThat(columna("new", file.toString(), "--from", "gru-snap1")).isZero();
        assertThat(columna("run", file.toString(), "--output", folder.resolve("mine").toString(), "--set", "stream.steps=200", "--set",
                "stream.scored_steps=50", "--set", "numerics.windows=0")).isZero();
        assertThat(folder.resolve("mine/index.html")).isNotEmptyFile();
        assertThat(columna("list", "predictions")).isZero();
        assertThat(out.toString()).contains("  gru-snap1 ", "  master-user-meta ");
    }
}
