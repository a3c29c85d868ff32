package columna.cli;

import columna.experiments.prediction.report.ReportedPrediction.Verified;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Check.Kind;
import columna.experiments.verify.finding.Check.Outcome;
import java.io.PrintWriter;
import java.util.List;

/** The result of a verified prediction on the screen: the verdict, what failed, the worst signals, the score, and where the rest is. */
final class PredictionText {
    private static final int WORST_SIGNALS = 8;

    private PredictionText() {}

    static void print(PrintWriter out, Verified verified, boolean partial) {
        List<Check> checks = verified.checks();
        long failed = checks.stream().filter(Check::failed).count();
        long made = checks.stream().filter(check -> check.outcome() != Outcome.SKIPPED).count();
        out.println((partial ? "Interrupted, so this is partial. " : "") + (failed == 0
                ? "The chip agrees with its float reference: " + made + " checks passed."
                : "The chip fails " + failed + " of " + made + " checks."));
        out.println(verified.summary().verdict());
        checks.stream().filter(Check::failed).forEach(check -> out.println("  FAILED  " + check.sentence()));
        checks.stream().filter(check -> check.kind() == Kind.SIGNAL && !check.failed()).limit(WORST_SIGNALS)
                .forEach(check -> out.println("  passed  " + check.sentence()));
        long rest = checks.stream().filter(check -> check.kind() == Kind.SIGNAL && !check.failed()).count() - WORST_SIGNALS;
        if (rest > 0) {
            out.println("  and " + rest + " signals with more to spare");
        }
        checks.stream().filter(check -> check.kind() == Kind.SCORE && !check.failed())
                .forEach(check -> out.println("  " + check.outcome().label() + "  " + check.sentence()));
        out.println("JUnit: " + verified.junit());
        out.println("Report: " + verified.summary().folder().resolve("index.html"));
        out.flush();
    }
}
