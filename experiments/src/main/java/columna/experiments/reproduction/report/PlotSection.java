package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Plot;
import columna.reports.Axis;
import columna.reports.Block;
import columna.reports.LineChart;
import columna.reports.Note;
import columna.reports.Section;
import columna.reports.Series;
import java.util.List;

/** Curves as charts; bands show the spread that the reproduction gives them. */
final class PlotSection {

    private final List<Plot> plots;

    PlotSection(List<Plot> plots) {
        this.plots = plots;
    }

    Section section() {
        return new Section("curves", "Curves", "", plots.stream().map(PlotSection::block).toList());
    }

    private static Block block(Plot plot) {
        List<Series> series = plot.lines().stream().filter(line -> line.curve().x().length > 0).map(PlotSection::series).toList();
        return series.isEmpty()
                ? Note.of(plot.title() + ": not measured.")
                : LineChart.of(plot.id(), plot.title(), plot.explanation(), axis(plot.x()), axis(plot.y()), series);
    }

    private static Axis axis(Plot.Axis axis) {
        return axis.logarithmic() ? Axis.logarithmic(axis.label(), axis.unit()) : Axis.linear(axis.label(), axis.unit());
    }

    private static Series series(Plot.Line line) {
        double[] y = line.curve().y();
        Series series = Series.of(line.name(), line.curve().x(), y);
        if (line.spread().length == 0) {
            return series;
        }
        double[] low = new double[y.length];
        double[] high = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            low[i] = y[i] - line.spread()[i];
            high[i] = y[i] + line.spread()[i];
        }
        return series.withBand(low, high);
    }
}
