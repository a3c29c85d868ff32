package columna.experiments.verify.finding;

import columna.experiments.result.RunResult;
import columna.experiments.verify.finding.Check.Kind;
import columna.experiments.verify.finding.Check.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a verification found.
 *
 * @param run the run that was verified
 * @param signals compared signals, the worst first
 * @param layers gradients
 * @param checks everything that was held against a tolerance, failures of a kind first
 * @param remarks what the reader should know besides
 */
public record Findings(
        RunResult run, List<SignalFinding> signals, List<LayerFinding> layers, List<Check> checks, List<String> remarks) {

    public Findings {
        signals = List.copyOf(signals);
        layers = List.copyOf(layers);
        checks = checks.stream()
                .sorted(Comparator.comparing(Check::kind).thenComparing(check -> !check.failed()))
                .toList();
        remarks = List.copyOf(remarks);
    }

    /** Chip against reference. */
    public static Findings of(RunResult run) {
        List<SignalFinding> signals = SignalFinding.of(run);
        List<LayerFinding> layers = LayerFinding.of(run);
        List<Check> checks = new ArrayList<>();
        signals.forEach(signal -> checks.add(signal.check()));
        checks.addAll(uncompared(run, signals));
        layers.forEach(layer -> checks.addAll(layer.checks(run.spec().verify())));
        if (layers.isEmpty()) {
            checks.add(Check.skipped(Kind.GRADIENT, "layers", "no gradient of a whole sequence exists to compare: parameters change within it"));
        }
        checks.addAll(ScoreChecks.of(run));
        List<String> remarks = run.learned() || run.referenceLearned()
                ? List.of()
                : List.of("Neither chip nor reference has learned, so equal scores say little.");
        return new Findings(run, signals, layers, checks, remarks);
    }

    /** A signal with a tolerance of its own that nothing was compared for must not look like one that passed. */
    private static List<Check> uncompared(RunResult run, List<SignalFinding> signals) {
        List<String> compared = signals.stream().map(SignalFinding::name).toList();
        return run.spec().verify().signalToNoise().named().keySet().stream()
                .filter(name -> compared.stream().noneMatch(signal -> signal.equals(name) || signal.startsWith(name + ".")))
                .map(name -> Check.skipped(Kind.SIGNAL, name, name + ": has a tolerance, but the float reference has no such signal to compare"))
                .toList();
    }

    /** The same with more checks and remarks. */
    public Findings with(List<Check> more, List<String> furtherRemarks) {
        List<Check> all = new ArrayList<>(checks);
        all.addAll(more);
        List<String> said = new ArrayList<>(remarks);
        said.addAll(furtherRemarks);
        return new Findings(run, signals, layers, all, said);
    }

    /** How many checks ended so. */
    public long count(Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).count();
    }

    /** Whether nothing failed. */
    public boolean passed() {
        return count(Outcome.FAILED) == 0;
    }

    /** The verdict in one sentence. */
    public String sentence() {
        String partial = run.complete() ? "" : "After only " + run.sequences() + " of " + run.spec().learning().sequences() + " sequences: ";
        long skipped = count(Outcome.SKIPPED);
        long made = checks.size() - skipped;
        String without = skipped == 0 ? "" : ", " + skipped + " not measured";
        return partial + (passed()
                ? "The chip agrees with its float reference: " + made + " checks passed" + without + "."
                : "The chip fails " + count(Outcome.FAILED) + " of " + made + " checks" + without + ".");
    }
}
