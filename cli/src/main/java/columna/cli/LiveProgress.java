package columna.cli;

import columna.experiments.run.RunProgress;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * One line on standard error that is written over ten times a second: phase, share, bar, sequences done, time spent and left, sequences
 * per second, losses. Nothing is shown without a terminal. Closing wipes the line for what is printed next; it may be closed twice.
 */
final class LiveProgress implements RunProgress, AutoCloseable {
    private static final int BETWEEN_LINES_MILLIS = 100;
    private static final int WIDE_COLUMNS = 110;
    private static final int UNKNOWN_TOTAL = -1;

    private final Terminal terminal;
    private final OneLine line;
    private Optional<ProgressBar> bar = Optional.empty();

    LiveProgress(Terminal terminal) {
        this.terminal = terminal;
        this.line = new OneLine(terminal);
    }

    static LiveProgress on(Terminal terminal, boolean quiet) {
        return new LiveProgress(quiet ? new Terminal(terminal.out(), terminal.err(), 0) : terminal);
    }

    @Override
    public void phase(String name, long totalSequences) {
        begin(name, totalSequences, "sequences");
    }

    @Override
    public void timeSteps(String name, long totalTimeSteps) {
        begin(name, totalTimeSteps, "time steps");
    }

    private void begin(String name, long total, String unit) {
        close();
        if (terminal.columns() > 1) {
            ProgressBarBuilder builder = ProgressBar.builder().setTaskName(name).setConsumer(line).setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(BETWEEN_LINES_MILLIS).continuousUpdate();
            bar = Optional.of((total > 0 ? counting(builder, total, unit) : builder.setInitialMax(UNKNOWN_TOTAL).hideEta()).build());
        }
    }

    private ProgressBarBuilder counting(ProgressBarBuilder builder, long total, String unit) {
        String rate = isWide() ? "0 '" + unit + "'" : "0";
        return builder.setInitialMax(total).showSpeed(new DecimalFormat(rate, DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }

    @Override
    public void sequences(long done, double chipLoss, double referenceLoss) {
        bar.ifPresent(shown -> shown.stepTo(done).setExtraMessage(losses(chipLoss, referenceLoss)));
    }

    /** In a narrow terminal the losses stand without names, the chip's before the reference's. */
    private String losses(double chip, double reference) {
        if (Double.isNaN(chip)) {
            return Double.isNaN(reference) ? "" : String.format(Locale.ROOT, isWide() ? ", loss reference %.4f" : ", loss (%.3f)", reference);
        }
        if (Double.isNaN(reference)) {
            return String.format(Locale.ROOT, isWide() ? ", loss chip %.4f" : ", loss %.3f", chip);
        }
        return String.format(Locale.ROOT, isWide() ? ", loss chip %.4f, reference %.4f" : ", loss %.3f (%.3f)", chip, reference);
    }

    private boolean isWide() {
        return terminal.columns() >= WIDE_COLUMNS;
    }

    @Override
    public void close() {
        bar.ifPresent(shown -> {
            shown.close();
            line.clear();
        });
        bar = Optional.empty();
    }
}
