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

/** The command on a chip of a few units: what it prints, which files it leaves, and its exit codes. */
class VerifyTest {
    private static final List<String> SMALL = List.of(
            "network.units=4", "network.width=4", "task.pattern_steps=3", "task.pad_steps=1", "task.test_sequences=5", "learning.sequences=16",
            "numerics.sampled_sequences=2", "verify.accuracy_gap=1", "verify.loss_gap=10", "verify.signal_to_noise.default=-100",
            "verify.gradient_cosine=-1", "verify.gradient_norm=1000");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int verify(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("verify", "copy-task", "--output", folder.resolve("out").toString()));
        SMALL.forEach(setting -> all.addAll(List.of("--set", setting)));
        all.addAll(List.of(arguments));
        return Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), (spec, path, progress, stop) -> {
            throw new AssertionError("verify has no other simulation than its own");
        }, List.of(), all.toArray(String[]::new));
    }

    @Test
    void aGoodChipIsExitCodeZeroWithAShortTableAndItsFiles() {
        assertThat(verify("--record", folder.resolve("b.json").toString())).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("The chip agrees with its float reference: 28 checks passed.");
        assertThat(lines).anyMatch(line -> line.matches(" {2}signal +format +reached +required +beyond +first +saturated +underflow"))
                .anyMatch(line -> line.equals("  and 14 signals with more to spare"))
                .anyMatch(line -> line.startsWith("  layer 1 gradient"))
                .contains("Baseline: " + folder.resolve("b.json"), "JUnit: " + folder.resolve("out/junit.xml"), "Report: " + folder.resolve("out/index.html"));
        assertThat(lines).hasSizeLessThan(24).allMatch(line -> line.length() < 140);
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("out/index.html")).isNotEmptyFile();
    }

    @Test
    void aSignalBeyondItsToleranceIsExitCodeOneAndComesFirst() {
        Path junit = folder.resolve("j.xml");
        assertThat(verify("--set", "verify.signal_to_noise.lru.h=200", "--junit", junit.toString())).isEqualTo(1);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("The chip fails 1 of 28 checks.");
        assertThat(lines.get(2)).as("after the remark that 16 sequences teach nothing").startsWith("  FAILED lru.h: found a signal-to-noise ratio of ").contains("allowed: at least 200.0 dB", "first time step 0 of sequence 0");
        assertThat(lines.get(4)).as("below the heading").startsWith("  lru.h ").contains("0, step 0");
        assertThat(junit).content().contains("<failure ").contains("name=\"lru.h\"");
        assertThat(folder.resolve("out/junit.xml")).doesNotExist();
    }

    @Test
    void aBaselineCatchesDriftAndNamesWhatDiffers() {
        String baseline = folder.resolve("b.json").toString();
        assertThat(verify("--record", baseline, "--quiet")).isZero();
        assertThat(out.toString() + err).isEmpty();
        assertThat(verify("--baseline", baseline)).isZero();
        assertThat(out.toString()).startsWith("The chip agrees with its float reference: 57 checks passed.");
        assertThat(verify("--baseline", baseline, "--set", "chip.recurrent_core.lanes=1")).isEqualTo(1);
        assertThat(out.toString()).contains("chip.recurrent_core.lanes was 8 when it was recorded and is 1 here.")
                .containsPattern("FAILED cycles: recorded [\\d,]+, found [\\d,]+; allowed: no difference");
    }

    private void refused(int exitCode, String... words) {
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("columna: ").contains(words).doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void badInputIsOneSentenceAndLeavesNothing() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        refused(verify("--baseline", broken.toString()), broken + ": found no JSON");
        refused(verify("--baseline", folder.resolve("no.json").toString()), "no such file");
        refused(verify("--baseline", Files.writeString(folder.resolve("future.json"), "{\"columna_baseline\": 2}").toString()), "version 2; allowed: version 1");
        refused(verify("--record", folder.resolve("no/b.json").toString()), "--record ", "no folder");
        refused(verify("--junit", broken.toString()), "--junit ", "no JUnit file");
        refused(verify("--set", "verify.gradient_cosin=1"), "did you mean 'verify.gradient_cosine'");
        refused(verify("--set", "numerics.sampled_sequences=0"), "numerics.sampled_sequences");
        refused(verify("--set", "verify.signal_to_noise.lru.hh=1"), "did you mean 'lru.h'");
        assertThat(broken).hasContent("{");
    }
}
