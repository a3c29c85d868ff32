package columna.experiments.verify.finding;

import columna.experiments.result.RunResult;
import columna.experiments.verify.finding.Check.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the chip has learned beside what the reference has, and whether it kept its deadline. A chip that is better passes. */
final class ScoreChecks {

    private ScoreChecks() {}

    static List<Check> of(RunResult run) {
        List<Check> checks = new ArrayList<>();
        double chipLoss = run.chipTest().loss();
        double referenceLoss = run.referenceTest().loss();
        double lossGap = run.spec().verify().lossGap();
        checks.add(Check.of(Kind.SCORE, "loss", chipLoss - referenceLoss <= lossGap, String.format(
                Locale.ROOT,
                "loss: found %.5g nats per answer on the chip and %.5g in the reference; allowed: at most %.4g more on the chip",
                chipLoss, referenceLoss, lossGap)));
        double chip = run.chipTest().accuracy();
        double reference = run.referenceTest().accuracy();
        double gap = run.spec().verify().accuracyGap();
        checks.add(Check.of(Kind.SCORE, "accuracy", reference - chip <= gap, String.format(
                Locale.ROOT,
                "accuracy: found %.2f %% of answers right on the chip and %.2f %% in the reference; allowed: at most %.2f points less on the chip",
                100 * chip, 100 * reference, 100 * gap)));
        run.spec().chip().deadlineCycles().ifPresent(cycles -> checks.add(Check.of(Kind.SCORE, "deadline", !run.late(), run.late()
                ? "deadline: found a time step of more than the allowed " + cycles + " cycles"
                : "deadline: every time step takes at most the allowed " + cycles + " cycles")));
        return checks;
    }
}
