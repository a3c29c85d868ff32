package columna.reports.drawing;

import columna.reports.ParallelCoordinates;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Parallel coordinates by JFreeChart: each item a series over the numbers of the axes, the uprights drawn over them. */
final class PngParallel {
    private static final double PLOT_WIDTH = 700;
    private static final Color GROUND = new Color(255, 255, 255, 190);
    private final ParallelCoordinates chart;
    private final ParallelLayout layout;

    private PngParallel(ParallelCoordinates chart) {
        this.chart = chart;
        this.layout = new ParallelLayout(chart);
    }

    static JFreeChart of(ParallelCoordinates chart) {
        return new PngParallel(chart).draw();
    }

    private JFreeChart draw() {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        Color other = new Color(PngTheme.SOFT.getRed(), PngTheme.SOFT.getGreen(), PngTheme.SOFT.getBlue(), (int) Math.round(255 * layout.paleness()));
        for (boolean emphasised : new boolean[] {false, true}) {
            for (ParallelCoordinates.Item item : chart.items()) {
                if (item.emphasised() == emphasised) {
                    renderer.setSeriesPaint(data.getSeriesCount(), emphasised ? PngTheme.colour(1) : other);
                    renderer.setSeriesStroke(data.getSeriesCount(), emphasised ? PngTheme.LINE : PngTheme.THIN);
                    data.addSeries(series(data.getSeriesCount(), item));
                }
            }
        }
        XYPlot plot = new XYPlot(data, titles(), places(), renderer);
        PngTheme.style(plot, false);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
        plot.setRangeGridlinesVisible(false);
        IntStream.range(0, chart.dimensions().size()).forEach(d -> upright(plot, d));
        LegendItemCollection legend = new LegendItemCollection();
        layout.legend().forEach(key -> legend.add(new LegendItem(key.name(), null, null, null, new Line2D.Double(-9, 0, 9, 0), new BasicStroke(2.5f),
                key.styleClass().equals("s2") ? PngTheme.colour(1) : PngTheme.SOFT)));
        return PngTheme.chart(chart.title(), plot, legend);
    }

    private XYSeries series(int key, ParallelCoordinates.Item item) {
        XYSeries series = new XYSeries(key, false, true);
        for (List<ParallelLayout.Crossing> piece : layout.pieces(item)) {
            piece.forEach(crossing -> series.add(crossing.axis(), crossing.place()));
            if (piece.size() == 1) {
                series.add(piece.getFirst().axis() + 0.05, piece.getFirst().place());
            }
            series.add(piece.getLast().axis(), Double.NaN);
        }
        return series;
    }

    private SymbolAxis titles() {
        int n = chart.dimensions().size();
        double room = PLOT_WIDTH / n;
        String[] titles = IntStream.range(0, n).mapToObj(d -> TextSize.fitted(layout.title(d), 11.5, room)).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis("", titles);
        PngTheme.style(axis);
        axis.setTickLabelPaint(PngTheme.INK);
        axis.setGridBandsVisible(false);
        axis.setAutoRange(false);
        axis.setRange(-0.6, n - 0.6);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    private static NumberAxis places() {
        NumberAxis axis = new NumberAxis();
        axis.setRange(-0.03, 1.03);
        axis.setVisible(false);
        return axis;
    }

    private void upright(XYPlot plot, int dimension) {
        plot.addAnnotation(new XYLineAnnotation(dimension, 0, dimension, 1, PngTheme.THIN, PngTheme.INK));
        for (ParallelLayout.Mark mark : layout.marks(dimension)) {
            plot.addAnnotation(new XYLineAnnotation(dimension - (mark.name().isEmpty() ? 0.015 : 0.03), mark.place(), dimension, mark.place(), PngTheme.THIN, PngTheme.SOFT));
            if (!mark.name().isEmpty()) {
                XYTextAnnotation text = new XYTextAnnotation(TextSize.fitted(mark.name(), 10.5, PLOT_WIDTH / chart.dimensions().size() - 12), dimension - 0.05, mark.place());
                text.setFont(ReportFonts.regular(10.5f));
                text.setPaint(PngTheme.SOFT);
                text.setBackgroundPaint(GROUND);
                text.setTextAnchor(TextAnchor.CENTER_RIGHT);
                plot.addAnnotation(text);
            }
        }
    }
}
