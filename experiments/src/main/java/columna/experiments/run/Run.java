package columna.experiments.run;

import columna.experiments.chip.ChipDesign;
import columna.experiments.numerics.PrecisionStudy;
import columna.experiments.priced.PricedChip;
import columna.experiments.priced.StepClock;
import columna.experiments.priced.Technologies;
import columna.experiments.report.RunReport;
import columna.experiments.result.Learned;
import columna.experiments.result.RunResult;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.reports.Verdict;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One experiment from its specification to its report. */
public final class Run {

    private static final List<Integer> ADDED_BITS = List.of(-6, -4, -2, 0, 2, 4);
    private static final int PRECISION_SEQUENCES = 2;

    private Run() {}

    /**
     * Simulates and writes the report.
     *
     * @param folder an existing folder for the results
     * @param stopRequested asked between groups of sequences; a run that stops writes a report of what it has
     */
    public static RunSummary execute(ExperimentSpec spec, Path folder, RunProgress progress, BooleanSupplier stopRequested) {
        RunResult result = simulate(spec, progress, stopRequested);
        progress.phase("report", 0);
        RunReport report = new RunReport(result);
        try {
            ReportWriter.write(report.report(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunSummary(folder, report.summaryValues(), report.verdict().level() != Verdict.Level.BAD, report.verdict().sentence());
    }

    /** Simulates and prices, without a report. */
    public static RunResult simulate(ExperimentSpec spec, RunProgress progress, BooleanSupplier stopRequested) {
        return simulate(spec, ADDED_BITS, progress, stopRequested);
    }

    /** The same without the chips of other widths: {@link RunResult#precision()} is empty. */
    public static RunResult simulateThisWidth(ExperimentSpec spec, RunProgress progress, BooleanSupplier stopRequested) {
        return simulate(spec, List.of(), progress, stopRequested);
    }

    private static RunResult simulate(
            ExperimentSpec spec, List<Integer> addedBits, RunProgress progress, BooleanSupplier stopRequested) {
        ChipDesign design = ChipDesign.of(spec);
        PricedChip chip = PricedChip.of(spec, design, Technologies.of(spec));
        StepClock clock = new StepClock(chip.engine(), spec.chip().rememberSteps());
        try (Training training = new Training(spec, design, new TaskData(spec), clock::step)) {
            training.learn(progress, stopRequested);
            Learned learned = training.test(progress);
            return chip.result(spec, learned, clock, precision(spec, addedBits, progress, stopRequested));
        }
    }

    /** Left out where numbers are not observed or the user is in a hurry. */
    private static List<PrecisionStudy.Point> precision(
            ExperimentSpec spec, List<Integer> addedBits, RunProgress progress, BooleanSupplier stopRequested) {
        if (addedBits.isEmpty() || spec.numerics().sampledSequences() == 0 || stopRequested.getAsBoolean()) {
            return List.of();
        }
        progress.phase("precision", 0);
        return PrecisionStudy.run(spec, addedBits, PRECISION_SEQUENCES);
    }
}
