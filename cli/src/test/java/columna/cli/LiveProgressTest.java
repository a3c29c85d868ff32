package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A closed bar has shown its last state, so that no test waits for the clock. */
class LiveProgressTest {
    private final StringWriter err = new StringWriter();

    private LiveProgress progress(int columns) {
        return new LiveProgress(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), columns));
    }

    /** What stood in the line, one state after the other. */
    private List<String> lines() {
        return Stream.of(err.toString().split("\r")).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void theLineShowsPhaseShareCountRateAndLosses() {
        try (LiveProgress progress = progress(130)) {
            progress.phase("learning", 2000);
            progress.sequences(500, 0.5, 0.25);
        }
        assertThat(lines()).anySatisfy(line -> assertThat(line).matches(
                "learning  25% \\[=+ *\\]  500/2000 \\(\\d+:\\d\\d:\\d\\d / \\d+:\\d\\d:\\d\\d\\) [\\d?]+( sequences)?/s, loss chip 0.5000, reference 0.2500 *"));
    }

    @Test
    void aTerminalOf80ColumnsHasRoomForBothLosses() {
        try (LiveProgress progress = progress(80)) {
            progress.phase("learning", 100_000);
            progress.sequences(50_000, 0.5, 0.25);
        }
        assertThat(lines()).anySatisfy(line -> assertThat(line).contains("learning  50%", "50000/100000", "/s, loss 0.500 (0.250)"));
    }

    @Test
    void theLineIsWrittenAtMostTenTimesASecondAndNeverWraps() {
        long start = System.nanoTime();
        try (LiveProgress progress = progress(40)) {
            progress.phase("learning", 1_000_000);
            for (int i = 1; i <= 100_000; i++) {
                progress.sequences(i, Double.NaN, Double.NaN);
            }
        }
        long ticks = (System.nanoTime() - start) / 100_000_000;
        assertThat((long) lines().size()).as("one at the start, one a tick, the last and the wiped one").isBetween(1L, ticks + 4);
        assertThat(lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(40));
        assertThat(err.toString()).doesNotContain("\n", "NaN");
    }

    @Test
    void theLineIsCleanAfterwardsAndBetweenPhases() {
        LiveProgress progress = progress(60);
        progress.phase("reference", 0);
        progress.phase("learning", 10);
        progress.sequences(10, 1, 1);
        progress.close();
        assertThat(err.toString()).contains("reference", "learning").endsWith("\r" + " ".repeat(59) + "\r");
        int length = err.toString().length();
        progress.close();
        assertThat(err.toString()).hasSize(length);
    }

    @Test
    void nothingIsPrintedWithoutATerminalOrWhenQuiet() {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), 100);
        for (LiveProgress progress : List.of(progress(0), LiveProgress.on(terminal, true))) {
            progress.phase("learning", 10);
            progress.sequences(10, 1, 1);
            progress.close();
        }
        assertThat(err.toString()).isEmpty();
    }
}
