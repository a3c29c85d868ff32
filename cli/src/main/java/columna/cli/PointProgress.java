package columna.cli;

import columna.experiments.reproduction.ReproductionProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * One line on standard error: share of the whole work, time spent and left, points done, and which configurations are being measured.
 * What an earlier run did counts as done, but not as speed. Nothing is shown without a terminal.
 */
final class PointProgress implements ReproductionProgress, AutoCloseable {
    private static final int BETWEEN_LINES_MILLIS = 200;
    private static final long UNITS_PER_CORE_SECOND = 1000;

    private final Terminal terminal;
    private final OneLine line;
    private Optional<ProgressBar> bar = Optional.empty();

    PointProgress(Terminal terminal) {
        this.terminal = terminal;
        this.line = new OneLine(terminal);
    }

    static PointProgress on(Terminal terminal, boolean quiet) {
        return new PointProgress(quiet ? new Terminal(terminal.out(), terminal.err(), 0) : terminal);
    }

    @Override
    public void now(Standing standing) {
        if (terminal.columns() > 1) {
            ProgressBar shown = bar.orElseGet(() -> begin(standing));
            bar = Optional.of(shown);
            shown.stepTo(units(standing.doneCoreSeconds())).setExtraMessage(message(standing));
        }
    }

    private ProgressBar begin(Standing standing) {
        return ProgressBar.builder().setTaskName("measuring").setConsumer(line).setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(BETWEEN_LINES_MILLIS).continuousUpdate().setUnit(" core-s", UNITS_PER_CORE_SECOND)
                .setInitialMax(Math.max(1, units(standing.coreSeconds())))
                .startsFrom(units(standing.doneCoreSeconds()), Duration.ZERO).build();
    }

    private static long units(double coreSeconds) {
        return Math.round(coreSeconds * UNITS_PER_CORE_SECOND);
    }

    private static String message(Standing standing) {
        String running = standing.running().stream()
                .map(one -> String.format(Locale.ROOT, "%s, seed %d (%.0f %%)", one.configuration(), one.seed(), 100 * one.share()))
                .collect(Collectors.joining("; "));
        return "points " + standing.finished() + "/" + standing.points() + " " + running;
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
