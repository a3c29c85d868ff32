package columna.reports.drawing;

import columna.reports.LineChart;
import columna.reports.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A line chart by JFreeChart, from the same thinned curves as the SVG. */
final class PngLines {
    private static final int COLUMNS = 900;
    private static final int FEW_POINTS = 40;
    private static final BasicStroke EDGE = new BasicStroke(0.7f);
    private static final int BAND_ALPHA = 66;
    private static final int EDGE_ALPHA = 190;
    private final LineChart chart;
    private final ValueScale x;
    private final ValueScale y;
    private final XYSeriesCollection data = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    private final LegendItemCollection legend = new LegendItemCollection();

    private PngLines(LineChart chart) {
        this.chart = chart;
        this.x = Scales.x(chart, 8);
        this.y = Scales.y(chart, 6);
    }

    static JFreeChart of(LineChart chart) {
        return new PngLines(chart).draw();
    }

    private JFreeChart draw() {
        for (int i = 0; i < chart.series().size(); i++) {
            add(i, chart.series().get(i));
        }
        XYPlot plot = new XYPlot(data, new ScaledAxis(x), new ScaledAxis(y), renderer);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        PngTheme.style(plot, false);
        chart.levels().forEach(level -> level(plot, level));
        return PngTheme.chart(chart.title(), plot, legend);
    }

    private void add(int index, Series series) {
        Curve curve = new Curve(series, x, y, COLUMNS);
        Color colour = PngTheme.colour(index);
        for (List<Curve.Span> band : curve.bands()) {
            renderer.addAnnotation(new XYShapeAnnotation(outline(band), EDGE, transparent(colour, EDGE_ALPHA), transparent(colour, BAND_ALPHA)), Layer.BACKGROUND);
        }
        XYSeries points = new XYSeries(index, false, true);
        List<List<Curve.Vertex>> pieces = curve.pieces();
        for (List<Curve.Vertex> piece : pieces) {
            piece.forEach(v -> points.add(v.x(), v.y()));
            points.add(piece.getLast().x(), Double.NaN);
        }
        data.addSeries(points);
        renderer.setSeriesPaint(index, colour);
        renderer.setSeriesStroke(index, Palette.repeats(index) ? PngTheme.DASHED_LINE : PngTheme.LINE);
        renderer.setSeriesShape(index, new Ellipse2D.Double(-3, -3, 6, 6));
        renderer.setSeriesShapesVisible(index, series.size() <= FEW_POINTS || pieces.stream().anyMatch(piece -> piece.size() == 1));
        if (chart.series().size() > 1) {
            legend.add(new LegendItem(series.name(), null, null, null, new java.awt.geom.Line2D.Double(-9, 0, 9, 0), new BasicStroke(2.5f), colour));
        }
    }

    private static Color transparent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    private static Path2D outline(List<Curve.Span> band) {
        Path2D path = new Path2D.Double();
        path.moveTo(band.getFirst().x(), band.getFirst().high());
        band.forEach(span -> path.lineTo(span.x(), span.high()));
        band.reversed().forEach(span -> path.lineTo(span.x(), span.low()));
        path.closePath();
        return path;
    }

    private void level(XYPlot plot, LineChart.Level level) {
        double at = y.coordinate(level.y());
        if (!Double.isNaN(at)) {
            ValueMarker marker = new ValueMarker(at, PngTheme.INK, PngTheme.DASHED);
            marker.setLabel(level.label());
            marker.setLabelFont(ReportFonts.regular(11f));
            marker.setLabelPaint(PngTheme.SOFT);
            marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
            plot.addRangeMarker(marker);
        }
    }
}
