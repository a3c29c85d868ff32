package columna.reports.drawing;

import columna.reports.ScatterChart;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A scatter chart by JFreeChart: markers by group, hollow references, the emphasised line with labels. */
final class PngPoints {
    private static final double PLOT_WIDTH = 697;
    private static final double PLOT_HEIGHT = 342;
    private final ScatterChart chart;
    private final ValueScale x;
    private final ValueScale y;

    private PngPoints(ScatterChart chart) {
        this.chart = chart;
        this.x = Scales.x(chart, 8);
        this.y = Scales.y(chart, 6);
    }

    static JFreeChart of(ScatterChart chart) {
        return new PngPoints(chart).draw();
    }

    private JFreeChart draw() {
        XYPlot plot = new XYPlot(groups(), new ScaledAxis(x), new ScaledAxis(y), markers());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        XYSeriesCollection front = new XYSeriesCollection(line());
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, PngTheme.SOFT);
        line.setSeriesStroke(0, PngTheme.LINE);
        plot.setDataset(1, front);
        plot.setRenderer(1, line);
        plot.setDataset(2, emphasised());
        plot.setRenderer(2, outlined());
        plot.setDataset(3, references());
        plot.setRenderer(3, hollow());
        PngTheme.style(plot, true);
        labels(plot);
        return PngTheme.chart(chart.title(), plot, legend());
    }

    private XYSeriesCollection groups() {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int g = 0; g < chart.groups().size(); g++) {
            data.addSeries(series(g, chart.groups().get(g).points()));
        }
        return data;
    }

    private XYSeries series(int key, List<ScatterChart.Point> points) {
        XYSeries series = new XYSeries(key, false, true);
        for (ScatterChart.Point point : points) {
            double px = x.coordinate(point.x());
            double py = y.coordinate(point.y());
            if (!Double.isNaN(px) && !Double.isNaN(py)) {
                series.add(px, py);
            }
        }
        return series;
    }

    private XYLineAndShapeRenderer outlined() {
        XYLineAndShapeRenderer renderer = markers();
        renderer.setUseOutlinePaint(true);
        for (int g = 0; g < chart.groups().size(); g++) {
            renderer.setSeriesShape(g, MarkShape.of(g).shape(SvgPoints.LINE_SIZE));
            renderer.setSeriesOutlinePaint(g, PngTheme.INK);
            renderer.setSeriesOutlineStroke(g, PngTheme.THIN);
        }
        return renderer;
    }

    /** The points on the line once more, over it. */
    private XYSeriesCollection emphasised() {
        Set<ScatterChart.Point> onLine = new HashSet<>(chart.line().points());
        XYSeriesCollection data = new XYSeriesCollection();
        for (int g = 0; g < chart.groups().size(); g++) {
            data.addSeries(series(g, chart.groups().get(g).points().stream().filter(onLine::contains).toList()));
        }
        return data;
    }

    private XYSeriesCollection references() {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int r = 0; r < chart.references().size(); r++) {
            data.addSeries(series(r, chart.references().get(r).points()));
        }
        return data;
    }

    private XYSeries line() {
        XYSeries series = new XYSeries(-1, false, true);
        boolean stairs = chart.line().course() == ScatterChart.Line.Course.STAIRCASE;
        double last = Double.NaN;
        for (ScatterChart.Point point : chart.line().points()) {
            if (isShown(point)) {
                if (stairs && !Double.isNaN(last)) {
                    series.add(x.coordinate(point.x()), last);
                }
                last = y.coordinate(point.y());
                series.add(x.coordinate(point.x()), last);
            }
        }
        return series;
    }

    private XYLineAndShapeRenderer hollow() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int r = 0; r < chart.references().size(); r++) {
            renderer.setSeriesPaint(r, PngTheme.INK);
            renderer.setSeriesShape(r, SvgPoints.referenceShape(r).shape(SvgPoints.REFERENCE_SIZE));
            renderer.setSeriesShapesFilled(r, false);
            renderer.setSeriesOutlineStroke(r, PngTheme.LINE);
            renderer.setSeriesStroke(r, PngTheme.LINE);
        }
        return renderer;
    }

    private XYLineAndShapeRenderer markers() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int g = 0; g < chart.groups().size(); g++) {
            renderer.setSeriesPaint(g, PngTheme.colour(g));
            renderer.setSeriesShape(g, MarkShape.of(g).shape(SvgPoints.markSize(chart)));
        }
        return renderer;
    }

    /** Labels where they overlap nothing, reckoned on a plot area of about the size JFreeChart will choose. */
    private void labels(XYPlot plot) {
        LabelPlaces places = new LabelPlaces(new LabelPlaces.Box(0, 0, PLOT_WIDTH, PLOT_HEIGHT));
        Set<ScatterChart.Point> named = new LinkedHashSet<>();
        chart.references().forEach(group -> named.addAll(group.points()));
        named.addAll(chart.line().points());
        Stream.concat(chart.groups().stream(), chart.references().stream()).flatMap(group -> group.points().stream()).filter(this::isShown)
                .forEach(p -> places.addMarker(px(p), py(p)));
        for (ScatterChart.Point point : named) {
            String name = ItemText.firstLine(point.label());
            if (isShown(point) && !name.isEmpty()) {
                places.place(px(point), py(point), TextSize.width(name, 11)).ifPresent(box -> label(plot, name, box));
            }
        }
    }

    private void label(XYPlot plot, String name, LabelPlaces.Box box) {
        double atX = x.low() + box.left() / PLOT_WIDTH * (x.high() - x.low());
        double atY = y.high() - (box.top() + box.bottom()) / 2 / PLOT_HEIGHT * (y.high() - y.low());
        XYTextAnnotation text = new XYTextAnnotation(name, atX, atY);
        text.setFont(ReportFonts.regular(11f));
        text.setPaint(PngTheme.SOFT);
        text.setTextAnchor(TextAnchor.CENTER_LEFT);
        plot.addAnnotation(text);
    }

    private boolean isShown(ScatterChart.Point point) {
        return !Double.isNaN(px(point)) && !Double.isNaN(py(point));
    }

    private double px(ScatterChart.Point point) {
        return x.fraction(x.coordinate(point.x())) * PLOT_WIDTH;
    }

    private double py(ScatterChart.Point point) {
        return (1 - y.fraction(y.coordinate(point.y()))) * PLOT_HEIGHT;
    }

    private LegendItemCollection legend() {
        LegendItemCollection legend = new LegendItemCollection();
        for (int g = 0; g < chart.groups().size() && chart.groups().size() + chart.references().size() > 1; g++) {
            legend.add(new LegendItem(chart.groups().get(g).name(), null, null, null, MarkShape.of(g).shape(1), PngTheme.colour(g)));
        }
        for (int r = 0; r < chart.references().size(); r++) {
            legend.add(new LegendItem(chart.references().get(r).name(), null, null, null, SvgPoints.referenceShape(r).shape(1.2), Color.WHITE, PngTheme.LINE, PngTheme.INK));
        }
        if (!chart.line().points().isEmpty()) {
            legend.add(new LegendItem(chart.line().name(), null, null, null, new Line2D.Double(-9, 0, 9, 0), PngTheme.LINE, PngTheme.SOFT));
        }
        return legend;
    }
}
