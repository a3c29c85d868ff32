package columna.reports;

import java.util.List;
import java.util.Objects;

/**
 * Bars for categories x series. Grouped bars stand beside each other, stacked bars on each other. Bars begin at zero; on a
 * logarithmic axis (grouped bars only) at the axis' lower end.
 */
public record BarChart(String id, String title, String explanation, String categoryLabel, Axis value, List<String> categories,
        List<Bars> series, Arrangement arrangement, Orientation orientation) implements Chart {

    /** How the series of one category stand. */
    public enum Arrangement { GROUPED, STACKED }

    /** Horizontal bars leave room for long category names. */
    public enum Orientation { VERTICAL, HORIZONTAL }

    /** One series: a value per category; NaN is no bar. */
    public record Bars(String name, List<Double> values) {
        public Bars {
            Require.text("BarChart.Bars.name", name);
            values = List.copyOf(values);
        }
    }

    public BarChart {
        Require.identifier("BarChart.id", id);
        Require.text("BarChart.title", title);
        Objects.requireNonNull(explanation, "BarChart.explanation");
        Require.text("BarChart.categoryLabel", categoryLabel);
        Objects.requireNonNull(value, "BarChart.value");
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        Objects.requireNonNull(arrangement, "BarChart.arrangement");
        Objects.requireNonNull(orientation, "BarChart.orientation");
        Require.unique("Category of chart \"" + id + "\":", categories);
        Require.unique("Series of chart \"" + id + "\":", series.stream().map(Bars::name).toList());
        for (Bars bars : series) {
            Require.sameSize("Series \"" + bars.name() + "\" of chart \"" + id + "\"", bars.values().size(), categories.size());
        }
        if (arrangement == Arrangement.STACKED && value.isLogarithmic()) {
            throw new IllegalArgumentException("Chart \"" + id + "\" stacks bars on a logarithmic axis; stacked bars need a linear axis.");
        }
    }
}
