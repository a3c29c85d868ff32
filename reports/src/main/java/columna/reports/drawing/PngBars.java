package columna.reports.drawing;

import columna.reports.BarChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** A bar chart by JFreeChart. */
final class PngBars {
    private static final int LABEL_LENGTH = 34;
    private static final double PLOT_WIDTH = 690;
    private static final double ROOM_RIGHT = 0.15;
    private static final double ROOM_ABOVE = 0.05;
    private final BarChart chart;
    private final ValueScale scale;
    private final boolean stacked;
    private final BarLayout layout;

    private PngBars(BarChart chart) {
        this.chart = chart;
        this.scale = Scales.value(chart, 7);
        this.layout = new BarLayout(chart, scale);
        this.stacked = chart.arrangement() == BarChart.Arrangement.STACKED;
    }

    static JFreeChart of(BarChart chart) {
        return new PngBars(chart).draw();
    }

    private JFreeChart draw() {
        boolean horizontal = chart.orientation() == BarChart.Orientation.HORIZONTAL;
        CategoryPlot plot = new CategoryPlot(data(), categories(horizontal), new ScaledAxis(scale, layout.slots() > 1 ? 0 : horizontal ? ROOM_RIGHT : ROOM_ABOVE), renderer());
        plot.setOrientation(horizontal ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        PngTheme.style(plot);
        if (layout.slots() == 1) {
            values(plot, horizontal);
        }
        LegendItemCollection legend = new LegendItemCollection();
        for (int i = 0; i < chart.series().size() && chart.series().size() > 1; i++) {
            legend.add(PngTheme.box(chart.series().get(i).name(), PngTheme.area(i)));
        }
        return PngTheme.chart(chart.title(), plot, legend);
    }

    /** Categories are keyed by place, so that two names cut to the same length stay apart. */
    private DefaultCategoryDataset data() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int s = 0; s < chart.series().size(); s++) {
            for (int c = 0; c < chart.categories().size(); c++) {
                double value = scaled(chart.series().get(s).values().get(c));
                data.addValue(Double.isNaN(value) ? null : Double.valueOf(value), Integer.valueOf(s), place(c));
            }
        }
        return data;
    }

    private Place place(int category) {
        return new Place(category, TextSize.fitted(chart.categories().get(category), 1, LABEL_LENGTH));
    }

    /** The value of a single bar or the total of a stack at its end, as in the page. */
    private void values(CategoryPlot plot, boolean horizontal) {
        for (int c = 0; c < chart.categories().size(); c++) {
            String text = layout.shown(layout.total(c));
            if (!layout.bars(c).isEmpty() && (horizontal || TextSize.width(text, 11) < PLOT_WIDTH / chart.categories().size() - 2)) {
                double end = layout.bars(c).stream().mapToDouble(BarLayout.Bar::to).max().orElse(0);
                CategoryTextAnnotation value = new CategoryTextAnnotation(horizontal ? "\u00a0" + text : text, place(c), Math.max(end, scale.base()));
                value.setFont(ReportFonts.regular(11f));
                value.setPaint(PngTheme.INK);
                value.setTextAnchor(horizontal ? TextAnchor.CENTER_LEFT : TextAnchor.BOTTOM_CENTER);
                plot.addAnnotation(value);
            }
        }
    }

    private double scaled(double value) {
        return stacked && !Double.isFinite(value) ? Double.NaN : scale.coordinate(value);
    }

    private CategoryAxis categories(boolean horizontal) {
        CategoryAxis axis = new CategoryAxis(chart.categoryLabel());
        PngTheme.style(axis);
        axis.setTickMarksVisible(false);
        double widest = chart.categories().stream().mapToDouble(c -> TextSize.width(c, 12)).max().orElse(0);
        if (!horizontal && widest > PLOT_WIDTH / Math.max(1, chart.categories().size())) {
            axis.setCategoryLabelPositions(CategoryLabelPositions.createUpRotationLabelPositions(Math.PI / 5));
        }
        axis.setMaximumCategoryLabelWidthRatio(horizontal ? 0.45f : 1.2f);
        axis.setCategoryMargin(0.25);
        double margin = Math.min(0.05, 0.4 / Math.max(1, chart.categories().size()));
        axis.setLowerMargin(margin);
        axis.setUpperMargin(margin);
        return axis;
    }

    private BarRenderer renderer() {
        BarRenderer renderer = stacked ? new StackedBarRenderer() : new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setItemMargin(0.03);
        renderer.setMaximumBarWidth(0.09);
        renderer.setBase(scale.base());
        renderer.setIncludeBaseInRange(false);
        for (int i = 0; i < chart.series().size(); i++) {
            renderer.setSeriesPaint(i, PngTheme.area(i));
        }
        return renderer;
    }

    /** A category at its place, shown by name. */
    private record Place(int index, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
