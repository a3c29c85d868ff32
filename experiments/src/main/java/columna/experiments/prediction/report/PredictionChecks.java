package columna.experiments.prediction.report;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.prediction.PredictionResult;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Check.Kind;
import columna.experiments.verify.finding.RequiredRatio;
import columna.experiments.verify.finding.SignalFinding;
import columna.sim.function.SignalRecord;
import columna.sim.program.Memory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a chip that predicts is held against: every signal in exact arithmetic, the float reference's score, and whether the chip learns at all. */
public final class PredictionChecks {

    private final PredictionResult run;
    private final PredictionSpec.Tolerances tolerances;

    private PredictionChecks(PredictionResult run) {
        this.run = run;
        this.tolerances = run.spec().verify();
    }

    /** All checks, failures of a kind first. */
    public static List<Check> of(PredictionResult run) {
        PredictionChecks checks = new PredictionChecks(run);
        List<Check> all = new ArrayList<>();
        checks.signals().forEach(signal -> all.add(check(signal)));
        all.add(checks.gap());
        all.add(checks.learned());
        run.spec().chip().deadlineCycles().ifPresent(cycles -> all.add(Check.of(Kind.SCORE, "deadline", !run.late(), run.late()
                ? "deadline: found a time step of more than the allowed " + cycles + " cycles"
                : "deadline: every time step takes at most the allowed " + cycles + " cycles")));
        all.sort(Comparator.comparing(Check::kind).thenComparing(check -> !check.failed()));
        return all;
    }

    /** Signals that move, the worst first. What never changes is rounded once when it is loaded. */
    private List<SignalFinding> signals() {
        Map<String, Memory> memories = run.built().chip().signals();
        int narrowest = memories.values().stream().mapToInt(memory -> memory.format().width()).min().orElse(Integer.SIZE);
        List<SignalFinding> findings = new ArrayList<>();
        run.noise().forEach((name, noise) -> {
            SignalRecord record = run.records().get(name);
            if (record != null && record.words() > 0 && noise.rootMeanSquare() > 0) {
                double required = tolerances.signalToNoise().of(name).orElseGet(() -> RequiredRatio.ofWidth(narrowest));
                findings.add(new SignalFinding(name, memories.get(name).format(), noise, record, required, tolerances.timeStepsBeyond()));
            }
        });
        findings.sort(Comparator.comparingDouble(SignalFinding::margin).thenComparing(SignalFinding::name));
        return findings;
    }

    private static Check check(SignalFinding signal) {
        NoiseSum noise = signal.noise();
        String first = signal.firstBeyond()
                .map(place -> String.format(
                        Locale.ROOT,
                        "; beyond it %.1f %% of %d time steps, first time step %d",
                        100 * signal.shareBeyond(), noise.timeSteps().count(), place.sequence() + place.timeStep()))
                .orElse("");
        return Check.of(Kind.SIGNAL, signal.name(), signal.passed(), String.format(
                Locale.ROOT,
                "%s: found a signal-to-noise ratio of %.1f dB in %.1f %% of its time steps; allowed: at least %.1f dB%s",
                signal.name(), signal.reached(), 100 * (1 - signal.allowedShare()), signal.required(), first));
    }

    private Check gap() {
        double gap = run.chipOverChance() - run.referenceOverChance();
        return Check.of(Kind.SCORE, "error", gap <= tolerances.errorGap(), String.format(
                Locale.ROOT,
                "error: found %.2f %% of the best constant's squared error on the chip and %.2f %% in the reference; allowed: at most %.4g points more on the chip",
                100 * run.chipOverChance(), 100 * run.referenceOverChance(), 100 * tolerances.errorGap()));
    }

    private Check learned() {
        return run.learned() || run.referenceLearned()
                ? Check.of(Kind.SCORE, "learned", run.learned(), "learned: found " + (run.learned() ? "less" : "more")
                        + " than nine tenths of the best constant's squared error on the chip; allowed: less")
                : Check.skipped(Kind.SCORE, "learned", "learned: neither chip nor reference has learned, so equal scores say little");
    }
}
