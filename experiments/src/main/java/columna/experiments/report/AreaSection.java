package columna.experiments.report;

import columna.experiments.cost.AreaLedger;
import columna.experiments.cost.Band;
import columna.experiments.cost.Component;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.BarChart.Arrangement;
import columna.reports.BarChart.Bars;
import columna.reports.BarChart.Orientation;
import columna.reports.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much silicon. */
public final class AreaSection {

    private static final double SQUARE_MILLIMETRES_PER_SQUARE_MICROMETRE = 1e-6;

    private final AreaLedger area;

    /** The section of a chip's area. */
    public AreaSection(AreaLedger area) {
        this.area = area;
    }

    /** The section. */
    public Section section() {
        Band total = area.total();
        String introduction = String.format(
                Locale.ROOT,
                "%.3f mm2 (%.3f to %.3f by the bounds), of which %.3f mm2 are memories and other blocks that only learning needs.",
                total.nominal() * 1e-6,
                total.low() * 1e-6,
                total.high() * 1e-6,
                learning());
        return new Section("area", "Area", introduction, List.of(byPlace()));
    }

    private double learning() {
        return area.items().stream()
                .filter(item -> item.purpose().filter(columna.sim.program.Purpose::learning).isPresent())
                .mapToDouble(item -> item.squareMicrometres().nominal())
                .sum() * 1e-6;
    }

    private BarChart byPlace() {
        List<String> places = List.copyOf(area.by(AreaLedger.Item::place).keySet());
        Map<List<String>, Band> cells = area.by(item -> List.of(kind(item), item.place()));
        List<Bars> series = new ArrayList<>();
        for (String kind : area.by(AreaSection::kind).keySet().stream().sorted().toList()) {
            series.add(new Bars(
                    kind,
                    places.stream()
                            .map(place -> cells.getOrDefault(List.of(kind, place), Band.ZERO).nominal()
                                    * SQUARE_MILLIMETRES_PER_SQUARE_MICROMETRE)
                            .toList()));
        }
        return new BarChart(
                "area-by-place",
                "Area by layer and component",
                "Nominal.",
                "Place",
                Axis.linear("Area", "mm2"),
                places,
                series,
                Arrangement.STACKED,
                Orientation.HORIZONTAL);
    }

    private static String kind(AreaLedger.Item item) {
        Component component = Component.of(item.block());
        return component == Component.MEMORY
                ? item.purpose().filter(columna.sim.program.Purpose::learning).isPresent()
                        ? "memories, learning"
                        : "memories, inference"
                : component.label();
    }
}
