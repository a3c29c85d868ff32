package columna.experiments.verify.baseline;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.VerifySpec;
import columna.experiments.verify.finding.Check;
import columna.experiments.verify.finding.Check.Kind;
import columna.experiments.yaml.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The distance of a run from a recorded one. Better is drift as well, but for signal-to-noise ratios, which may rise.
 *
 * @param recorded the baseline
 * @param tolerances how far a run may be from it
 */
public record Drift(Baseline recorded, VerifySpec.Drift tolerances) {

    /** Sections whose keys may differ between a run and its baseline: they make another chip, not another experiment. */
    private static final List<String> DESIGN = List.of("chip", "formats", "tables", "technology", "numerics");

    /**
     * A baseline for an experiment that is about to run.
     *
     * @throws BadInput if it belongs to another experiment
     */
    public static Drift from(Path file, ExperimentSpec spec) {
        Drift drift = new Drift(new BaselineFile(file).read(), spec.verify().drift());
        for (Difference difference : drift.differences(spec)) {
            if (DESIGN.stream().noneMatch(section -> (difference.key() + ".").startsWith(section + "."))) {
                throw new BadInput(file + ": found a baseline of another experiment: " + difference
                        + "; allowed: differences in " + String.join(", ", DESIGN));
            }
        }
        return drift;
    }

    /** A key that has not the value it was recorded with. */
    private record Difference(String key, String was, String is) {
        @Override
        public String toString() {
            return key + " was " + was + " when it was recorded and is " + is + " here";
        }
    }

    private List<Difference> differences(ExperimentSpec spec) {
        var here = Baseline.keysOf(spec);
        TreeSet<String> keys = new TreeSet<>(here.keySet());
        keys.addAll(recorded.keys().keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(here.get(key), recorded.keys().get(key)))
                .map(key -> new Difference(key, recorded.keys().getOrDefault(key, "not written"), here.getOrDefault(key, "not written")))
                .toList();
    }

    /** What the reader must know before the numbers: each key of the design that differs. */
    public List<String> remarks(ExperimentSpec spec) {
        return differences(spec).stream().map(difference -> "The baseline is of another design: " + difference + ".").toList();
    }

    /**
     * Every recorded number beside the one that was found.
     *
     * @param chance loss of a guess, of which the loss may drift by a share
     */
    public List<Check> checks(Baseline found, double chance) {
        List<Check> checks = new ArrayList<>();
        checks.add(absolute("accuracy", "", recorded.accuracy(), found.accuracy(), tolerances.score()));
        checks.add(absolute("loss", " nats per answer", recorded.loss(), found.loss(), tolerances.score() * chance));
        checks.add(relative("energy", " pJ", recorded.energy(), found.energy(), tolerances.energy()));
        checks.add(relative("cycles", "", recorded.cycles(), found.cycles(), tolerances.cycles()));
        checks.add(relative("inference memory", " bits", recorded.inferenceBits(), found.inferenceBits(), tolerances.memory()));
        checks.add(relative("learning memory", " bits", recorded.learningBits(), found.learningBits(), tolerances.memory()));
        checks.add(relative("area", " mm2", recorded.area(), found.area(), tolerances.area()));
        recorded.signalToNoise().forEach((signal, decibels) -> checks.add(ratio(signal, decibels, found)));
        return checks;
    }

    private static Check absolute(String name, String unit, double was, double is, double allowed) {
        return check(name, Math.abs(is - was) <= allowed, number(was), number(is) + unit, "a difference of at most " + number(allowed));
    }

    private static Check relative(String name, String unit, double was, double is, double share) {
        String allowed = share == 0 ? "no difference" : "a difference of at most " + number(100 * share) + " %";
        return check(name, Math.abs(is - was) <= share * Math.abs(was), number(was), number(is) + unit, allowed);
    }

    private Check ratio(String signal, double was, Baseline found) {
        Double is = found.signalToNoise().get(signal);
        String name = "signal-to-noise of " + signal;
        if (is == null) {
            return Check.skipped(Kind.BASELINE, name, name + ": recorded " + number(was) + " dB; here nothing was compared");
        }
        boolean passed = is >= was - tolerances.signalToNoise();
        return check(name, passed, number(was), number(is) + " dB", "at most " + number(tolerances.signalToNoise()) + " dB less");
    }

    private static Check check(String name, boolean passed, String was, String is, String allowed) {
        return Check.of(Kind.BASELINE, name, passed, name + ": recorded " + was + ", found " + is + "; allowed: " + allowed);
    }

    /** Counts in full, since they are compared exactly; of other numbers five digits that count. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String text = String.format(Locale.ROOT, "%.5g", value);
        return text.contains(".") && !text.contains("e") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
