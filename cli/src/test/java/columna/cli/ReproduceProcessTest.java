package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own, interrupted and killed, in a folder of their own where their default results go. */
class ReproduceProcessTest {
    private static final String GO = "go";

    @TempDir
    private Path folder;

    /** Seed 1 takes no time, seed 2 lasts until there is a file. */
    static final class Patient extends Toy {
        private Patient() {
            super("patient", 1.5);
        }

        @Override
        Measurement measure(long seed, Course course) throws IOException {
            Optional<java.io.DataInputStream> resumed = course.resumed();
            System.out.println("seed " + seed + (resumed.isPresent() ? " from " + resumed.get().readInt() : " from the start"));
            while (seed == 2 && !Files.exists(Path.of(GO))) {
                course.reached(0.5, out -> out.writeInt(42));
                Thread.onSpinWait();
            }
            return super.measure(seed, course);
        }

        public static void main(String[] arguments) {
            System.exit(Columna.execute(Terminal.ofProcess(), null, List.of(new Patient()), "reproduce", "patient", "--seeds", "2", "--threads", "1"));
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), Patient.class.getName())
                .directory(folder.toFile()).redirectErrorStream(true).start();
    }

    /** Starts, and returns when it has begun seed 2; what it said until then. */
    private static List<String> untilSeedTwo(BufferedReader output) throws IOException {
        List<String> said = new ArrayList<>();
        String line;
        do {
            line = output.readLine();
            said.add(line);
        } while (line != null && !line.startsWith("seed 2"));
        return said;
    }

    private List<String> toTheEnd(int exitCode) throws IOException, InterruptedException {
        Process process = start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(said.toString()).isEqualTo(exitCode);
        return said;
    }

    @Test
    void aKilledRunIsTakenUpAndAFinishedOneIsLeftAlone() throws IOException, InterruptedException {
        Process killed = start();
        assertThat(untilSeedTwo(killed.inputReader())).contains("seed 1 from the start");
        assertThat(toTheEnd(2)).anyMatch(line -> line.matches("columna: runs/patient: found another process at work .*"));
        killed.destroyForcibly().waitFor();
        Files.createFile(folder.resolve(GO));
        assertThat(toTheEnd(0)).contains("Resumes the run in runs/patient.", "seed 2 from the start").doesNotContain("seed 1 from the start");
        assertThat(toTheEnd(0)).contains("seed 1 from the start", "Report: runs/patient-001/index.html");
        assertThat(toTheEnd(0)).contains("Report: runs/patient-002/index.html");
    }

    @Test
    void ctrlCKeepsTheStatesWritesAPartialReportAndEndsWith130() throws IOException, InterruptedException {
        Process interrupted = start();
        try (BufferedReader output = interrupted.inputReader()) {
            untilSeedTwo(output);
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(interrupted.pid())).start().waitFor()).isZero();
            assertThat(output.lines()).contains("Interrupted, so this is partial. After only 1 of 2 points: 1 met, 1 missed, 0 not measured.",
                    "Report: runs/patient/index.html");
        }
        assertThat(interrupted.waitFor()).isEqualTo(130);
        assertThat(folder.resolve("runs/patient/index.html")).exists();
        Files.createFile(folder.resolve(GO));
        assertThat(toTheEnd(0)).contains("seed 2 from 42").doesNotContain("seed 1 from the start");
    }
}
