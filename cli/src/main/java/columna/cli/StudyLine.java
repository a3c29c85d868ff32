package columna.cli;

import columna.experiments.study.engine.StudyProgress;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** One line on standard error: points done, time spent and left, computations that go on. Nothing is shown without a terminal. */
final class StudyLine implements StudyProgress, AutoCloseable {
    private static final int BETWEEN_LINES_MILLIS = 200;

    private final Terminal terminal;
    private final OneLine line;
    private Optional<ProgressBar> bar = Optional.empty();

    StudyLine(Terminal terminal, boolean quiet) {
        this.terminal = quiet ? new Terminal(terminal.out(), terminal.err(), 0) : terminal;
        this.line = new OneLine(this.terminal);
    }

    @Override
    public void now(long finished, long points, int computing) {
        if (terminal.columns() > 1) {
            ProgressBar shown = bar.orElseGet(() -> ProgressBar.builder().setTaskName("points").setConsumer(line).setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(BETWEEN_LINES_MILLIS).continuousUpdate().setInitialMax(Math.max(1, points)).build());
            bar = Optional.of(shown);
            shown.stepTo(finished).setExtraMessage(computing + " computing");
        }
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
