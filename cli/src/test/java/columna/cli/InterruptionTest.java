package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.run.RunSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own is interrupted by a signal and must still write its partial report and say where it is. */
class InterruptionTest {
    @TempDir
    private Path folder;

    /** A simulation that runs until it is asked to stop. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) {
            System.exit(Columna.execute(Terminal.ofProcess(), (spec, path, progress, stop) -> {
                System.out.println("started");
                while (!stop.getAsBoolean()) {
                    Thread.onSpinWait();
                }
                try {
                    Files.writeString(path.resolve("index.html"), "partial");
                } catch (IOException full) {
                    throw new IllegalStateException(full);
                }
                return new RunSummary(path, new LinkedHashMap<>(), true, "The chip was learning.");
            }, List.of(), arguments));
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Endless.class.getName(), "run", "copy-task",
                "--output", folder.resolve("out").toString()).redirectErrorStream(true).start();
    }

    private void interrupt(String signal, int exitCode) throws IOException, InterruptedException {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("started");
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
            assertThat(output.lines().toList()).anyMatch(line -> line.startsWith("Interrupted, so this is partial."))
                    .anyMatch(line -> line.equals("Report: " + folder.resolve("out/index.html")));
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exitCode);
        assertThat(folder.resolve("out/index.html")).hasContent("partial");
    }

    @Test
    void ctrlCEndsWithAPartialReportAnd130() throws IOException, InterruptedException {
        interrupt("INT", 130);
    }

    @Test
    void terminationEndsWithAPartialReportAnd143() throws IOException, InterruptedException {
        interrupt("TERM", 143);
    }
}
