package columna.experiments.verify;

import columna.experiments.run.Run;
import columna.experiments.run.RunProgress;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.verify.baseline.Baseline;
import columna.experiments.verify.baseline.BaselineFile;
import columna.experiments.verify.baseline.Drift;
import columna.experiments.verify.finding.Findings;
import columna.experiments.verify.report.JunitXml;
import columna.experiments.verify.report.VerifyReport;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One experiment from its specification to the verdict on its chip. */
public final class Verify {

    /** The JUnit file in the report's folder, unless the user names another. */
    public static final String JUNIT = "junit.xml";

    private Verify() {}

    /**
     * Simulates, compares and writes: the report always; the JUnit file and the baseline only of a run that was not interrupted.
     *
     * @param folder an existing folder for the report
     * @param stopRequested asked between groups of sequences
     * @throws columna.experiments.yaml.BadInput before the run, for files that cannot be read or written and for a foreign baseline
     */
    public static Findings execute(
            ExperimentSpec spec, VerifyFiles files, Path folder, RunProgress progress, BooleanSupplier stopRequested) {
        if (spec.numerics().sampledSequences() == 0) {
            throw spec.locationOf("numerics.sampled_sequences").complain(
                    "found 0 for 'numerics.sampled_sequences', so no signal would be compared; allowed: at least 1");
        }
        files.check();
        Optional<Drift> drift = files.baseline().map(file -> Drift.from(file, spec));
        Findings chip = Findings.of(Run.simulateThisWidth(spec, progress, stopRequested));
        boolean complete = chip.run().complete();
        Findings findings = complete ? drift.map(from -> compared(chip, from)).orElse(chip) : chip;
        progress.phase("report", 0);
        try {
            ReportWriter.write(new VerifyReport(findings).report(), folder);
            if (complete) {
                JunitXml.write(findings, files.junit().orElse(folder.resolve(JUNIT)));
                if (files.record().isPresent()) {
                    new BaselineFile(files.record().get()).write(Baseline.of(findings));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private static Findings compared(Findings chip, Drift drift) {
        return chip.with(drift.checks(Baseline.of(chip), chip.run().chanceLoss()), drift.remarks(chip.run().spec()));
    }
}
