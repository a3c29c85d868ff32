package columna.reports;

import java.util.List;
import java.util.Objects;

/** Curves over a common x axis; levels are labelled horizontal lines such as chance or a deadline. */
public record LineChart(String id, String title, String explanation, Axis x, Axis y, List<Series> series, List<Level> levels)
        implements Chart {

    /** A labelled horizontal line at y, in the unit of the y axis. */
    public record Level(String label, double y) {
        public Level {
            Require.text("LineChart.Level.label", label);
        }
    }

    public LineChart {
        Require.identifier("LineChart.id", id);
        Require.text("LineChart.title", title);
        Objects.requireNonNull(explanation, "LineChart.explanation");
        Objects.requireNonNull(x, "LineChart.x");
        Objects.requireNonNull(y, "LineChart.y");
        series = List.copyOf(series);
        levels = List.copyOf(levels);
        Require.unique("Series of chart \"" + id + "\":", series.stream().map(Series::name).toList());
    }

    /** A line chart without levels. */
    public static LineChart of(String id, String title, String explanation, Axis x, Axis y, List<Series> series) {
        return new LineChart(id, title, explanation, x, y, series, List.of());
    }
}
