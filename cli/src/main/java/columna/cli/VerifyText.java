package columna.cli;

import columna.experiments.verify.Verify;
import columna.experiments.verify.VerifyFiles;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Findings;
import columna.experiments.verify.finding.SignalFinding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** The result of a verification on the screen: the verdict, what failed, the worst signals, the gradients, and where the rest is. */
final class VerifyText {
    private static final int WORST_SIGNALS = 8;
    private static final String HEADING = "  %-18s %-14s %9s %9s %9s  %-14s %10s %10s%n";
    private static final String ROW = "  %-18s %-14s %6.1f dB %6.1f dB %7.1f %%  %-14s %8.3f %% %8.3f %%%n";

    private final PrintWriter out;
    private final Findings findings;

    private VerifyText(PrintWriter out, Findings findings) {
        this.out = out;
        this.findings = findings;
    }

    static void print(PrintWriter out, Findings findings, VerifyFiles files, Path folder, boolean partial) {
        out.println((partial ? "Interrupted, so this is partial. " : "") + findings.sentence());
        findings.remarks().forEach(out::println);
        findings.checks().stream().filter(Check::failed).forEach(check -> out.println("  FAILED " + check.sentence()));
        VerifyText text = new VerifyText(out, findings);
        text.signals();
        text.layers();
        findings.checks().stream().filter(check -> check.outcome() == Check.Outcome.SKIPPED)
                .forEach(check -> out.println("  skipped " + check.sentence()));
        if (partial) {
            out.println("JUnit file and baseline are written only after a whole run.");
        } else {
            out.println("JUnit: " + files.junit().orElse(folder.resolve(Verify.JUNIT)));
            files.record().ifPresent(file -> out.println("Baseline: " + file));
        }
        out.println("Report: " + folder.resolve("index.html"));
        out.flush();
    }

    /** Every failed signal, and more of the worst up to a handful. */
    private void signals() {
        out.printf(HEADING, "signal", "format", "reached", "required", "beyond", "first", "saturated", "underflow");
        int shown = 0;
        for (SignalFinding signal : findings.signals()) {
            if (!signal.passed() || shown < WORST_SIGNALS) {
                signal(signal);
                shown++;
            }
        }
        if (shown < findings.signals().size()) {
            out.println("  and " + (findings.signals().size() - shown) + " signals with more to spare");
        }
    }

    private void signal(SignalFinding signal) {
        String first = signal.firstBeyond().map(place -> place.sequence() + ", step " + place.timeStep()).orElse("-");
        out.printf(Locale.ROOT, ROW, signal.name(), signal.format().shortName(), signal.reached(), signal.required(), 100 * signal.shareBeyond(),
                first, 100 * signal.saturatedShare(), 100 * signal.underflowShare());
    }

    private void layers() {
        findings.layers().forEach(layer -> out.printf(
                Locale.ROOT,
                "  layer %d gradient  cosine %.4f, norm %.4f with the same rule in exact arithmetic; cosine with BPTT %.4f (the rule's %.4f)%n",
                layer.layer(), layer.cosine(), layer.relativeNorm(), layer.cosineWithBptt(), layer.ruleCosineWithBptt()));
        out.printf(
                Locale.ROOT,
                "  score             loss %.5g on the chip, %.5g in the reference; answers right %.2f %% and %.2f %%%n",
                findings.run().chipTest().loss(), findings.run().referenceTest().loss(),
                100 * findings.run().chipTest().accuracy(), 100 * findings.run().referenceTest().accuracy());
    }
}
