package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code columna profile} in this process, on a chip of a few units. */
class ProfileTest {
    private static final String[] SMALL = {"--set", "network.units=3", "--set", "network.width=4", "--set", "task.pattern_steps=2", "--set", "task.bits_per_step=1",
        "--set", "learning.sequences=6", "--set", "task.test_sequences=2", "--set", "numerics.sampled_sequences=2", "--set", "chip.cores_per_layer=1"};

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int profile(String... arguments) {
        String[] all = Stream.of(new String[] {"profile", "copy-task", "--output", folder.resolve("out").toString()}, SMALL, arguments)
                .flatMap(Stream::of).toArray(String[]::new);
        return Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), (spec, path, progress, stop) -> {
            throw new AssertionError("a profile is no run");
        }, List.of(), all);
    }

    @Test
    void theProposalIsPrintedReportedAndWritten() throws IOException {
        Path file = folder.resolve("narrow.yaml");
        assertThat(profile("--write", file.toString(), "--signals", "lru.trace")).isZero();
        assertThat(out.toString()).contains("The proposal has ", "memory", "lru.trace.B", "one bit less / more", "Wrote " + file);
        assertThat(folder.resolve("out").resolve("index.html")).exists();
        assertThat(folder.resolve("out").resolve("data").resolve("sensitivities.csv")).exists();
        ExperimentSpec written = ExperimentSpec.read(file.toString(), Signals.names());
        assertThat(written.network().units()).isEqualTo(3);
        assertThat(Files.readString(file)).startsWith("# Number formats proposed by columna profile for 30 dB");
        // Written again from what was written: nothing else has changed.
        assertThat(ExperimentSpec.parse("again", written.toYaml(), Signals.names(), List.of())).isEqualTo(written);
    }

    @Test
    void anExistingFileIsReplacedOnlyByForce() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "precious");
        assertThat(profile("--write", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--write " + file + ": found an existing file; allowed: a new one, or --force");
        assertThat(file).hasContent("precious");
        assertThat(folder.resolve("out")).as("refused before any work").doesNotExist();
        assertThat(profile("--write", file.toString(), "--force", "--quiet")).isZero();
        assertThat(Files.readString(file)).contains("experiment:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--noise-budget=-3 | --noise-budget -3.0: allowed: decibels above 0",
        "--noise-budget=1e9 | --noise-budget 1.0E9: allowed: decibels above 0, at most 180",
        "--loss-budget=-1 | --loss-budget -1.0: allowed: a fraction from 0",
        "--memory-budget=0 | --memory-budget 0: allowed: bits from 1",
        "--memory-budget=10 | --memory-budget 10: found fewer bits than the narrowest design needs; allowed: at least",
        "--noise-budget=20 --memory-budget=1000 | found --noise-budget and --memory-budget; allowed: one budget",
        "--loss-against=reference | found no --loss-budget that it belongs to",
        "--loss-budget=1 --loss-against=luck | --loss-against luck: allowed: chip or reference",
        "--over=night | --over night: allowed: quietest or whole",
        "--sensitivity=all | --sensitivity all: allowed: proposal or file",
        "--signals=lru.tracs | --signals lru.tracs: found no signal or group of this chip",
        "--margin=0.5 | --margin 0.5: allowed: a factor from 1",
        "--saturating=2 | --saturating 2.0: allowed: a share from 0",
        "--samples=1 | --samples 1: allowed: 2 to",
        "--seeds=0 | --seeds 0: allowed: 1 to",
        "--noise-budget=much | Invalid value for option '--noise-budget'"})
    void mistakesAreOneSentence(String arguments, String sentence) {
        assertThat(profile(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("columna: ").contains(sentence).doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
