package columna.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.study.engine.Workforce;
import columna.experiments.study.result.StudyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import columna.reference.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that works on a study is killed again and again at random moments; what is there in the end is what an undisturbed study has. */
class StudyKillTest {

    private static final int KILLS = 10;
    private static final long SEED = 20_261_126;

    /** The study's process: the study of the test in the folder of the first argument. */
    static final class Worker {
        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            StudyResult result = sweep(folder);
            Files.writeString(folder.resolve("done"), Integer.toString(result.configurations().size()));
        }
    }

    private static StudyResult sweep(Path folder) {
        return new Study(TinyStudies.bitsRoundingLanes(), folder).sweep(Shard.WHOLE, Workforce.threads(2), (f, p, c) -> {}, () -> false);
    }

    @Test
    void nothingIsLostAndNothingIsDoubled(@TempDir Path folder, @TempDir Path undisturbed) throws Exception {
        UniformRandomProvider random = new RandomStreams(SEED).stream("test/kill");
        int kills = 0;
        while (kills < KILLS && !Files.exists(folder.resolve("done"))) {
            Process worker = worker(folder);
            // Past the start of the machine, so that kills meet work; long enough that work goes on between them.
            boolean ended = worker.waitFor(600 + random.nextInt(1200), TimeUnit.MILLISECONDS);
            if (!ended) {
                worker.destroyForcibly().waitFor();
                kills++;
            } else {
                assertThat(worker.exitValue()).isZero();
            }
        }
        assertThat(kills).as("a study that is over before it can be killed tests nothing").isPositive();
        StudyResult resumed = sweep(folder);
        assertThat(resumed.configurations()).as("seed %d, %d kills", SEED, kills).isEqualTo(sweep(undisturbed).configurations());
    }

    private static Process worker(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-cp",
                        System.getProperty("java.class.path"), Worker.class.getName(), folder.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
