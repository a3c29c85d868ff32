package columna.cli;

import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduce.Verdict;
import columna.experiments.reproduction.ReproductionRun;
import columna.experiments.reproduction.Reproductions;
import columna.experiments.reproduction.report.ReproductionResult;
import columna.experiments.yaml.BadInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code columna reproduce}: measures a published table or figure again, or goes on with a run that was interrupted. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Measures a published table or figure again, and writes a report. The same command again goes on where it was interrupted.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna reproduce --list",
            "  columna reproduce zucchet2023-table1",
            "  columna reproduce javed2021-figure3 --full --output figure3"
        })
final class ReproduceCommand implements Callable<Integer> {
    private static final int MOST_SEEDS = 10_000;

    private final Terminal terminal;
    private final List<Reproduction> reproductions;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A reproduction (see 'columna reproduce --list').")
    private Optional<String> name = Optional.empty();

    @Option(names = "--list", description = "Lists all reproductions and how long they take.")
    private boolean list;

    @Option(names = "--full", description = "Measures at the paper's size instead of a shortened one.")
    private boolean full;

    @Option(names = "--seeds", paramLabel = "N", description = "The number of seeds; by default the reproduction's own.")
    private Optional<Integer> seeds = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of a public data set, for the reproductions that need one.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--only", paramLabel = "TEXT", description = "Measures only configurations that contain the text; may be repeated. The rest can be measured later in the same folder.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR", description = "Folder for the results, or of a run to go on with; by default runs/NAME or runs/NAME-full.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Points measured at a time (1 to 256, by default one for each core); the results are the same for any number.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--quiet", description = "Shows no progress and prints no summary; only complaints.")
    private boolean quiet;

    ReproduceCommand(Terminal terminal, List<Reproduction> reproductions) {
        this.terminal = terminal;
        this.reproductions = reproductions;
    }

    @Override
    public Integer call() {
        if (list) {
            ReproductionList.print(terminal.out(), reproductions);
            return ExitCode.OK;
        }
        Reproduction reproduction = Reproductions.named(required(name), reproductions);
        int allowed = threads.map(n -> checked("--threads", n, ExperimentArguments.MOST_THREADS)).orElseGet(Runtime.getRuntime()::availableProcessors);
        ReproductionRun run = ReproductionRun.of(reproduction, scope());
        return LongWork.in(folder(reproduction, run), terminal, (folder, interrupted) -> {
            ReproductionResult result = measure(run, folder, allowed, interrupted);
            tell(result, folder, interrupted.getAsBoolean());
            return result.tally().count(Verdict.MISSED) == 0;
        });
    }

    private static String required(Optional<String> name) {
        return name.orElseThrow(() -> new BadInput("found no NAME; allowed: the name of a reproduction (see 'columna reproduce --list')"));
    }

    private Scope scope() {
        OptionalInt count = seeds.map(n -> OptionalInt.of(checked("--seeds", n, MOST_SEEDS))).orElseGet(OptionalInt::empty);
        return new Scope(full, count, data.map(ReproduceCommand::dataFolder), only);
    }

    private static int checked(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new BadInput(option + " " + value + ": found " + value + "; allowed: 1 to " + most);
        }
        return value;
    }

    private static Path dataFolder(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException impossible) {
            // No path is no folder.
        }
        throw new BadInput("--data " + name.replaceAll("\\p{Cntrl}", "?") + ": found no such folder; allowed: the folder of a data set");
    }

    private RunFolder folder(Reproduction reproduction, ReproductionRun run) {
        RunFolder folder = output.map(RunFolder::named)
                .orElseGet(() -> RunFolder.unfinishedOrFresh(reproduction.name() + (full ? "-full" : ""), run::isUnfinishedIn));
        if (!quiet && run.isUnfinishedIn(folder.path())) {
            terminal.err().println("Resumes the run in " + folder.path() + ".");
        }
        return folder;
    }

    private ReproductionResult measure(ReproductionRun run, Path folder, int allowed, BooleanSupplier interrupted) {
        try (PointProgress live = PointProgress.on(terminal, quiet)) {
            return run.execute(folder, allowed, live, interrupted);
        }
    }

    private void tell(ReproductionResult result, Path folder, boolean partial) {
        if (!quiet) {
            FindingsText.print(terminal.out(), result, folder, partial);
        } else if (partial) {
            terminal.complain("interrupted; a partial report is in " + folder);
        }
    }
}
