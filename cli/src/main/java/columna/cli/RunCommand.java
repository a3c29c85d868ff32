package columna.cli;

import columna.experiments.prediction.report.ReportedPrediction;
import columna.experiments.run.RunSummary;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.trace.TraceRequest;
import columna.experiments.trace.Traces;
import columna.experiments.yaml.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code columna run}: reads the experiment, chooses the folder, simulates, prints the summary. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates a chip that learns, and writes a report.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna run copy-task",
            "  columna run ccn",
            "  columna run copy-task --trace vcd,perfetto --from 100000 --to 110000",
            "  columna run my-chip.yaml --output results --set learning.optimiser.rate=0 --set formats.lru.h=fixed<20,4>"
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Simulation simulation;

    @Mixin
    private ExperimentArguments arguments;

    @Option(names = "--trace", paramLabel = "FORMATS", description = "Also writes waveforms: vcd (trace.vcd, for GTKWave), perfetto (trace.json, for the Perfetto UI), or both with a comma.")
    private Optional<String> trace = Optional.empty();

    @Option(names = "--from", paramLabel = "CYCLE", description = "First cycle of learning in the waveforms; 0 by default.")
    private Optional<Long> from = Optional.empty();

    @Option(names = "--to", paramLabel = "CYCLE", description = "The cycle behind the last one in the waveforms; " + TraceRequest.WINDOW_CYCLES + " after the first by default.")
    private Optional<Long> to = Optional.empty();

    RunCommand(Terminal terminal, Simulation simulation) {
        this.terminal = terminal;
        this.simulation = simulation;
    }

    @Override
    public Integer call() {
        return arguments.isPrediction() ? predict() : learn();
    }

    private int predict() {
        if (trace.isPresent() || from.isPresent() || to.isPresent()) {
            throw new BadInput("--trace: found an experiment that predicts a stream; allowed: waveforms of experiments that learn from sequences");
        }
        PredictionSpec spec = arguments.prediction();
        return LongWork.in(arguments.folder(spec.name()), terminal, (folder, interrupted) -> {
            RunSummary summary = predict(spec, folder, interrupted);
            tell(summary, interrupted.getAsBoolean());
            return summary.good();
        });
    }

    private RunSummary predict(PredictionSpec spec, Path folder, BooleanSupplier interrupted) {
        try (LiveProgress live = LiveProgress.on(terminal, arguments.quiet())) {
            return ReportedPrediction.execute(spec, folder, live, interrupted);
        }
    }

    private int learn() {
        ExperimentSpec spec = arguments.spec();
        Optional<TraceRequest> request = traced(spec);
        return LongWork.in(arguments.folder(spec), terminal, (folder, interrupted) -> {
            RunSummary summary = simulate(spec, folder, interrupted);
            List<Path> waveforms = request.filter(asked -> !interrupted.getAsBoolean())
                    .map(asked -> Traces.write(spec, asked, folder)).orElse(List.of());
            tell(summary, interrupted.getAsBoolean());
            tell(waveforms);
            return summary.good();
        });
    }

    /** What is wrong with the request is said before hours of simulation. */
    private Optional<TraceRequest> traced(ExperimentSpec spec) {
        if (trace.isEmpty() && (from.isPresent() || to.isPresent())) {
            throw new BadInput((from.isPresent() ? "--from" : "--to") + ": found no --trace; allowed: with --trace only");
        }
        Optional<TraceRequest> request = trace.map(formats -> TraceRequest.of(formats, number(from), number(to)));
        request.ifPresent(asked -> Traces.require(spec));
        return request;
    }

    private static OptionalLong number(Optional<Long> given) {
        return given.isPresent() ? OptionalLong.of(given.get()) : OptionalLong.empty();
    }

    private void tell(List<Path> waveforms) {
        if (!arguments.quiet()) {
            waveforms.forEach(file -> terminal.out().println("Waveforms: " + file));
            terminal.out().flush();
        }
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
