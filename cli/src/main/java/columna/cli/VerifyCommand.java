package columna.cli;

import columna.experiments.prediction.report.ReportedPrediction;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.verify.Verify;
import columna.experiments.verify.VerifyFiles;
import columna.experiments.verify.finding.Findings;
import columna.experiments.yaml.BadInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code columna verify}: a chip against its float reference and against a recorded run, with an exit code for scripts. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks a chip against its float reference on the same data: signals, gradients, scores. Exit code 0 if all is within its tolerance, 1 if not.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  columna verify my-chip.yaml",
            "  columna verify my-chip.yaml --record baseline.json",
            "  columna verify my-chip.yaml --baseline baseline.json --junit junit.xml --set verify.baseline.energy=0.02"
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ExperimentArguments arguments;

    @Option(names = "--junit", paramLabel = "FILE", description = "JUnit XML for a continuous-integration server; by default junit.xml in the folder of the results.")
    private Optional<String> junit = Optional.empty();

    @Option(names = "--record", paramLabel = "FILE", description = "Writes score, energy, cycles, memory, area and signal-to-noise ratios as a baseline.")
    private Optional<String> record = Optional.empty();

    @Option(names = "--baseline", paramLabel = "FILE", description = "Compares with a baseline and fails if anything has drifted; see 'columna explain verify.baseline'.")
    private Optional<String> baseline = Optional.empty();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return arguments.isPrediction() ? verifyPrediction() : verifyExperiment();
    }

    private int verifyPrediction() {
        if (record.isPresent() || baseline.isPresent()) {
            throw new BadInput((record.isPresent() ? "--record" : "--baseline")
                    + ": found an experiment that predicts a stream; allowed: baselines of experiments that learn from sequences");
        }
        PredictionSpec spec = arguments.prediction();
        Optional<Path> file = junit.map(name -> path("--junit", name));
        return LongWork.in(arguments.folder(spec.name()), terminal, (folder, interrupted) -> {
            ReportedPrediction.Verified verified = verify(spec, file, folder, interrupted);
            if (!arguments.quiet()) {
                PredictionText.print(terminal.out(), verified, interrupted.getAsBoolean());
            }
            return verified.passed();
        });
    }

    private ReportedPrediction.Verified verify(PredictionSpec spec, Optional<Path> file, Path folder, BooleanSupplier interrupted) {
        try (LiveProgress live = LiveProgress.on(terminal, arguments.quiet())) {
            return ReportedPrediction.verify(spec, file, folder, live, interrupted);
        }
    }

    private int verifyExperiment() {
        ExperimentSpec spec = arguments.spec();
        VerifyFiles files = new VerifyFiles(
                junit.map(name -> path("--junit", name)), record.map(name -> path("--record", name)), baseline.map(name -> path("--baseline", name)));
        return LongWork.in(arguments.folder(spec), terminal, (folder, interrupted) -> {
            Findings findings = verify(spec, files, folder, interrupted);
            tell(findings, files, folder, interrupted.getAsBoolean());
            return findings.passed();
        });
    }

    private Findings verify(ExperimentSpec spec, VerifyFiles files, Path folder, BooleanSupplier interrupted) {
        try (LiveProgress live = LiveProgress.on(terminal, arguments.quiet())) {
            return Verify.execute(spec, files, folder, live, interrupted);
        }
    }

    private static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException impossible) {
            throw new BadInput(option + ": found an impossible path; allowed: the path of a file");
        }
    }

    private void tell(Findings findings, VerifyFiles files, Path folder, boolean partial) {
        if (!arguments.quiet()) {
            VerifyText.print(terminal.out(), findings, files, folder, partial);
        } else if (partial) {
            terminal.complain("interrupted; a partial report is in " + folder);
        }
    }
}
