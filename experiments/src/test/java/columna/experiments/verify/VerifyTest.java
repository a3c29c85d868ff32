package columna.experiments.verify;

import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.run.Simulated;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Findings;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole verification of a small chip, with all its files. */
class VerifyTest {

    @TempDir
    private Path folder;

    private static ExperimentSpec spec(String... settings) {
        return small("copy-task", Stream.concat(// Thirty answers are too few for a hundredth, and one of nine time steps with an error is more than a tenth.
                Stream.of("numerics.sampled_sequences=3", "verify.accuracy_gap=0.2", "verify.loss_gap=0.1", "verify.time_steps_beyond=0.2"), Stream.of(settings)).toArray(String[]::new));
    }

    private Findings verify(ExperimentSpec spec, VerifyFiles files) {
        return Verify.execute(spec, files, folder, new Simulated.Listener(), () -> false);
    }

    private static VerifyFiles record(Path file) {
        return new VerifyFiles(Optional.empty(), Optional.of(file), Optional.empty());
    }

    private static VerifyFiles baseline(Path file) {
        return new VerifyFiles(Optional.empty(), Optional.empty(), Optional.of(file));
    }

    @Test
    void allFilesAreWrittenAndTheSameRunWritesTheSameBytes() throws IOException {
        Path recorded = folder.resolve("b.json");
        assertThat(verify(spec(), record(recorded)).passed()).isTrue();
        for (String name : new String[] {"index.html", "summary.json", "junit.xml", "data/signals.csv", "data/gradients.csv", "data/checks.csv",
            "data/scores.csv", "charts/ratios.png"}) {
            assertThat(folder.resolve(name)).as(name).isNotEmptyFile();
        }
        assertThat(Files.readAllLines(folder.resolve("data/signals.csv"))).as("a heading and 22 signals").hasSize(23);
        String junit = Files.readString(folder.resolve("junit.xml"));
        String json = Files.readString(recorded);
        verify(spec(), record(recorded));
        assertThat(folder.resolve("junit.xml")).hasContent(junit);
        assertThat(recorded).hasContent(json);
    }

    @Test
    void aRunAgreesWithItsOwnBaselineAndOtherLanesDriftInCyclesEnergyAndArea() {
        Path recorded = folder.resolve("b.json");
        verify(spec(), record(recorded));
        Findings same = verify(spec(), baseline(recorded));
        assertThat(same.passed()).isTrue();
        assertThat(same.checks()).filteredOn(check -> check.kind() == Check.Kind.BASELINE).hasSize(7 + 22);
        Findings lanes = verify(spec("chip.mixing_core.lanes=2"), baseline(recorded));
        assertThat(lanes.checks()).filteredOn(Check::failed).extracting(Check::name).contains("cycles", "area").doesNotContain(
                "accuracy", "loss", "learning memory", "inference memory", "signal-to-noise of lru.h");
        assertThat(lanes.remarks()).anyMatch(remark -> remark.contains("chip.mixing_core.lanes was 16"));
        Findings narrower = verify(spec("formats.lru.trace.B=fixed<10,4>"), baseline(recorded));
        assertThat(narrower.checks()).filteredOn(Check::failed).extracting(Check::name)
                .contains("learning memory", "energy", "area", "signal-to-noise of lru.trace.B").doesNotContain("inference memory", "cycles");
    }

    @Test
    void anInterruptedRunHasAReportButNeitherJunitFileNorBaseline() {
        Path recorded = folder.resolve("b.json");
        Findings findings = Verify.execute(spec(), record(recorded), folder, new Simulated.Listener(), () -> true);
        assertThat(findings.run().complete()).isFalse();
        assertThat(findings.sentence()).startsWith("After only 0 of 40 sequences: ");
        assertThat(folder.resolve("index.html")).isNotEmptyFile();
        assertThat(folder.resolve("junit.xml")).doesNotExist();
        assertThat(recorded).doesNotExist();
    }

    private void refused(ExperimentSpec spec, VerifyFiles files, String... words) {
        Simulated.Listener listener = new Simulated.Listener();
        assertThatThrownBy(() -> Verify.execute(spec, files, folder, listener, () -> false)).isInstanceOf(BadInput.class)
                .satisfies(bad -> assertThat(bad.getMessage()).contains(words).doesNotContain("\n"));
        assertThat(listener.phases()).as("refused before the run").isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenIsRefusedBeforeTheRunAndNoOtherFileIsReplaced() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "precious");
        refused(spec(), new VerifyFiles(Optional.of(precious), Optional.empty(), Optional.empty()), "--junit " + precious, "no JUnit file");
        refused(spec(), new VerifyFiles(Optional.of(folder.resolve("no/j.xml")), Optional.empty(), Optional.empty()), "--junit", "no folder");
        refused(spec(), new VerifyFiles(Optional.of(folder), Optional.empty(), Optional.empty()), "--junit", "a folder");
        refused(spec(), record(precious), precious.toString(), "no JSON");
        refused(spec(), record(folder.resolve("no/b.json")), "--record", "no folder");
        refused(spec(), baseline(folder.resolve("no.json")), "no such file");
        refused(spec("numerics.sampled_sequences=0"), VerifyFiles.NONE, "numerics.sampled_sequences=0", "at least 1");
        assertThat(precious).hasContent("precious");
    }
}
