package columna.experiments.verify.finding;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.numerics.TimeStepErrors;
import columna.experiments.result.RunResult;
import columna.experiments.verify.finding.Check.Kind;
import columna.fixedpoint.Format;
import columna.sim.function.SignalRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One signal of the chip against the float reference. A time step is beyond its tolerance if the root mean square of its errors is greater
 * than the signal's root mean square over all that was compared, divided by 10^(required/20).
 *
 * @param name the signal
 * @param format of its words
 * @param noise all words, and the error of each time step
 * @param record saturations and underflows of all observed words
 * @param required decibels that its time steps should reach
 * @param allowedShare share of time steps that may be beyond the tolerance
 */
public record SignalFinding(
        String name, Format format, NoiseSum noise, SignalRecord record, double required, double allowedShare) {

    /** Every signal that was compared, the worst first. */
    public static List<SignalFinding> of(RunResult run) {
        return run.design().chip().signals().entrySet().stream()
                .filter(signal -> run.numerics().noise().containsKey(signal.getKey()))
                .map(signal -> new SignalFinding(
                        signal.getKey(),
                        signal.getValue().format(),
                        run.numerics().noise().get(signal.getKey()),
                        run.records().get(signal.getKey()),
                        RequiredRatio.of(signal.getKey(), run),
                        run.spec().verify().timeStepsBeyond()))
                .sorted(Comparator.comparingDouble(SignalFinding::margin).thenComparing(SignalFinding::name))
                .toList();
    }

    /** The greatest error of a time step that is allowed, in the signal's unit. */
    public double tolerance() {
        return noise.rootMeanSquare() * Math.pow(10, -required / 20);
    }

    /** The ratio that all but the allowed share of time steps reach, in decibels; infinite without any error. */
    public double reached() {
        double error = noise.timeSteps().within(allowedShare);
        return error == 0 ? Double.POSITIVE_INFINITY : 20 * Math.log10(noise.rootMeanSquare() / error);
    }

    /** Decibels to spare, negative if they lack. */
    public double margin() {
        return reached() - required;
    }

    /** Share of time steps beyond the tolerance, 0 to 1. */
    public double shareBeyond() {
        return noise.timeSteps().shareBeyond(tolerance());
    }

    /** The first of them. */
    public Optional<TimeStepErrors.Place> firstBeyond() {
        return noise.timeSteps().firstBeyond(tolerance());
    }

    /** Share of observed words whose exact value was out of range, 0 to 1. */
    public double saturatedShare() {
        return (double) record.saturations() / Math.max(1, record.words());
    }

    /** Share of observed words that are zero although the exact value is not, 0 to 1. */
    public double underflowShare() {
        return (double) record.underflows() / Math.max(1, record.words());
    }

    /** Whether enough time steps are within the tolerance. */
    public boolean passed() {
        return shareBeyond() <= allowedShare;
    }

    Check check() {
        String first = firstBeyond()
                .map(place -> String.format(
                        Locale.ROOT,
                        "; beyond it %.1f %% of %d time steps, first time step %d of sequence %d",
                        100 * shareBeyond(), noise.timeSteps().count(), place.timeStep(), place.sequence()))
                .orElse("");
        return Check.of(Kind.SIGNAL, name, passed(), String.format(
                Locale.ROOT,
                "%s: found a signal-to-noise ratio of %.1f dB in %.1f %% of its time steps; allowed: at least %.1f dB%s",
                name, reached(), 100 * (1 - allowedShare), required, first));
    }
}
