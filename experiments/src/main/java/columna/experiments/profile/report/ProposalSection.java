package columna.experiments.profile.report;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.profile.ProfileResult;
import columna.experiments.profile.measurement.SeedMean;
import columna.experiments.profile.proposal.SignalProposal;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.BarChart.Arrangement;
import columna.reports.BarChart.Bars;
import columna.reports.BarChart.Orientation;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Note;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The proposal: a format for every signal, and where the memory goes. */
final class ProposalSection {

    private static final int MOST_BARS = 24;
    private static final double MILLIJOULES = 1e-9;

    private final ProfileResult result;
    private final Map<String, NoiseSum> measured;

    ProposalSection(ProfileResult result) {
        this.result = result;
        this.measured = result.proposalRun().map(run -> run.first().noise()).orElseGet(Map::of);
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(comparison());
        List<String> narrowed = result.proposal().signals().values().stream().filter(SignalProposal::narrowed).map(s -> s.observation().name()).toList();
        if (!narrowed.isEmpty()) {
            blocks.add(Note.of("The chip's accumulators allow these signals no more fraction bits, so they miss the budget: " + String.join(", ", narrowed) + "."));
        }
        blocks.add(memory());
        blocks.add(table());
        return new Section("proposal", "Proposal", "For " + result.request().budget().label() + ".", blocks);
    }

    /** Present, predicted, measured. */
    private Table comparison() {
        List<List<Value>> rows = List.of(
                compared("Memory", "kbit", OptionalDouble.of(result.present().memoryBits() * 1e-3), OptionalDouble.of(result.proposal().memoryBits() * 1e-3),
                        of(result.proposalRun(), run -> run.memoryBits() * 1e-3)),
                compared("Energy of learning", "mJ", of(result.presentRun(), run -> run.picojoules() * MILLIJOULES), scaled(result.predictedPicojoules()),
                        of(result.proposalRun(), run -> run.picojoules() * MILLIJOULES)),
                compared("Loss after learning", "nat", of(result.presentRun(), SeedMean::loss), OptionalDouble.empty(), of(result.proposalRun(), SeedMean::loss)),
                compared("Answers right", "fraction", of(result.presentRun(), SeedMean::accuracy), OptionalDouble.empty(), of(result.proposalRun(), SeedMean::accuracy)));
        return Table.of("comparison", "Present, predicted and measured", "No model of rounding predicts a loss: the budget's claim is that it stays, and the run says whether it does.",
                List.of(Column.text("Quantity", "What is compared."), Column.text("Unit", "Of the numbers beside it."),
                        Column.number("Present", "1", Format.significant(6), "The file's own chip, measured."),
                        Column.number("Predicted", "1", Format.significant(6), "The proposal, before its chip ran."),
                        Column.number("Measured", "1", Format.significant(6), "The proposal, measured by running its chip.")),
                rows);
    }

    private static List<Value> compared(String quantity, String unit, OptionalDouble present, OptionalDouble predicted, OptionalDouble measured) {
        return List.of(Value.of(quantity), Value.of(unit), Value.of(present.orElse(Double.NaN)), Value.of(predicted.orElse(Double.NaN)),
                Value.of(measured.orElse(Double.NaN)));
    }

    private static OptionalDouble of(Optional<SeedMean> run, ToDoubleFunction<SeedMean> quantity) {
        return run.map(one -> OptionalDouble.of(quantity.applyAsDouble(one))).orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble scaled(OptionalDouble picojoules) {
        return picojoules.isPresent() ? OptionalDouble.of(picojoules.getAsDouble() * MILLIJOULES) : OptionalDouble.empty();
    }

    private BarChart memory() {
        List<SignalProposal> largest = result.proposal().signals().values().stream()
                .sorted(Comparator.comparingLong((SignalProposal s) -> -s.observation().words() * s.current().width()))
                .limit(MOST_BARS).toList();
        return new BarChart("memory", "Memory of the largest signals", "All cores together; the table has every signal.", "Signal", Axis.linear("Memory", "bit"),
                largest.stream().map(s -> s.observation().name()).toList(),
                List.of(new Bars("present", largest.stream().map(s -> (double) s.observation().words() * s.current().width()).toList()),
                        new Bars("proposed", largest.stream().map(s -> (double) s.observation().words() * s.format().width()).toList())),
                Arrangement.GROUPED, Orientation.HORIZONTAL);
    }

    private Table table() {
        List<List<Value>> rows = result.proposal().signals().values().stream().map(this::row).collect(Collectors.toList());
        return Table.of("signals", "Every signal", "Shares and ratios are of the values seen in training, by the model of rounding; the last but one column is measured on the proposed chip, all its formats together.",
                List.of(
                        Column.code("Signal", "Name of the memory."),
                        Column.text("Source", "Where the values were taken from: the float reference, a chip of wide formats where the reference has no such signal, or the schedule."),
                        Column.number("Lowest", "1", Format.significant(3), "Lowest value seen."),
                        Column.number("Highest", "1", Format.significant(3), "Highest value seen."),
                        Column.code("Present", "The file's format."),
                        Column.code("Proposed", "The format proposed."),
                        Column.number("Saturating", "1", Format.percent(4), "Share of the values seen that lie beyond the proposed format."),
                        Column.number("Vanishing", "1", Format.percent(1), "Share of the values seen that are not zero but less than half a step of the proposed format."),
                        Column.number("Predicted", "dB", Format.decimals(1), "Signal-to-noise ratio against its own rounding with the proposed format, by the model below; a dash where every value is exact."),
                        Column.number("Present format", "dB", Format.decimals(1), "The same with the file's format."),
                        Column.number("Measured", "dB", Format.decimals(1), "On the proposed chip against the reference at the chip's parameters: its own rounding and all that came before."),
                        Column.number("Bits saved", "bit", Format.WHOLE, "Memory of the whole chip that the proposal saves; negative if it needs more.").withBar()),
                rows);
    }

    private List<Value> row(SignalProposal signal) {
        NoiseSum noise = measured.get(signal.observation().name());
        boolean some = signal.seen().words() > 0;
        return List.of(
                Value.of(signal.observation().name()),
                Value.of(source(signal)),
                some ? Value.of(signal.seen().minimum()) : Value.missing(),
                some ? Value.of(signal.seen().maximum()) : Value.missing(),
                Value.of(signal.current().toString()),
                Value.of(signal.format().toString()),
                Value.of(signal.saturating(signal.format())),
                Value.of(signal.vanishing(signal.format())),
                finite(signal.decibels()),
                finite(signal.currentDecibels()),
                noise == null ? Value.missing() : finite(noise.decibels()),
                Value.of(signal.bitsSaved()));
    }

    private static String source(SignalProposal signal) {
        String label = signal.observation().source().label();
        return signal.observation().clipped() ? label + ", beyond its range" : label;
    }

    private static Value finite(double decibels) {
        return Double.isFinite(decibels) ? Value.of(decibels) : Value.missing();
    }
}
