package columna.experiments.report;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.result.RunResult;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.BarChart.Arrangement;
import columna.reports.BarChart.Bars;
import columna.reports.BarChart.Orientation;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.RangeChart;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import columna.sim.function.SignalRecord;
import columna.sim.program.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happens to numbers: range, saturation, underflow, signal-to-noise. */
public final class NumericsSection {

    private static final int MOST_BITS = Memory.WIDEST_WORD_BITS;

    private final String introduction;
    private final Map<String, Memory> signals;
    private final Map<String, SignalRecord> records;
    private final Map<String, NoiseSum> sums;

    /**
     * @param introduction what was observed, and against what
     * @param signals declarations
     * @param records events of every signal
     * @param sums signal and noise of those that the reference has
     */
    public NumericsSection(String introduction, Map<String, Memory> signals, Map<String, SignalRecord> records, Map<String, NoiseSum> sums) {
        this.introduction = introduction;
        this.signals = signals;
        this.records = records;
        this.sums = sums;
    }

    NumericsSection(RunResult run) {
        this(
                String.format(
                        Locale.ROOT,
                        "Observed on %d sequences spread over the run. The float reference ran the same sequences at the chip's own"
                                + " parameters, so that noise is what the number formats and tables add, not what learning did differently.",
                        run.numerics().sampled()),
                run.design().chip().signals(),
                run.records(),
                run.numerics().noise());
    }

    /** The section. */
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        if (!sums.isEmpty()) {
            blocks.add(noise());
            blocks.add(ranges());
            blocks.add(table());
        }
        return new Section("numerics", "Numerics", introduction, blocks);
    }

    private BarChart noise() {
        List<String> names = sums.keySet().stream()
                .filter(name -> Double.isFinite(sums.get(name).decibels()))
                .sorted((a, b) -> Double.compare(sums.get(b).decibels(), sums.get(a).decibels()))
                .toList();
        return new BarChart(
                "signal-to-noise",
                "Signal-to-noise ratio against the float reference",
                "10 log10 of the signal's power over that of its error; one more fraction bit is worth 6.02 dB. Below 0 dB the"
                        + " error is larger than the signal.",
                "Signal",
                Axis.linear("Signal-to-noise ratio", "dB"),
                names,
                List.of(new Bars("ratio", names.stream().map(name -> sums.get(name).decibels()).toList())),
                Arrangement.GROUPED,
                Orientation.HORIZONTAL);
    }

    private RangeChart ranges() {
        List<RangeChart.Row> rows = new ArrayList<>();
        signals.forEach((name, memory) -> {
            SignalRecord record = records.get(name);
            if (record != null && record.words() > 0) {
                rows.add(range(name, memory, record));
            }
        });
        return new RangeChart(
                "ranges",
                "Range of each signal within its format",
                "How often each octave of magnitudes was written, and the root mean square where the reference has the signal;"
                        + " behind it what the format can hold, from its resolution to its limit.",
                "1",
                rows);
    }

    private RangeChart.Row range(String name, Memory memory, SignalRecord record) {
        double resolution = memory.format().resolution();
        int first = firstOctave(record);
        int last = lastOctave(record);
        List<Double> shares = new ArrayList<>();
        for (int bits = first; bits <= last; bits++) {
            shares.add((double) record.octave(bits) / record.words());
        }
        double largest = Math.max(
                Math.abs(memory.format().toDouble(record.lowest())), Math.abs(memory.format().toDouble(record.highest())));
        NoiseSum sum = sums.get(name);
        return new RangeChart.Row(
                name,
                memory.format().shortName(),
                first > last ? Double.NaN : Math.scalb(resolution, first - 1),
                first > last ? Double.NaN : largest,
                sum == null ? Double.NaN : sum.rootMeanSquare(),
                resolution,
                memory.format().maximum(),
                first > last
                        ? RangeChart.Octaves.NONE
                        : new RangeChart.Octaves(Math.getExponent(resolution) + first - 1, shares));
    }

    private static int firstOctave(SignalRecord record) {
        int bits = 1;
        while (bits <= MOST_BITS && record.octave(bits) == 0) {
            bits++;
        }
        return bits;
    }

    private static int lastOctave(SignalRecord record) {
        int bits = MOST_BITS;
        while (bits >= 1 && record.octave(bits) == 0) {
            bits--;
        }
        return bits;
    }

    private Table table() {
        List<List<Value>> rows = new ArrayList<>();
        signals.forEach((name, memory) -> {
            SignalRecord record = records.get(name);
            if (record != null && record.words() > 0) {
                rows.add(row(name, memory, record));
            }
        });
        sums.forEach((name, sum) -> {
            if (name.startsWith("gradient of ")) {
                rows.add(List.of(
                        Value.of(name), Value.of(""), Value.missing(), Value.missing(), Value.missing(), Value.missing(),
                        Value.of(sum.decibels()), Value.of(sum.largestError())));
            }
        });
        return Table.of(
                "signals",
                "Every signal",
                "Gradients are compared after a whole sequence, at the chip's scale: errors of 1 per output and time step.",
                List.of(
                        Column.code("Signal", "Name of the memory, or the gradient of a parameter of the reference."),
                        Column.code("Format", "Number format of one word."),
                        Column.number("Lowest", "1", Format.significant(4), "Lowest value written."),
                        Column.number("Highest", "1", Format.significant(4), "Highest value written."),
                        Column.number("Saturated", "1", Format.percent(3), "Share of written words whose exact value was out of range.")
                                .marking(0.01),
                        Column.number("Underflow", "1", Format.percent(2), "Share of written words that are zero although the exact value is not."),
                        Column.number("Signal-to-noise", "dB", Format.decimals(1), "Against the float reference at the chip's parameters."),
                        Column.number("Largest error", "1", Format.significant(3), "Largest absolute difference from the reference.")),
                rows);
    }

    private List<Value> row(String name, Memory memory, SignalRecord record) {
        NoiseSum sum = sums.get(name);
        return List.of(
                Value.of(name),
                Value.of(memory.format().toString()),
                Value.of(memory.format().toDouble(record.lowest())),
                Value.of(memory.format().toDouble(record.highest())),
                Value.of((double) record.saturations() / record.words()),
                Value.of((double) record.underflows() / record.words()),
                sum == null ? Value.missing() : Value.of(sum.decibels()),
                sum == null ? Value.missing() : Value.of(sum.largestError()));
    }
}
