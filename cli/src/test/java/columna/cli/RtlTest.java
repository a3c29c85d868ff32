package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code columna rtl} and {@code run --trace}: files, sentences, exit codes. What the simulators say is tested below the command. */
class RtlTest {
    private static final List<String> SMALL = List.of("network.units=4", "network.width=4", "network.layers=1", "task.pattern_steps=2", "task.pad_steps=1");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int columna(List<String> command, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("copy-task", "--output", folder.resolve("out").toString()));
        SMALL.forEach(setting -> all.addAll(List.of("--set", setting)));
        all.addAll(List.of(arguments));
        return Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), (spec, path, progress, stop) -> {
            throw new AssertionError("nothing is to be simulated");
        }, List.of(), all.toArray(String[]::new));
    }

    @Test
    void anExportIsAFolderThatSaysWhatIsInIt() throws Exception {
        assertThat(columna(List.of("rtl", "export"), "--sequences", "1")).isZero();
        assertThat(out.toString()).startsWith("5 cores and 6 time steps in ");
        Path exported = folder.resolve("out");
        assertThat(exported.resolve("chip.sv")).isNotEmptyFile();
        assertThat(exported.resolve("rtl/core.sv")).isNotEmptyFile();
        assertThat(Files.readAllLines(exported.resolve("steps.mem"))).hasSize(6);
        assertThat(Files.readAllLines(exported.resolve("names.txt"))).contains("core0: encoder").anyMatch(line -> line.endsWith(": receive encoder.x[i] <- input"));
    }

    @Test
    void nonsenseIsOneSentenceAndExitCodeTwo() {
        assertThat(columna(List.of("rtl", "check"), "--sequences", "0")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("columna: --sequences 0: found 0 sequences; allowed: 1 to 100000\n");
        err.getBuffer().setLength(0);
        assertThat(columna(List.of("run"), "--trace", "svg")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("columna: --trace svg: found 'svg'; allowed: vcd, perfetto, or both with a comma\n");
        err.getBuffer().setLength(0);
        assertThat(columna(List.of("run"), "--from", "7")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("columna: --from: found no --trace; allowed: with --trace only\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theGroupShowsItsCommands() {
        Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), (spec, path, progress, stop) -> null, List.of(), "rtl");
        assertThat(out.toString()).contains("export", "check", "cases", "synth");
    }
}
