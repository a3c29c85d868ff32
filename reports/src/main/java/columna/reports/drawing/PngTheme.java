package columna.reports.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How every PNG looks: white ground, pale grid, our fonts, title and legend at the top left. */
final class PngTheme {
    static final Color INK = new Color(0x1b1f24);
    static final Color SOFT = new Color(0x59636e);
    static final Color GRID = new Color(0xe1e5ea);
    static final Color FORMAT = new Color(0xdfe3e8);
    private static final double REPEATED_STRENGTH = 0.45;
    static final BasicStroke THIN = new BasicStroke(1f);
    static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED_LINE = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 3f}, 0f);
    static final BasicStroke DASHED = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);

    private PngTheme() {
    }

    static Color colour(int series) {
        return new Color(Palette.rgb(series));
    }

    /** The colour of a series drawn as areas: paler where a colour is used again, as in the page. */
    static Color area(int series) {
        return Palette.repeats(series) ? pale(series, REPEATED_STRENGTH) : colour(series);
    }

    static Color pale(int series, double strength) {
        int rgb = Palette.rgb(series);
        return new Color(mixed(rgb >> 16, strength), mixed(rgb >> 8, strength), mixed(rgb, strength));
    }

    private static int mixed(int channel, double strength) {
        return (int) Math.round(255 + ((channel & 0xff) - 255) * Math.clamp(strength, 0.0, 1.0));
    }

    /** The finished drawing; without entries it has no legend. */
    static JFreeChart chart(String title, Plot plot, LegendItemCollection entries) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setNoDataMessage(null);
        JFreeChart chart = new JFreeChart(title, ReportFonts.bold(15f), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 14, 10, 18));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        chart.getTitle().setPaint(INK);
        chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        chart.getTitle().setPadding(new RectangleInsets(0, 4, 6, 0));
        if (entries.getItemCount() > 0) {
            chart.addSubtitle(legend(entries));
        }
        return chart;
    }

    private static LegendTitle legend(LegendItemCollection entries) {
        LegendTitle legend = new LegendTitle(() -> entries);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(ReportFonts.regular(12f));
        legend.setItemPaint(INK);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        legend.setFrame(BlockBorder.NONE);
        legend.setPadding(new RectangleInsets(0, 0, 6, 0));
        legend.setBackgroundPaint(Color.WHITE);
        return legend;
    }

    static LegendItem box(String name, Color colour) {
        return new LegendItem(name, null, null, null, new Rectangle(-5, -5, 10, 10), colour);
    }

    static void style(Axis axis) {
        axis.setTickLabelFont(ReportFonts.regular(11.5f));
        axis.setLabelFont(ReportFonts.regular(12.5f));
        axis.setTickLabelPaint(SOFT);
        axis.setLabelPaint(INK);
        axis.setAxisLinePaint(SOFT);
        axis.setTickMarkPaint(SOFT);
    }

    static void style(XYPlot plot, boolean verticalGrid) {
        plot.setDomainGridlinesVisible(verticalGrid);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlineStroke(THIN);
        plot.setDomainGridlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainZeroBaselineVisible(false);
    }

    static void style(CategoryPlot plot) {
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }
}
