package columna.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveProgressTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong(1);

    private LiveProgress progress(int columns) {
        return new LiveProgress(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), columns), nanos::get);
    }

    /** 500 of 2,000 sequences in 5 s: 100 a second, and 15 s for the rest. */
    @Test
    void theLineShowsShareRateLossesAndTimeLeft() {
        LiveProgress progress = progress(120);
        progress.phase("learning", 2000);
        nanos.addAndGet(5_000_000_000L);
        progress.sequences(500, 0.5, 0.25);
        assertThat(err.toString()).contains("learning  25 %, 100 sequences/s, loss chip 0.5000, reference 0.2500, 15 s left");
    }

    @Test
    void theLineIsWrittenAtMostTenTimesASecondAndNeverWraps() {
        LiveProgress progress = progress(40);
        progress.phase("learning", 1_000_000);
        for (int i = 1; i <= 1000; i++) {
            nanos.addAndGet(1_000_000);
            progress.sequences(i, Double.NaN, Double.NaN);
        }
        String[] lines = err.toString().split("\r");
        assertThat(lines).hasSizeBetween(10, 12).allSatisfy(line -> assertThat(line.length()).isLessThan(40));
        assertThat(err.toString()).doesNotContain("\n", "NaN");
    }

    @Test
    void nothingIsPrintedWithoutATerminal() {
        LiveProgress progress = progress(0);
        progress.phase("learning", 10);
        progress.sequences(10, 1, 1);
        progress.finish();
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0 s", "59.4,59 s", "60,1 min 0 s", "3599,59 min 59 s", "3600,1 h 0 min", "90061,25 h 1 min"})
    void duration(double seconds, String text) {
        assertThat(LiveProgress.duration(seconds)).isEqualTo(text);
    }
}
