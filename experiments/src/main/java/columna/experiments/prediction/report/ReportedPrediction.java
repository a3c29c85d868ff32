package columna.experiments.prediction.report;

import columna.experiments.prediction.PredictionResult;
import columna.experiments.prediction.PredictionRun;
import columna.experiments.run.RunProgress;
import columna.experiments.run.RunSummary;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.verify.Verify;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.report.JunitXml;
import columna.reports.Verdict;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A chip that predicts a stream, from its specification to its report. */
public final class ReportedPrediction {

    /**
     * What a verification found.
     *
     * @param summary of the run
     * @param checks everything that was held against a tolerance
     * @param junit the file that holds them
     */
    public record Verified(RunSummary summary, List<Check> checks, Path junit) {

        /** Whether nothing failed. */
        public boolean passed() {
            return checks.stream().noneMatch(Check::failed);
        }
    }

    private ReportedPrediction() {}

    /**
     * Simulates and writes the report.
     *
     * @param folder an existing folder for the results
     * @param stopRequested asked between groups of time steps; a run that stops writes a report of what it has
     */
    public static RunSummary execute(PredictionSpec spec, Path folder, RunProgress progress, BooleanSupplier stopRequested) {
        return report(simulate(spec, progress, stopRequested), folder, progress);
    }

    /**
     * Simulates, writes the report and the checks as JUnit XML.
     *
     * @param junit where the JUnit file goes; empty: in the folder
     */
    public static Verified verify(
            PredictionSpec spec, Optional<Path> junit, Path folder, RunProgress progress, BooleanSupplier stopRequested) {
        if (spec.windows() == 0 || spec.observedSteps() == 0) {
            throw spec.locationOf("numerics").complain("found no window in which signals are observed, so none would be compared; allowed:"
                    + " numerics.windows and numerics.observed_steps of at least 1");
        }
        PredictionResult result = simulate(spec, progress, stopRequested);
        RunSummary summary = report(result, folder, progress);
        List<Check> checks = PredictionChecks.of(result);
        Path file = junit.orElse(folder.resolve(Verify.JUNIT));
        try {
            JunitXml.write(spec.name(), checks, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Verified(summary, checks, file);
    }

    private static PredictionResult simulate(PredictionSpec spec, RunProgress progress, BooleanSupplier stopRequested) {
        PredictionRun run = new PredictionRun(spec);
        progress.timeSteps("learning", spec.stream().steps());
        return run.simulate(progress::sequences, stopRequested);
    }

    private static RunSummary report(PredictionResult result, Path folder, RunProgress progress) {
        progress.phase("report", 0);
        PredictionReport report = new PredictionReport(result);
        try {
            ReportWriter.write(report.report(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Verdict verdict = report.verdict();
        return new RunSummary(folder, report.summaryValues(), verdict.level() != Verdict.Level.BAD, verdict.sentence());
    }
}
