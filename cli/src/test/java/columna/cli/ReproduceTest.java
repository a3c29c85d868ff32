package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code columna reproduce} in this process, with reproductions that take no time. */
class ReproduceTest {
    /** The mean of 1, 2 and 3 is 2, that of 1 to 99 is 50. */
    private static final List<Reproduction> TOYS = List.of(new Toy("gauss1785-right", 2), new Toy("gauss1785-wrong", 3), new Toy("gauss1785-data", 2) {
        @Override
        public List<Point> points(Scope scope) {
            throw new IllegalArgumentException("found no data folder; allowed: --data with the folder of the sums");
        }
    });

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int columna(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), (spec, path, progress, stop) -> {
            throw new AssertionError("nothing was to be simulated");
        }, TOYS, arguments);
    }

    private String output() {
        return folder.resolve("out").toString();
    }

    private void assertRefused(int exitCode, String... words) {
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("columna: ").contains(words).doesNotContain("Exception", "\tat ");
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aReproductionTellsItsTallyItsNumbersAndWhereTheReportIs() throws IOException {
        assertThat(columna("reproduce", "gauss1785-right", "--output", output())).isZero();
        assertThat(out.toString().lines().map(String::strip).map(line -> line.replaceAll(" +", " "))).containsExactly(
                "2 met, 0 missed, 0 not measured.",
                "Sums",
                "paper here deviation",
                "mean seed (m) 2 2 1 met",
                "Claims",
                "met: Seeds are positive (all of them)",
                "Report: " + output() + "/index.html");
        assertThat(err.toString()).as("no terminal, no progress").isEmpty();
        assertThat(folder.resolve("out/results.csv")).content()
                .contains("# command: columna reproduce gauss1785-right\n", "\ncomparison,Sums,mean seed,m,2.0,a school,2.0,1.0,3,1.0,");
        assertThat(folder.resolve("out/points.csv")).hasContent("configuration,seed,number,value\nseed,1,itself,1.0\nseed,2,itself,2.0\nseed,3,itself,3.0\n");
    }

    @Test
    void aMissedNumberIsExitCodeOne() {
        assertThat(columna("reproduce", "gauss1785-wrong", "--output", output())).isEqualTo(1);
        assertThat(out.toString()).startsWith("1 met, 1 missed, 0 not measured.");
    }

    @Test
    void sizeAndSeedsAreTheUsers() {
        assertThat(columna("reproduce", "gauss1785-right", "--full", "--output", output())).as("the mean of 1 to 99 is not 2").isEqualTo(1);
        assertThat(out.toString().replaceAll(" +", " ")).contains("mean seed (m) 2 50 ");
        assertThat(columna("reproduce", "gauss1785-wrong", "--seeds", "5", "--threads", "2", "--output", output() + "5")).isZero();
        assertThat(folder.resolve("out5/results.csv")).content().contains("# seeds: 1 2 3 4 5\n", "# command: columna reproduce gauss1785-wrong --seeds 5\n");
    }

    @Test
    void quietPrintsNothing() {
        assertThat(columna("reproduce", "gauss1785-right", "--quiet", "--output", output())).isZero();
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void theListTellsHowLongEachTakesOnTwoCores() {
        assertThat(columna("reproduce", "--list")).isZero();
        // 3 and 99 points of 240 s on 2 cores: 6 minutes, and 3.3 hours.
        assertThat(Toy.CORE_SECONDS * 3 / 2 / 60).isEqualTo(6);
        assertThat(Toy.CORE_SECONDS * 99 / 2 / 3600).isEqualTo(3.3);
        assertThat(out.toString().lines().map(line -> line.strip().replaceAll(" {2,}", "|"))).containsExactly(
                "on 2 cores, about|default|--full",
                "gauss1785-right|6 min|3.3 h|The mean of the seeds",
                "gauss1785-wrong|6 min|3.3 h|The mean of the seeds",
                "gauss1785-data|with --data|with --data|The mean of the seeds");
        assertThat(columna("list", "reproductions")).isZero();
        assertThat(out.toString()).contains("gauss1785-right", "gauss1785-data");
        assertThat(columna("list")).isZero();
        assertThat(out.toString()).contains("reproductions:", "gauss1785-right");
    }

    @Test
    void badInputIsOneSentence() {
        assertRefused(columna("reproduce", "gauss1785-rihgt", "--output", output()), "'gauss1785-rihgt'", "did you mean 'gauss1785-right'");
        assertRefused(columna("reproduce", "--output", output()), "found no NAME");
        assertRefused(columna("reproduce", "gauss1785-right", "--seeds", "0", "--output", output()), "--seeds 0", "1 to 10000");
        assertRefused(columna("reproduce", "gauss1785-right", "--seeds", "few", "--output", output()), "'few'");
        assertRefused(columna("reproduce", "gauss1785-right", "--threads", "257", "--output", output()), "--threads 257", "1 to 256");
        assertRefused(columna("reproduce", "gauss1785-right", "--data", folder.resolve("none").toString(), "--output", output()), "no such folder");
        assertRefused(columna("reproduce", "gauss1785-right", "--data", "a\0b", "--output", output()), "no such folder");
        assertRefused(columna("reproduce", "gauss1785-data", "--output", output()), "gauss1785-data: found no data folder");
    }

    @Test
    void aFolderOfAnotherScopeAndAFolderOfTheUsersAreRefused() throws IOException {
        assertThat(columna("reproduce", "gauss1785-right", "--output", output())).isZero();
        assertThat(columna("reproduce", "gauss1785-right", "--seeds", "2", "--output", output())).isEqualTo(2);
        assertThat(err.toString()).contains("found a run of gauss1785-right without --full");
        assertThat(columna("reproduce", "gauss1785-wrong", "--output", output())).isEqualTo(2);
        assertThat(err.toString()).contains("found a run of gauss1785-right; allowed");
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("thesis.tex"), "precious");
        assertThat(columna("reproduce", "gauss1785-wrong", "--output", mine.toString())).isEqualTo(2);
        assertThat(mine).isDirectoryContaining(file -> file.endsWith("thesis.tex"));
    }

    @Test
    void aFailingPointIsAFailureOfTheProgramInOneLine() throws IOException {
        List<Reproduction> broken = List.of(new Toy("broken", 2) {
            @Override
            columna.experiments.reproduce.Measurement measure(long seed, columna.experiments.reproduce.Course course) {
                throw new ArithmeticException("carried the one");
            }
        });
        int exitCode = Columna.execute(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), 0), null, broken, "reproduce", "broken",
                "--threads", "1", "--output", output());
        assertThat(exitCode).isEqualTo(3);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("'seed' with seed 1", "carried the one", "finished points are kept");
        Files.delete(Path.of(err.toString().strip().replaceFirst(".* file ", "")));
    }
}
