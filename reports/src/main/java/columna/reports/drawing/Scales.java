package columna.reports.drawing;

import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.HeatMap;
import columna.reports.HistogramChart;
import columna.reports.LineChart;
import columna.reports.RangeChart;
import columna.reports.ScatterChart;
import columna.reports.Series;
import columna.reports.drawing.ValueScale.Fit;
import java.util.stream.Stream;

/** The axes each kind of chart needs, from its data; PNG and SVG ask here, so that they show the same ranges and ticks. */
final class Scales {
    private Scales() {
    }

    static ValueScale x(LineChart chart, int ticks) {
        Extent extent = Extent.drawable(chart.x().isLogarithmic());
        for (Series series : chart.series()) {
            for (int i = 0; i < series.size(); i++) {
                extent.add(series.x(i));
            }
        }
        return ValueScale.of(chart.x(), extent, Fit.EXACT, ticks);
    }

    static ValueScale y(LineChart chart, int ticks) {
        Extent extent = Extent.drawable(chart.y().isLogarithmic());
        for (Series series : chart.series()) {
            for (int i = 0; i < series.size(); i++) {
                extent.add(series.y(i));
                if (series.hasBand()) {
                    extent.add(series.low(i)).add(series.high(i));
                }
            }
        }
        chart.levels().forEach(level -> extent.add(level.y()));
        return ValueScale.of(chart.y(), extent, Fit.ROUND, ticks);
    }

    static ValueScale value(BarChart chart, int ticks) {
        Extent extent = Extent.drawable(chart.value().isLogarithmic());
        for (int i = 0; i < chart.categories().size(); i++) {
            double positive = 0;
            double negative = 0;
            for (BarChart.Bars bars : chart.series()) {
                double value = Extent.limited(bars.values().get(i), false);
                extent.add(value);
                positive += value > 0 ? value : 0;
                negative += value < 0 ? value : 0;
            }
            if (chart.arrangement() == BarChart.Arrangement.STACKED) {
                extent.add(positive).add(negative);
            }
        }
        return ValueScale.of(chart.value(), extent, Fit.FROM_ZERO, ticks);
    }

    static ValueScale x(ScatterChart chart, int ticks) {
        return scatter(chart, chart.x(), ticks, true);
    }

    static ValueScale y(ScatterChart chart, int ticks) {
        return scatter(chart, chart.y(), ticks, false);
    }

    private static ValueScale scatter(ScatterChart chart, Axis axis, int ticks, boolean isX) {
        Extent extent = Extent.drawable(axis.isLogarithmic());
        Stream.concat(chart.groups().stream(), chart.references().stream()).flatMap(group -> group.points().stream())
                .forEach(point -> extent.add(isX ? point.x() : point.y()));
        return ValueScale.of(axis, extent, Fit.ROUND, ticks);
    }

    static ValueScale value(HeatMap chart, int ticks) {
        Extent extent = Extent.drawable(chart.value().isLogarithmic());
        chart.cells().forEach(row -> row.forEach(cell -> extent.add(cell.value())));
        return ValueScale.of(chart.value(), extent, Fit.EXACT, ticks);
    }

    static ValueScale magnitude(HistogramChart chart, int ticks) {
        Extent extent = Extent.drawable(true);
        for (HistogramChart.Row row : chart.rows()) {
            extent.add(row.format().resolution()).add(row.format().limit()).add(row.other().resolution()).add(row.other().limit());
            add(row.octaves(), extent);
        }
        return ValueScale.octaves("magnitude", chart.unit(), extent, ticks);
    }

    static ValueScale magnitude(RangeChart chart, int ticks) {
        Extent extent = Extent.drawable(true);
        for (RangeChart.Row row : chart.rows()) {
            extent.add(row.smallest()).add(row.largest()).add(row.rms()).add(row.resolution()).add(row.limit());
            add(row.octaves(), extent);
        }
        return ValueScale.octaves("magnitude", chart.unit(), extent, ticks);
    }

    private static void add(RangeChart.Octaves octaves, Extent extent) {
        for (int k = 0; k < octaves.shares().size(); k++) {
            if (octaves.shares().get(k) > 0) {
                extent.add(Math.scalb(1.0, octaves.first() + k)).add(Math.scalb(1.0, octaves.first() + k + 1));
            }
        }
    }
}
