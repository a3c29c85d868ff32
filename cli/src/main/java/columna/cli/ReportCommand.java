package columna.cli;

import columna.experiments.comparison.Comparison;
import columna.experiments.comparison.Subject;
import columna.experiments.study.Study;
import columna.experiments.study.export.StudyExport;
import columna.experiments.study.result.Condition;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.StudyResult;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code columna report}: draws a study's report again, filters it, or compares runs or studies; nothing is simulated. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes the report of a study anew, of all or some configurations, or compares two or more runs or studies. Nothing is simulated.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna report runs/trace-and-weight-bits",
            "  columna report runs/trace-and-weight-bits --where 'formats.lru.trace.bits>=8' --where 'loss<0.01' --output filtered",
            "  columna report runs/trace-and-weight-bits --export parquet --output points.parquet",
            "  columna report runs/copy-task-001 runs/copy-task-002"
        })
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of studies, or of runs.")
    private List<String> folders = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR", description = "Folder for the report; by default the study's own, or a fresh one under runs/ for a comparison or a filter.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--where", paramLabel = "CONDITION", description = "Only configurations with NAME OP VALUE, an axis, a measure or a key of the summary; may be repeated.")
    private List<String> conditions = new ArrayList<>();

    @Option(names = "--export", paramLabel = "FORMAT", description = "Writes the points as csv or parquet into the file of --output, instead of a report.")
    private Optional<String> export = Optional.empty();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return folders.size() == 1 ? one(path(folders.getFirst())) : compared();
    }

    private int one(Path folder) {
        StudyResult all = switch (Subject.read(folder)) {
            case Subject.Finished study -> study.result();
            case Subject.Run run -> throw new BadInput(folder + ": found one run, whose report is " + folder.resolve("index.html")
                    + "; allowed: a study, or two or more runs to compare");
        };
        List<Condition> parsed = conditions.stream().map(text -> Condition.parse(text, all)).toList();
        Predicate<ConfigurationResult> wanted = configuration -> parsed.stream().allMatch(condition -> condition.test(configuration));
        List<ConfigurationResult> kept = all.configurations().stream().filter(wanted).toList();
        if (kept.isEmpty()) {
            throw new BadInput(folder + ": found no configuration" + (conditions.isEmpty() ? "" : " with " + String.join(" and ", conditions)) + "; allowed: at least one of "
                    + all.configurations().size());
        }
        if (export.isPresent()) {
            export(new StudyResult(all.study(), kept));
            return ExitCode.OK;
        }
        RunFolder target = output.map(RunFolder::named)
                .orElseGet(() -> conditions.isEmpty() ? RunFolder.named(folder.toString()) : RunFolder.fresh(all.study().name() + "-filtered"));
        StudyResult shown = Study.report(folder, target.path(), wanted);
        StudyText.print(terminal.out(), shown, target.path(), false);
        return ExitCode.OK;
    }

    private void export(StudyResult result) {
        Path file = path(output.orElseThrow(() -> new BadInput("--export " + export.get() + ": found no --output; allowed: --output FILE")));
        switch (export.get()) {
            case "csv" -> StudyExport.csv(result, file);
            case "parquet" -> StudyExport.parquet(result, file);
            default -> throw new BadInput("--export " + export.get() + NearestName.hint(export.get(), List.of("csv", "parquet")).replaceFirst("^; ", ": "));
        }
        terminal.out().println("Wrote " + file);
        terminal.out().flush();
    }

    private int compared() {
        if (!conditions.isEmpty() || export.isPresent()) {
            throw new BadInput("found " + (export.isPresent() ? "--export" : "--where") + " with " + folders.size() + " folders; allowed: with the folder of one study");
        }
        List<Subject> subjects = folders.stream().map(ReportCommand::path).map(Subject::read).toList();
        var report = Comparison.of(subjects);
        RunFolder target = output.map(RunFolder::named).orElseGet(() -> RunFolder.fresh("comparison"));
        try {
            ReportWriter.write(report, target.path());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        ComparisonText.print(terminal.out(), subjects);
        terminal.out().println("Report: " + target.path().resolve("index.html"));
        terminal.out().flush();
        return ExitCode.OK;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new BadInput("found an impossible path; allowed: the folder of a run or a study");
        }
    }
}
