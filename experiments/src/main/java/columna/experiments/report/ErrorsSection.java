package columna.experiments.report;

import columna.experiments.cost.EnergyLedger;
import columna.experiments.result.ErrorTraffic;
import columna.experiments.result.RunResult;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.List;
import java.util.Locale;

/** What skipping small errors saved, beside the same time steps on a chip that sends all. */
final class ErrorsSection {

    private static final double JOULES_PER_PICOJOULE = 1e-12;

    private final RunResult run;
    private final double threshold;

    ErrorsSection(RunResult run, double threshold) {
        this.run = run;
        this.threshold = threshold;
    }

    Section section() {
        ErrorTraffic errors = run.errors();
        String introduction = String.format(
                Locale.ROOT,
                "Elements of error signals below %s are not sent: %.1f %% of them. Every time step with an error was clocked with the packets"
                        + " that it sent; other sections show a time step of a kind as if it had sent all. What it costs in accuracy"
                        + " is seen beside a run without the threshold.",
                threshold,
                100.0 * errors.skippedElements() / Math.max(1, errors.elements()));
        return new Section("errors", "Skipped errors", introduction, List.of(savings()));
    }

    private Table savings() {
        ErrorTraffic errors = run.errors();
        return Table.of(
                "skipped-errors",
                "What the threshold saves",
                "Of the whole learning. A chip that sends all has neither flags nor comparators.",
                List.of(
                        Column.text("Chip", "The one that learned, and the same without a threshold in the same time steps."),
                        Column.number("Error beats", "beats", Format.WHOLE, "On the channels of errors, flags included."),
                        Column.number("Cycles", "cycles", Format.WHOLE, "Of learning."),
                        Column.number("Energy", "J", Format.engineering(5), "Of learning, leakage included, nominal prices."),
                        Column.number("Of all beats", "1", Format.percent(2), "Error beats as a share of those when all errors are sent."),
                        Column.number("Of all cycles", "1", Format.percent(2), "Cycles, likewise."),
                        Column.number("Of all energy", "1", Format.percent(2), "Energy, likewise.")),
                List.of(
                        row("threshold of " + threshold, errors.beats(), run.cycles(), run.energy()),
                        row("sends all errors", errors.beatsOfAll(), errors.cyclesOfAll(), errors.energyOfAll())));
    }

    private List<Value> row(String chip, long beats, long cycles, EnergyLedger energy) {
        ErrorTraffic errors = run.errors();
        return List.of(
                Value.of(chip),
                Value.of(beats),
                Value.of(cycles),
                Value.of(energy.total().nominal() * JOULES_PER_PICOJOULE),
                Value.of((double) beats / Math.max(1, errors.beatsOfAll())),
                Value.of((double) cycles / Math.max(1, errors.cyclesOfAll())),
                Value.of(energy.total().nominal() / errors.energyOfAll().total().nominal()));
    }
}
