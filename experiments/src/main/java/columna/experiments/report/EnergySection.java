package columna.experiments.report;

import columna.experiments.cost.Band;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.result.RunResult;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What learning costs in energy, and where it goes. */
public final class EnergySection {

    private static final double JOULES_PER_PICOJOULE = 1e-12;
    private static final int OPERATIONS = 15;

    private final EnergyLedger energy;
    private final EnergyLedger inference;
    private final long units;
    private final String unit;

    /**
     * @param energy the bill of learning
     * @param inference the bill of inferring one unit
     * @param units units that were learned from
     * @param unit what is learned from, such as one sequence
     */
    public EnergySection(EnergyLedger energy, EnergyLedger inference, long units, String unit) {
        this.energy = energy;
        this.inference = inference;
        this.units = Math.max(1, units);
        this.unit = unit;
    }

    EnergySection(RunResult run) {
        this(run.energy(), run.inferenceEnergyPerSequence(), run.sequences(), "sequence");
    }

    /** The section. */
    public Section section() {
        Band total = energy.total();
        String introduction = String.format(
                Locale.ROOT,
                "Learning from one %s costs %s (%s to %s by the bounds of the prices); inferring it costs %s. %s",
                unit,
                joules(total.nominal() / units),
                joules(total.low() / units),
                joules(total.high() / units),
                joules(inference.total().nominal()),
                evidence());
        return new Section("energy", "Energy", introduction, List.of(byComponent(), byOperation(), components(), operations()));
    }

    private static String joules(double picojoules) {
        return Format.engineering(3).show(Value.of(picojoules * JOULES_PER_PICOJOULE), "J");
    }

    private String evidence() {
        List<String> shares = new ArrayList<>();
        double total = energy.total().nominal();
        energy.by(EnergyLedger.Item::evidence).forEach((evidence, band) -> shares.add(
                String.format(Locale.ROOT, "%.0f %% %s", 100 * band.nominal() / total, evidence.label())));
        return "Of the energy, by how the price is known: " + String.join(", ", shares) + ".";
    }

    private static String phase(EnergyLedger.Item item) {
        return item.phase().map(columna.sim.program.Phase::label).orElse("all the time");
    }

    /** Eight colours can be told apart; small neighbours share one. The table below keeps them separate. */
    private static String kind(EnergyLedger.Item item) {
        return switch (item.component()) {
            case ROUNDING, RANDOM -> "rounding and random words";
            case REGISTER, SEQUENCER -> "registers and sequencers";
            default -> item.component().label();
        };
    }

    private BarChart byComponent() {
        List<String> phases = List.copyOf(energy.by(EnergySection::phase).keySet());
        List<String> kinds = energy.by(EnergySection::kind).keySet().stream().sorted().toList();
        Map<List<Object>, Band> cells = energy.by(item -> List.of(kind(item), phase(item)));
        List<Bars> series = new ArrayList<>();
        for (String kind : kinds) {
            series.add(new Bars(
                    kind,
                    phases.stream()
                            .map(phase -> cells.getOrDefault(List.of(kind, phase), Band.ZERO).nominal()
                                    * JOULES_PER_PICOJOULE)
                            .toList()));
        }
        return new BarChart(
                "energy-by-phase",
                "Energy of learning by phase and component",
                "The whole run at nominal prices.",
                "Phase",
                Axis.linear("Energy", "J"),
                phases,
                series,
                Arrangement.STACKED,
                Orientation.VERTICAL);
    }

    private List<Map.Entry<String, Band>> byOperationDescending() {
        return energy.by(EnergyLedger.Item::operationOfCore).entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue().nominal(), a.getValue().nominal()))
                .toList();
    }

    private BarChart byOperation() {
        List<Map.Entry<String, Band>> top = byOperationDescending().stream().limit(OPERATIONS).toList();
        List<String> names = top.stream().map(Map.Entry::getKey).toList();
        return new BarChart(
                "energy-by-operation",
                "Where the energy goes: the most expensive micro-operations",
                "All cores of a type and all layers together, at nominal prices.",
                "Micro-operation",
                Axis.linear("Energy", "J"),
                names.stream().map(EnergySection::shortened).toList(),
                List.of(new Bars(
                        "energy",
                        top.stream().map(e -> e.getValue().nominal() * JOULES_PER_PICOJOULE).toList())),
                Arrangement.GROUPED,
                Orientation.HORIZONTAL);
    }

    /** Programs differ between layers only in channel numbers; those are left out of names so that layers add up. */
    private static String shortened(String operation) {
        return operation.length() <= 78 ? operation : operation.substring(0, 76) + " …";
    }

    private Table components() {
        double total = energy.total().nominal();
        List<List<Value>> rows = new ArrayList<>();
        energy.by(EnergyLedger.Item::component).forEach((component, band) -> rows.add(row(component.label(), band, total)));
        return Table.of(
                "energy-by-component", "Energy by component", "The whole run.", columns("Component", "Kind of hardware."), rows);
    }

    private Table operations() {
        double total = energy.total().nominal();
        List<List<Value>> rows = byOperationDescending().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), total))
                .toList();
        return Table.of(
                "energy-by-micro-operation",
                "Energy by micro-operation",
                "The whole run, all cores of a type together.",
                columns("Micro-operation", "Core type and line of its program."),
                rows);
    }

    private static List<Column> columns(String first, String explanation) {
        return List.of(
                Column.code(first, explanation),
                Column.number("Nominal", "J", Format.engineering(3), "At the nominal price.").withBar(),
                Column.number("Low", "J", Format.engineering(3), "At the lower bound of the price."),
                Column.number("High", "J", Format.engineering(3), "At the upper bound of the price."),
                Column.number("Share", "1", Format.percent(1), "Share of the total at nominal prices."));
    }

    private static List<Value> row(String name, Band band, double total) {
        return List.of(
                Value.of(name),
                Value.of(band.nominal() * JOULES_PER_PICOJOULE),
                Value.of(band.low() * JOULES_PER_PICOJOULE),
                Value.of(band.high() * JOULES_PER_PICOJOULE),
                Value.of(band.nominal() / total));
    }
}
