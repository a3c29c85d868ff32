package columna.cli;

import columna.experiments.run.RunProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on standard error that is written over: phase, share, sequences per second, losses, time left. At most ten times a second, and
 * not at all without a terminal.
 */
final class LiveProgress implements RunProgress {
    private static final long BETWEEN_LINES_NANOS = 100_000_000;

    private final Terminal terminal;
    private final LongSupplier clock;
    private String phase = "";
    private long total;
    private long startNanos;
    private long shownNanos;
    private boolean shown;

    /** The clock counts nanoseconds. */
    LiveProgress(Terminal terminal, LongSupplier clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    static LiveProgress on(Terminal terminal, boolean quiet) {
        Terminal where = quiet ? new Terminal(terminal.out(), terminal.err(), 0) : terminal;
        return new LiveProgress(where, System::nanoTime);
    }

    @Override
    public void phase(String name, long totalSequences) {
        phase = name;
        total = totalSequences;
        startNanos = clock.getAsLong();
        show(name + " ...");
    }

    @Override
    public void sequences(long done, double chipLoss, double referenceLoss) {
        long now = clock.getAsLong();
        if (done >= total || now - shownNanos >= BETWEEN_LINES_NANOS) {
            show(line(done, now - startNanos, chipLoss, referenceLoss));
        }
    }

    /** Leaves the line clean for the summary. */
    void finish() {
        if (shown) {
            terminal.err().print("\r" + " ".repeat(terminal.columns() - 1) + "\r");
            terminal.err().flush();
        }
    }

    private String line(long done, long nanos, double chipLoss, double referenceLoss) {
        double seconds = Math.max(nanos, 1) / 1e9;
        double rate = done / seconds;
        String share = total > 0 ? String.format(Locale.ROOT, " %3d %%", 100 * done / total) : "";
        String left = total > 0 && rate > 0 ? ", " + duration((total - done) / rate) + " left" : "";
        return phase + share + String.format(Locale.ROOT, ", %.0f sequences/s", rate) + loss(", loss chip ", chipLoss)
                + loss(", reference ", referenceLoss) + left;
    }

    private static String loss(String label, double loss) {
        return Double.isNaN(loss) ? "" : label + String.format(Locale.ROOT, "%.4f", loss);
    }

    /** Hours, minutes and seconds without leading zeros. */
    static String duration(double seconds) {
        Duration d = Duration.ofSeconds(Math.round(Math.min(seconds, 1e9)));
        if (d.toHours() > 0) {
            return d.toHours() + " h " + d.toMinutesPart() + " min";
        }
        return d.toMinutes() > 0 ? d.toMinutes() + " min " + d.toSecondsPart() + " s" : d.toSeconds() + " s";
    }

    private void show(String line) {
        if (terminal.columns() > 1) {
            int width = terminal.columns() - 1;
            String fitted = line.length() > width ? line.substring(0, width) : line + " ".repeat(width - line.length());
            terminal.err().print("\r" + fitted);
            terminal.err().flush();
            shownNanos = clock.getAsLong();
            shown = true;
        }
    }
}
