package columna.experiments.verify.report;

import columna.experiments.numerics.TimeStepErrors;
import columna.experiments.verify.finding.Findings;
import columna.experiments.verify.finding.RequiredRatio;
import columna.experiments.verify.finding.SignalFinding;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.BarChart.Arrangement;
import columna.reports.BarChart.Bars;
import columna.reports.BarChart.Orientation;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signal by signal: what it reaches, what it should, and where it first does not. */
final class SignalSection {

    private final Findings findings;

    SignalSection(Findings findings) {
        this.findings = findings;
    }

    Section section() {
        int narrowest = RequiredRatio.narrowest(findings.run());
        String introduction = String.format(
                Locale.ROOT,
                "Compared on sequences spread over the run, %d of them, with the float reference at the chip's own parameters. Where the experiment"
                        + " names no tolerance, a signal should reach %.1f dB, which follows from the narrowest compared word, %d bits. In %.1f %%"
                        + " of its time steps it may stay below.",
                findings.run().numerics().sampled(),
                RequiredRatio.ofWidth(narrowest),
                narrowest,
                100 * findings.run().spec().verify().timeStepsBeyond());
        return new Section("signals", "Signals", introduction, List.of(chart(), table()));
    }

    private BarChart chart() {
        List<SignalFinding> finite = findings.signals().stream().filter(signal -> Double.isFinite(signal.reached())).toList();
        return new BarChart(
                "ratios",
                "Signal-to-noise ratio that time steps reach, and what they should",
                "The worst signal first; a signal without any error has no bar.",
                "Signal",
                Axis.linear("Signal-to-noise ratio", "dB"),
                finite.stream().map(SignalFinding::name).toList(),
                List.of(
                        new Bars("reached", finite.stream().map(SignalFinding::reached).toList()),
                        new Bars("required", finite.stream().map(SignalFinding::required).toList())),
                Arrangement.GROUPED,
                Orientation.HORIZONTAL);
    }

    private Table table() {
        return Table.of(
                "signals",
                "Every compared signal, the worst first",
                "Sequences and time steps are counted from 0.",
                List.of(
                        Column.code("Signal", "Name of the memory."),
                        Column.code("Format", "Number format of one word, without its modes."),
                        Column.text("Outcome", "Whether enough time steps reach the ratio."),
                        Column.number("Reached", "dB", Format.decimals(1), "Signal-to-noise ratio that all but the allowed share of time steps reach."),
                        Column.number("Required", "dB", Format.decimals(1), "The tolerance."),
                        Column.number("Beyond", "1", Format.percent(2), "Share of time steps that stay below the required ratio.").withBar(),
                        Column.number("First sequence", "1", Format.WHOLE, "Sequence of the first time step beyond the tolerance."),
                        Column.number("First time step", "1", Format.WHOLE, "That time step in its sequence."),
                        Column.number("All words", "dB", Format.decimals(1), "Signal-to-noise ratio over all compared words."),
                        Column.number("Largest error", "1", Format.significant(3), "Largest absolute difference from the reference."),
                        Column.number("Tolerance", "1", Format.significant(3), "Largest allowed root mean square of a time step's errors."),
                        Column.number("Saturated", "1", Format.percent(3), "Share of observed words whose exact value was out of range.").marking(0.01),
                        Column.number("Underflow", "1", Format.percent(2), "Share of observed words that are zero although the exact value is not.")),
                findings.signals().stream().map(SignalSection::row).toList());
    }

    private static List<Value> row(SignalFinding signal) {
        Optional<TimeStepErrors.Place> first = signal.firstBeyond();
        return List.of(
                Value.of(signal.name()),
                Value.of(signal.format().shortName()),
                Value.of(signal.passed() ? "passed" : "failed"),
                Value.of(signal.reached()),
                Value.of(signal.required()),
                Value.of(signal.shareBeyond()),
                first.map(place -> Value.of(place.sequence())).orElseGet(Value::missing),
                first.map(place -> Value.of((long) place.timeStep())).orElseGet(Value::missing),
                Value.of(signal.noise().decibels()),
                Value.of(signal.noise().largestError()),
                Value.of(signal.tolerance()),
                Value.of(signal.saturatedShare()),
                Value.of(signal.underflowShare()));
    }
}
