package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.reproduction.ReproductionProgress.Running;
import columna.experiments.reproduction.ReproductionProgress.Standing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A closed bar has shown its last state, so that no test waits for the clock. */
class PointProgressTest {
    private final StringWriter err = new StringWriter();

    private PointProgress progress(int columns, boolean quiet) {
        return PointProgress.on(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), columns), quiet);
    }

    private List<String> lines() {
        return Stream.of(err.toString().split("\r")).filter(line -> !line.isEmpty()).toList();
    }

    private static Standing standing(double done) {
        return new Standing(3, 12, done, 200, List.of(new Running("LRU, online", 2, 0.25), new Running("GRU", 1, 0.999)));
    }

    @Test
    void theLineShowsShareOfTheWorkPointsAndWhatIsMeasured() {
        try (PointProgress progress = progress(150, false)) {
            progress.now(standing(20));
            progress.now(standing(100));
        }
        assertThat(lines()).anySatisfy(line -> assertThat(line).matches(
                "measuring  50% \\[=+ *\\] +100/200 core-s \\(\\d+:\\d\\d:\\d\\d / \\d+:\\d\\d:\\d\\d\\) +points 3/12 LRU, online, seed 2 \\(25 %\\); GRU, seed 1 \\(100 %\\) *"));
        assertThat(err.toString()).endsWith("\r" + " ".repeat(149) + "\r");
    }

    @Test
    void theLineNeverWraps() {
        try (PointProgress progress = progress(60, false)) {
            progress.now(standing(100));
        }
        assertThat(lines()).isNotEmpty().allSatisfy(line -> assertThat(line.length()).isLessThan(60));
        assertThat(err.toString()).doesNotContain("\n");
    }

    @Test
    void nothingIsPrintedWithoutATerminalOrWhenQuiet() {
        for (PointProgress progress : List.of(progress(0, false), progress(100, true))) {
            progress.now(standing(100));
            progress.close();
        }
        assertThat(err.toString()).isEmpty();
    }
}
