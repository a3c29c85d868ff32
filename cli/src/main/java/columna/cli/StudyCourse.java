package columna.cli;

import columna.experiments.study.Study;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.engine.StudyProgress;
import columna.experiments.study.engine.Workforce;
import columna.experiments.study.result.StudyResult;
import java.nio.file.Path;
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
        return LongWork.in(options.folder(definition.name()), terminal, (folder, interrupted) -> {
            StudyResult result = simulate(work, folder, interrupted);
            if (result.configurations().isEmpty()) {
                terminal.complain("interrupted before there was anything to report");
                return false;
            }
            Study.report(folder, folder, configuration -> true);
            tell(result, folder, interrupted.getAsBoolean());
            return result.recommendation().isPresent();
        });
    }

    private StudyResult simulate(Work work, Path folder, BooleanSupplier interrupted) {
        if (!options.quiet() && terminal.columns() > 0) {
            options.cluster().ifPresent(address -> terminal.complain("waiting for executors of " + address));
        }
        try (Workforce workforce = options.workforce(folder); StudyLine line = new StudyLine(terminal, options.quiet())) {
            return work.on(new Study(definition, folder), workforce, line, interrupted);
        }
    }

    private void tell(StudyResult result, Path folder, boolean partial) {
        if (!options.quiet()) {
            StudyText.print(terminal.out(), result, folder, partial);
        } else if (partial) {
            terminal.complain("interrupted; what is finished is in " + folder);
        }
    }
}
