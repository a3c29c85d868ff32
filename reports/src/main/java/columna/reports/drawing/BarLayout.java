package columna.reports.drawing;

import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.Format;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;

/** Where the bars of one category lie along the value axis, stacked or grouped, and what they say on hover. */
final class BarLayout {
    private final BarChart chart;
    private final ValueScale scale;

    /** One bar between two coordinates; slot says which of the category's side-by-side places it takes. */
    record Bar(int series, int slot, double from, double to, String hover) {
    }

    BarLayout(BarChart chart, ValueScale scale) {
        this.chart = chart;
        this.scale = scale;
    }

    boolean isStacked() {
        return chart.arrangement() == BarChart.Arrangement.STACKED;
    }

    /** Places side by side in one category. */
    int slots() {
        return isStacked() ? 1 : Math.max(1, chart.series().size());
    }

    List<Bar> bars(int category) {
        List<Bar> bars = new ArrayList<>();
        double positive = 0;
        double negative = 0;
        for (int s = 0; s < chart.series().size(); s++) {
            double value = Extent.limited(chart.series().get(s).values().get(category), false);
            double start = isStacked() ? value < 0 ? negative : positive : 0;
            if (!Double.isNaN(value) && (!scale.isLogarithmic() || value > 0)) {
                double from = isStacked() ? scale.coordinate(start) : scale.base();
                bars.add(new Bar(s, isStacked() ? 0 : s, from, scale.coordinate(start + value), hover(category, s, value)));
                positive += value > 0 ? value : 0;
                negative += value < 0 ? value : 0;
            }
        }
        return bars;
    }

    private String hover(int category, int series, double value) {
        return chart.categories().get(category) + ", " + chart.series().get(series).name() + ": " + shown(value);
    }

    /** The sum of a category's finite values. */
    double total(int category) {
        return chart.series().stream().mapToDouble(s -> s.values().get(category)).filter(Double::isFinite).sum();
    }

    String shown(double value) {
        Axis axis = chart.value();
        return Format.engineering(3).show(Value.of(value), axis.unit());
    }

    List<Key> legend() {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < chart.series().size() && chart.series().size() > 1; i++) {
            keys.add(new Key(Palette.areaClass(i), Key.Swatch.BOX, chart.series().get(i).name()));
        }
        return keys;
    }
}
