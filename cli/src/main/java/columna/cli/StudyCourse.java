package columna.cli;

import columna.experiments.study.Study;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.engine.StudyProgress;
import columna.experiments.study.engine.Workforce;
import columna.experiments.study.result.StudyResult;
import columna.reports.page.Rehearsal;
import java.util.function.BooleanSupplier;

/** How {@code sweep} and {@code search} go: folder, progress, Ctrl-C, report, summary, exit code. */
final class StudyCourse {

    /** What is done with the study. */
    @FunctionalInterface
    interface Work {
        StudyResult on(Study study, Workforce workforce, StudyProgress progress, BooleanSupplier stopRequested);
    }

    private final Terminal terminal;
    private final StudyOptions options;
    private final StudyDefinition definition;

    StudyCourse(Terminal terminal, StudyOptions options, StudyDefinition definition) {
        this.terminal = terminal;
        this.options = options;
        this.definition = definition;
    }

    int run(Work work) {
        options.checkThreads();
        RunFolder folder = options.folder(definition.name());
        // Before a signal can arrive: an ending machine can no longer load what draws charts.
        Rehearsal.begin();
        Interruption interruption = Interruption.watch();
        try {
            StudyResult result = simulate(work, folder, interruption);
            if (result.configurations().isEmpty()) {
                terminal.complain("interrupted before there was anything to report");
            } else {
                Study.report(folder.path(), folder.path(), configuration -> true);
                tell(result, folder, interruption.requested());
            }
            return interruption.requested() ? ExitCode.INTERRUPTED : result.recommendation().isPresent() ? ExitCode.OK : ExitCode.BAD_VERDICT;
        } catch (RuntimeException | LinkageError refused) {
            folder.abandon();
            throw refused;
        } finally {
            interruption.finished();
        }
    }

    private StudyResult simulate(Work work, RunFolder folder, Interruption interruption) {
        if (!options.quiet() && terminal.columns() > 0) {
            options.cluster().ifPresent(address -> terminal.complain("waiting for executors of " + address));
        }
        try (Workforce workforce = options.workforce(folder.path()); StudyLine line = new StudyLine(terminal, options.quiet())) {
            return work.on(new Study(definition, folder.path()), workforce, line, interruption::requested);
        }
    }

    private void tell(StudyResult result, RunFolder folder, boolean partial) {
        if (!options.quiet()) {
            StudyText.print(terminal.out(), result, folder.path(), partial);
        } else if (partial) {
            terminal.complain("interrupted; what is finished is in " + folder.path());
        }
    }
}
