package columna.cli;

import columna.experiments.explain.Signals;
import columna.experiments.run.RunSummary;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.reports.page.Rehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code columna run}: reads the experiment, chooses the folder, simulates, prints the summary. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates a chip that learns, and writes a report.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna run copy-task",
            "  columna run my-chip.yaml --output results --set learning.optimiser.rate=0 --set formats.lru.h=fixed<20,4>"
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Simulation simulation;

    @Parameters(paramLabel = "NAME_OR_FILE", description = "A shipped experiment (see 'columna list') or the path of an experiment file.")
    private String experiment;

    @Option(names = "--output", paramLabel = "DIR", description = "Folder for the results; by default a fresh one under runs/.")
    private Optional<String> output = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Replaces a value of the experiment; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Short for --set seed=N.")
    private Optional<String> seed = Optional.empty();

    @Option(names = "--quiet", description = "Shows no progress and prints no summary; only complaints.")
    private boolean quiet;

    @Option(names = "--no-remember", description = "Clocks every time step anew (chip.remember_steps=false): same results, slower.")
    private boolean clockEveryStep;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that may compute (1 to 256); the results are the same for any number.")
    private Optional<Integer> threads = Optional.empty();

    RunCommand(Terminal terminal, Simulation simulation) {
        this.terminal = terminal;
        this.simulation = simulation;
    }

    @Override
    public Integer call() {
        threads.ifPresent(RunCommand::limitThreads);
        ExperimentSpec spec = ExperimentSpec.read(experiment, Signals.names(), allSettings());
        RunFolder folder = output.map(RunFolder::named).orElseGet(() -> RunFolder.fresh(spec.name()));
        // Before a signal can arrive: an ending machine can no longer load what draws charts.
        Rehearsal.begin();
        Interruption interruption = Interruption.watch();
        try {
            RunSummary summary = simulate(spec, folder, interruption);
            tell(summary, interruption.requested());
            return interruption.requested() ? ExitCode.INTERRUPTED : summary.good() ? ExitCode.OK : ExitCode.BAD_VERDICT;
        } catch (RuntimeException | LinkageError refused) {
            folder.abandon();
            if (interruption.requested()) {
                terminal.complain("interrupted before there was anything to report");
                return ExitCode.INTERRUPTED;
            }
            throw refused;
        } finally {
            interruption.finished();
        }
    }

    private RunSummary simulate(ExperimentSpec spec, RunFolder folder, Interruption interruption) {
        try (LiveProgress live = LiveProgress.on(terminal, quiet)) {
            return simulation.execute(spec, folder.path(), live, interruption::requested);
        }
    }

    private List<String> allSettings() {
        List<String> all = new ArrayList<>(settings);
        seed.ifPresent(n -> all.add("seed=" + n));
        if (clockEveryStep) {
            all.add("chip.remember_steps=false");
        }
        return all;
    }

    /** The common pool counts the calling thread as one more. It is created at its first use, which is after this. */
    static void limitThreads(int threads) {
        if (threads < 1 || threads > 256) {
            throw new BadInput("--threads " + threads + ": found " + threads + " threads; allowed: 1 to 256");
        }
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", Integer.toString(threads - 1));
    }

    private void tell(RunSummary summary, boolean partial) {
        if (!quiet) {
            SummaryText.print(terminal.out(), summary, partial);
        } else if (partial) {
            terminal.complain("interrupted; a partial report is in " + summary.folder());
        }
    }
}
