package columna.reports.drawing;

import columna.reports.ScatterChart;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A scatter chart by JFreeChart: markers by group, the front as a line with labels. */
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
        XYSeriesCollection front = new XYSeriesCollection(series(-1, chart.front()));
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, PngTheme.SOFT);
        line.setSeriesStroke(0, PngTheme.LINE);
        plot.setDataset(1, front);
        plot.setRenderer(1, line);
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

    private XYLineAndShapeRenderer markers() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int g = 0; g < chart.groups().size(); g++) {
            renderer.setSeriesPaint(g, PngTheme.colour(g));
            renderer.setSeriesShape(g, shape(g));
        }
        return renderer;
    }

    private static Shape shape(int group) {
        return switch (group % 4) {
            case 1 -> new Rectangle2D.Double(-3.6, -3.6, 7.2, 7.2);
            case 2 -> polygon(0, -4.8, 4.6, 3.4, -4.6, 3.4);
            case 3 -> polygon(0, -5.2, 5.2, 0, 0, 5.2, -5.2, 0);
            default -> new Ellipse2D.Double(-4, -4, 8, 8);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** Labels where they overlap nothing, reckoned on a plot area of about the size JFreeChart will choose. */
    private void labels(XYPlot plot) {
        LabelPlaces places = new LabelPlaces(new LabelPlaces.Box(0, 0, PLOT_WIDTH, PLOT_HEIGHT));
        chart.groups().stream().flatMap(group -> group.points().stream()).filter(this::isShown).forEach(p -> places.addMarker(px(p), py(p)));
        for (ScatterChart.Point point : chart.front()) {
            if (isShown(point) && !point.label().isEmpty()) {
                places.place(px(point), py(point), TextSize.width(point.label(), 11)).ifPresent(box -> label(plot, point.label(), box));
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
        for (int g = 0; g < chart.groups().size() && chart.groups().size() > 1; g++) {
            legend.add(new LegendItem(chart.groups().get(g).name(), null, null, null, shape(g), PngTheme.colour(g)));
        }
        return legend;
    }
}
