package columna.reports.drawing;

import columna.reports.HeatMap;
import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/** A heat map by JFreeChart: cells drawn as boxes, values printed where they fit, the colour scale at the right. */
final class PngHeatMap {
    private static final double PLOT_WIDTH = 560;
    private static final float SMALL = 10.5f;
    private static final int NAME_LENGTH = 24;
    private final HeatMap chart;
    private final ValueScale scale;
    private final HeatLayout layout;

    private PngHeatMap(HeatMap chart) {
        this.chart = chart;
        this.scale = Scales.value(chart, 5);
        this.layout = new HeatLayout(chart, scale);
    }

    static JFreeChart of(HeatMap chart) {
        return new PngHeatMap(chart).draw();
    }

    private JFreeChart draw() {
        SymbolAxis rows = names(chart.row());
        rows.setInverted(true);
        SymbolAxis columns = names(chart.column());
        columns.setVerticalTickLabels(SvgHeatMap.widest(chart.column()) > PLOT_WIDTH / Math.max(1, chart.column().names().size()));
        XYPlot plot = new XYPlot(new XYSeriesCollection(), columns, rows, new XYLineAndShapeRenderer());
        PngTheme.style(plot, false);
        plot.setRangeGridlinesVisible(false);
        boolean printed = layout.widestValue(SMALL) < PLOT_WIDTH / Math.max(1, chart.column().names().size());
        for (int r = 0; r < chart.row().names().size(); r++) {
            for (int c = 0; c < chart.column().names().size(); c++) {
                cell(plot, r, c, printed);
            }
        }
        JFreeChart drawing = PngTheme.chart(chart.title(), plot, new LegendItemCollection());
        drawing.addSubtitle(legend());
        return drawing;
    }

    private static SymbolAxis names(HeatMap.Words words) {
        String[] names = words.names().stream().map(name -> TextSize.fitted(name, 1, NAME_LENGTH)).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(words.label(), names.length == 0 ? new String[] {""} : names);
        PngTheme.style(axis);
        axis.setGridBandsVisible(false);
        axis.setAutoRange(false);
        axis.setRange(-0.5, Math.max(1, names.length) - 0.5);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private void cell(XYPlot plot, int row, int column, boolean printed) {
        HeatMap.Cell cell = layout.cell(row, column);
        double amount = layout.amount(cell);
        Color ground = Double.isNaN(amount) ? Color.WHITE : new Color(ColourRamp.rgb(amount));
        // The axis runs downwards: the higher value is the lower edge, and a box needs its lower edge first.
        plot.addAnnotation(new XYBoxAnnotation(column - 0.5, row + 0.5, column + 0.5, row - 0.5, new BasicStroke(0.6f), PngTheme.GRID, ground));
        if (printed) {
            XYTextAnnotation text = new XYTextAnnotation(layout.shown(cell), column, row);
            text.setFont(ReportFonts.regular(SMALL));
            text.setPaint(Double.isNaN(amount) ? PngTheme.SOFT : ColourRamp.isDark(amount) ? Color.WHITE : Color.BLACK);
            plot.addAnnotation(text);
        }
    }

    private PaintScaleLegend legend() {
        LookupPaintScale colours = new LookupPaintScale(scale.low(), scale.high(), new Color(ColourRamp.rgb(0)));
        for (int i = 0; i < HeatLayout.LEGEND_STEPS; i++) {
            double amount = (double) i / HeatLayout.LEGEND_STEPS;
            colours.add(scale.low() + amount * (scale.high() - scale.low()), new Color(ColourRamp.rgb(amount)));
        }
        PaintScaleLegend legend = new PaintScaleLegend(colours, new ScaledAxis(scale));
        legend.setPosition(RectangleEdge.RIGHT);
        legend.setStripWidth(14);
        legend.setSubdivisionCount(2 * HeatLayout.LEGEND_STEPS);
        legend.setMargin(new RectangleInsets(4, 16, 40, 0));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }
}
