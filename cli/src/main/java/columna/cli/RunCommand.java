package columna.cli;

import columna.experiments.run.RunSummary;
import columna.experiments.spec.ExperimentSpec;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private ExperimentArguments arguments;

    RunCommand(Terminal terminal, Simulation simulation) {
        this.terminal = terminal;
        this.simulation = simulation;
    }

    @Override
    public Integer call() {
        ExperimentSpec spec = arguments.spec();
        return LongWork.in(arguments.folder(spec), terminal, (folder, interrupted) -> {
            RunSummary summary = simulate(spec, folder, interrupted);
            tell(summary, interrupted.getAsBoolean());
            return summary.good();
        });
    }

    private RunSummary simulate(ExperimentSpec spec, Path folder, BooleanSupplier interrupted) {
        try (LiveProgress live = LiveProgress.on(terminal, arguments.quiet())) {
            return simulation.execute(spec, folder, live, interrupted);
        }
    }

    private void tell(RunSummary summary, boolean partial) {
        if (!arguments.quiet()) {
            SummaryText.print(terminal.out(), summary, partial);
        } else if (partial) {
            terminal.complain("interrupted; a partial report is in " + summary.folder());
        }
    }
}
