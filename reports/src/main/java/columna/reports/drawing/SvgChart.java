package columna.reports.drawing;

import columna.reports.BarChart;
import columna.reports.Chart;
import columna.reports.HeatMap;
import columna.reports.HistogramChart;
import columna.reports.LineChart;
import columna.reports.ParallelCoordinates;
import columna.reports.RangeChart;
import columna.reports.ScatterChart;

/** Draws charts as inline SVG, sized for the given width in CSS pixels so that texts appear at their true size. */
public final class SvgChart {
    private SvgChart() {
    }

    public static Picture draw(Chart chart, int width) {
        return switch (chart) {
            case LineChart line -> new SvgLines(line, width).draw();
            case BarChart bar when bar.orientation() == BarChart.Orientation.VERTICAL -> new SvgColumns(bar, width).draw();
            case BarChart bar -> new SvgRows(bar, width).draw();
            case ScatterChart scatter -> new SvgPoints(scatter, width).draw();
            case RangeChart range -> new SvgRanges(range, width).draw();
            case HeatMap heat -> new SvgHeatMap(heat, width).draw();
            case ParallelCoordinates parallel -> new SvgParallel(parallel, width).draw();
            case HistogramChart histograms -> new SvgHistograms(histograms, width).draw();
        };
    }

    /** Whether the chart needs the page's full width: names on the left, a great many bars, cells or points, several axes. */
    public static boolean isWide(Chart chart) {
        return switch (chart) {
            case RangeChart range -> true;
            case HistogramChart histograms -> true;
            case BarChart bar -> hasLongNames(bar) || bar.categories().size() * Math.max(1, stacks(bar)) > 24;
            case LineChart line -> false;
            case ScatterChart scatter -> SvgPoints.isCrowded(scatter);
            case HeatMap heat -> heat.column().names().size() > 8 || SvgHeatMap.widest(heat.row()) > 120;
            case ParallelCoordinates parallel -> true;
        };
    }

    private static boolean hasLongNames(BarChart chart) {
        double widest = chart.categories().stream().mapToDouble(name -> TextSize.width(name, Canvas.FONT)).max().orElse(0);
        return chart.orientation() == BarChart.Orientation.HORIZONTAL ? widest > 190 : widest * chart.categories().size() > 600;
    }

    private static int stacks(BarChart chart) {
        return chart.arrangement() == BarChart.Arrangement.STACKED ? 1 : chart.series().size();
    }
}
