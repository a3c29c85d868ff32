package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.explain.Glossary;
import columna.experiments.run.RunSummary;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.ShippedExperiments;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in this process, with simulations that only say what they were asked for. */
class ColumnaTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<ExperimentSpec> asked = new ArrayList<>();

    private int columna(Simulation simulation, String... arguments) {
        return Columna.execute(
                new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), simulation, List.of(), arguments);
    }

    private int columna(String... arguments) {
        return columna(simulation(true), arguments);
    }

    private Simulation simulation(boolean good) {
        return (spec, path, progress, stop) -> {
            asked.add(spec);
            progress.phase("learning", 2);
            progress.sequences(2, 0.5, 0.25);
            LinkedHashMap<String, Object> values = new LinkedHashMap<>();
            values.put("chip.accuracy", 1.0);
            values.put("cycles.total", 1234567L);
            values.put("not.a.headline", 7);
            return new RunSummary(path, values, good, "The chip learned.");
        };
    }

    private String output() {
        return folder.resolve("out").toString();
    }

    /** The exit code is 2, one sentence says so, nothing else is printed and nothing is written. */
    private void assertRefused(int exitCode, String... words) throws IOException {
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("columna: ").contains(words).doesNotContain("Exception", "\tat ");
        assertThat(out.toString()).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aRunTellsItsVerdictTheHeadlinesAndWhereTheReportIs() {
        assertThat(columna("run", "copy-task", "--output", output())).isZero();
        assertThat(out.toString()).contains("The chip learned.", "chip.accuracy", "1,234,567 cycles", output() + "/index.html")
                .doesNotContain("not.a.headline");
        assertThat(err.toString()).as("no terminal, no progress").isEmpty();
    }

    @Test
    void aBadVerdictIsExitCodeOne() {
        assertThat(columna(simulation(false), "run", "copy-task", "--output", output())).isEqualTo(1);
    }

    @Test
    void quietPrintsNothing() {
        assertThat(columna("run", "copy-task", "--quiet", "--output", output())).isZero();
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void optionsBecomeSettings() {
        columna("run", "copy-task", "--output", output(), "--seed", "42", "--no-remember", "--set", "learning.optimiser.rate=0",
                "--set", "formats.lru.h=fixed<20,4>");
        ExperimentSpec spec = asked.getFirst();
        assertThat(spec.seed()).isEqualTo(42);
        assertThat(spec.chip().rememberSteps()).isFalse();
        assertThat(spec.learning().optimiser().rate()).isZero();
        assertThat(spec.formats().formatOf("lru.h").width()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "verify", "reproduce", "list", "new", "explain", "benchmark"})
    void everyCommandHasHelpThatShowsItsOptions(String command) {
        assertThat(columna(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: columna " + command).contains("--help").doesNotContain("null");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutACommandOrWithHelpTheCommandsAreListed() {
        assertThat(columna()).isZero();
        assertThat(columna("--help")).isZero();
        assertThat(out.toString()).contains("run", "verify", "reproduce", "list", "new", "explain", "benchmark", "Exit codes");
    }

    @Test
    void theVersionIsTheBuildsOwn() {
        assertThat(columna("--version")).isZero();
        assertThat(out.toString()).matches("(?s)columna \\d+\\.\\d+\\.\\d+\\S*\\R.*Java 2[5-9].*");
    }

    @Test
    void badFilesAreRefusedWithTheirPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("f.yaml"), "experiment: x\ntask: {name: copy}\nlerning: {}\n");
        assertRefused(columna("run", file.toString(), "--output", output()), file + ":3:1: ", "did you mean 'learning'");
    }

    @Test
    void missingFilesUnknownNamesAndWrongSettingsAreRefused() throws IOException {
        assertRefused(columna("run", "copy-tsak", "--output", output()), "did you mean 'copy-task'");
        err.getBuffer().setLength(0);
        assertRefused(columna("run", "no.yaml", "--output", output()), "no.yaml: found no such file");
        err.getBuffer().setLength(0);
        assertRefused(columna("run", "copy-task", "--output", output(), "--set", "chip.recurrent_core.lanes=0"), "--set chip.recurrent_core.lanes=0: ", "1 to 1024");
        err.getBuffer().setLength(0);
        assertRefused(columna("run", "copy-task", "--output", output(), "--seed", "x"), "'x' for 'seed'");
        err.getBuffer().setLength(0);
        assertRefused(columna("run", "copy-task", "--output", output(), "--threads", "0"), "1 to 256");
        err.getBuffer().setLength(0);
        assertRefused(columna("run", "copy-task", "--output", output(), "--threads", "many"), "'many'");
        err.getBuffer().setLength(0);
        assertRefused(columna("rnu"), "did you mean 'run'");
        err.getBuffer().setLength(0);
        assertRefused(columna("run"), "NAME_OR_FILE");
        err.getBuffer().setLength(0);
        assertRefused(columna("run", "copy-task", "--ouput", "x"), "'--ouput'", "did you mean '--output'");
        err.getBuffer().setLength(0);
        assertRefused(columna("explain", "seed", "task"), "too many", "'task'");
        err.getBuffer().setLength(0);
        assertRefused(columna("list", "chips"), "'chips'", "experiments");
        err.getBuffer().setLength(0);
        assertRefused(columna("explain", "lru.hh"), "did you mean 'lru.h'");
    }

    @Test
    void inputThatTheSimulationRefusesLeavesNoFolder() throws IOException {
        assertRefused(columna((spec, path, progress, stop) -> {
            throw new BadInput("f.yaml:1:1: found a datapath of 70 bits; allowed: 64");
        }, "run", "copy-task", "--output", output()), "70 bits");
    }

    @Test
    void aFolderWithOtherFilesIsRefusedAndAnEarlierRunsIsNot() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("thesis.tex"), "precious");
        assertRefused(columna("run", "copy-task", "--output", mine.toString()), "other files");
        err.getBuffer().setLength(0);
        assertRefused(columna("run", "copy-task", "--output", mine.resolve("thesis.tex").toString()), "found a file");
        err.getBuffer().setLength(0);
        assertRefused(columna("run", "copy-task", "--output", mine.resolve("thesis.tex/x").toString()), "no way to create");
        assertThat(mine.resolve("thesis.tex")).hasContent("precious");
        assertThat(columna("run", "copy-task", "--output", output())).isZero();
        Files.writeString(folder.resolve("out/index.html"), "a report");
        assertThat(columna("run", "copy-task", "--output", output())).isZero();
    }

    @Test
    void aFailureIsOneLineAndAFile() throws IOException {
        int exitCode = columna((spec, path, progress, stop) -> {
            throw new IllegalStateException("lane 7 is on fire");
        }, "run", "copy-task", "--output", output());
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("lane 7 is on fire").doesNotContain("\tat ");
        Path kept = Path.of(err.toString().strip().replaceFirst(".* file ", ""));
        assertThat(kept).content().contains("IllegalStateException", "ColumnaTest");
        Files.delete(kept);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void newWritesTheShippedTextAndNeverOverAFile() throws IOException {
        String file = folder.resolve("mine.yaml").toString();
        assertThat(columna("new", file, "--from", "copy-task-full")).isZero();
        assertThat(Path.of(file)).hasContent(ShippedExperiments.text("copy-task-full"));
        assertThat(columna("run", file, "--output", output())).isZero();
        assertThat(columna("new", file)).isEqualTo(2);
        assertThat(err.toString()).contains("existing file");
        assertThat(columna("new", folder.resolve("a/b.yaml").toString())).isEqualTo(2);
        assertThat(columna("new", file, "--from", "copy")).isEqualTo(2);
        assertThat(Path.of(file)).hasContent(ShippedExperiments.text("copy-task-full"));
    }

    @Test
    void listShowsWhatThereIsAndExplainKnowsEveryNameItShows() {
        assertThat(columna("list")).isZero();
        assertThat(out.toString()).contains(ShippedExperiments.names()).contains("cmos-28nm", "columna list signals");
        for (String what : List.of("experiments", "predictions", "technologies", "signals")) {
            out.getBuffer().setLength(0);
            assertThat(columna("list", what)).isZero();
            Stream<String> names = out.toString().lines().map(line -> line.strip().split(" ")[0]);
            assertThat(names.toList()).isNotEmpty().isSubsetOf(Glossary.names());
        }
    }

    @Test
    void benchmarkNamesAllRatesAndARatio() {
        String[] tiny = {"--rounds", "1", "--sequences", "2", "--set", "network.units=2", "--set", "network.width=3"};
        assertThat(columna(Stream.concat(Stream.of("benchmark", "copy-task"), Stream.of(tiny)).toArray(String[]::new)))
                .isZero();
        assertThat(out.toString().lines().map(line -> line.strip().split(" ")[0]))
                .containsExactly("copy-task,", "chip", "reference", "reference", "BPTT", "chip");
        assertThat(columna("benchmark", "copy-task", "--rounds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--rounds 0", "1 to 10000");
    }
}
