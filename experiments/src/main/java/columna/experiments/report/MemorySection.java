package columna.experiments.report;

import columna.experiments.result.RunResult;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.BarChart.Arrangement;
import columna.reports.BarChart.Bars;
import columna.reports.BarChart.Orientation;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.LineChart;
import columna.reports.Numbers;
import columna.reports.Section;
import columna.reports.Series;
import columna.reports.Table;
import columna.reports.Value;
import columna.sim.accounting.Inventory;
import columna.sim.program.Memory;
import columna.sim.program.Purpose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** How many bits, for what, where; and how that compares with storing time. */
public final class MemorySection {

    private final RunResult run;

    MemorySection(RunResult run) {
        this.run = run;
    }

    Section section() {
        Inventory inventory = run.inventory();
        String introduction = String.format(
                Locale.ROOT,
                "Learning adds %s bits to the %s bits of inference: %.2f times as much again. By purpose, learning needs %s.",
                Numbers.whole(inventory.learningBits()),
                Numbers.whole(inventory.inferenceBits()),
                (double) inventory.learningBits() / inventory.inferenceBits(),
                learningPurposes());
        return new Section("memory", "Memory", introduction, List.of(byPlace(inventory), overLength(), crossings(), signals(inventory, run.design().chip().signals())));
    }

    private String learningPurposes() {
        List<String> parts = new ArrayList<>();
        run.inventory().bitsByPurpose().forEach((purpose, bits) -> {
            if (purpose.learning()) {
                parts.add(Numbers.whole(bits) + " bits for " + purpose.label());
            }
        });
        return String.join(", ", parts);
    }

    /** Memory of an inventory by place and purpose. */
    public static BarChart byPlace(Inventory inventory) {
        Map<String, Map<Purpose, Long>> places = inventory.bitsByPlace();
        List<Bars> series = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            series.add(new Bars(
                    purpose.label(),
                    places.values().stream()
                            .map(bits -> (double) bits.getOrDefault(purpose, 0L))
                            .toList()));
        }
        return new BarChart(
                "memory-by-place",
                "Memory by layer and purpose",
                "Parameters, hidden state and activations are there without learning; the rest is what learning adds.",
                "Place",
                Axis.linear("Memory", "bit"),
                List.copyOf(places.keySet()),
                series,
                Arrangement.STACKED,
                Orientation.HORIZONTAL);
    }

    /** Backpropagation through time keeps every activation and hidden state of every time step until the errors return. */
    private LineChart overLength() {
        PastMemory past = PastMemory.of(run.design().chip(), run.inventory());
        List<Series> series = new ArrayList<>();
        series.add(series("this chip's traces", length -> past.traces()));
        series.add(series("SnAp-1", length -> past.snap1()));
        series.add(series("full RTRL", length -> past.rtrl()));
        series.add(series("BPTT", past::bptt));
        PastMemory.WINDOWS.forEach(window -> series.add(series("BPTT of " + window + " steps", length -> past.truncated(length, window))));
        return LineChart.of(
                "memory-over-length",
                "Memory for the past, over sequence length",
                "What each learning rule would keep at this chip's widths: traces or sensitivities of the recurrent parameters, against the"
                        + " activations and hidden states that backpropagation through time stores. Full RTRL is that of units that feed each other;"
                        + " independent units need SnAp-1's. Gradients and the optimiser's state are the same for all and left out.",
                Axis.logarithmic("Sequence length", "time steps"),
                Axis.logarithmic("Memory", "bit"),
                series);
    }

    private static Series series(String name, IntToLongFunction bits) {
        return Series.of(
                name,
                PastMemory.LENGTHS.stream().mapToDouble(Integer::doubleValue).toArray(),
                PastMemory.LENGTHS.stream().mapToDouble(bits::applyAsLong).toArray());
    }

    private Table crossings() {
        PastMemory past = PastMemory.of(run.design().chip(), run.inventory());
        List<List<Value>> rows = List.of(
                crossing("this chip's traces", past.traces(), past),
                crossing("SnAp-1", past.snap1(), past),
                crossing("full RTRL", past.rtrl(), past));
        return Table.of(
                "memory-crossings",
                "Where storing time costs more",
                "The first sequence length at which BPTT needs more memory than a rule that goes forward.",
                List.of(
                        Column.text("Rule", "A rule that stores nothing over time."),
                        Column.number("Memory", "bit", Format.WHOLE, "Its traces or sensitivities, for any length."),
                        Column.number("Crossing", "time steps", Format.WHOLE, "From this sequence length on BPTT needs more.")),
                rows);
    }

    private static List<Value> crossing(String rule, long bits, PastMemory past) {
        return List.of(Value.of(rule), Value.of(bits), Value.of(past.crossing(bits)));
    }

    /** Memory of an inventory by signal. */
    public static Table signals(Inventory inventory, Map<String, Memory> memories) {
        Map<String, Long> bits = new LinkedHashMap<>();
        inventory.items().forEach(item -> {
            if (item.purpose().isPresent()) {
                bits.merge(item.name(), item.bits(), Long::sum);
            }
        });
        List<List<Value>> rows = new ArrayList<>();
        bits.forEach((name, total) -> {
            Memory memory = memories.get(name);
            rows.add(List.of(
                    Value.of(name),
                    Value.of(memory.purpose().label()),
                    Value.of(memory.format().toString()),
                    Value.of(memory.complex() ? "complex" : "real"),
                    Value.of(total)));
        });
        return Table.of(
                "memory-by-signal",
                "Memory by signal",
                "All cores together.",
                List.of(
                        Column.code("Signal", "Name of the memory, as in the experiment file's formats."),
                        Column.text("Purpose", "What the memory is for."),
                        Column.code("Format", "Number format of one word."),
                        Column.text("Words", "Complex elements are two words."),
                        Column.number("Bits", "bit", Format.WHOLE, "Bits of the signal on the whole chip.").withBar()),
                rows);
    }
}
