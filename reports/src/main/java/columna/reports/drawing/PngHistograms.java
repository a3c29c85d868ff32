package columna.reports.drawing;

import columna.reports.HistogramChart;
import columna.reports.drawing.HistogramParts.Kind;
import columna.reports.drawing.HistogramParts.Part;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

/** A histogram chart by JFreeChart: a named row per signal, its bars drawn as boxes. */
final class PngHistograms {
    private static final double ROOM = 0.84;

    private final HistogramChart chart;
    private final ValueScale scale;

    private PngHistograms(HistogramChart chart) {
        this.chart = chart;
        this.scale = Scales.magnitude(chart, 14);
    }

    static JFreeChart of(HistogramChart chart) {
        return new PngHistograms(chart).draw();
    }

    private JFreeChart draw() {
        XYPlot plot = new XYPlot(new XYSeriesCollection(), new ScaledAxis(scale), names(), new XYLineAndShapeRenderer());
        PngTheme.style(plot, true);
        plot.setRangeGridlinesVisible(false);
        for (int i = 0; i < chart.rows().size(); i++) {
            row(plot, HistogramParts.of(chart.rows().get(i), scale).parts(), i);
        }
        LegendItemCollection legend = new LegendItemCollection();
        for (Key key : HistogramParts.legend(chart, scale)) {
            legend.add(PngTheme.box(key.name(), key.styleClass().equals("fmt") ? PngTheme.FORMAT
                    : PngTheme.colour(Integer.parseInt(key.styleClass().substring(1)) - 1)));
        }
        return PngTheme.chart(chart.title(), plot, legend);
    }

    private SymbolAxis names() {
        String[] names = chart.rows().stream().map(row -> TextSize.fitted((row.name() + "  " + row.format().name()).strip(), 1, 38)).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis("", names.length == 0 ? new String[] {""} : names);
        PngTheme.style(axis);
        axis.setGridBandsVisible(false);
        axis.setInverted(true);
        axis.setAutoRange(false);
        axis.setRange(-0.5, Math.max(1, names.length) - 0.5);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static void row(XYPlot plot, List<Part> parts, int index) {
        for (Part part : parts) {
            Color colour = part.kind() == Kind.FORMAT ? PngTheme.FORMAT : PngTheme.colour(part.kind().colour());
            double lower = index + ROOM / 2 - part.base() * ROOM;
            // The axis runs downwards: the higher value is the lower edge, and a box needs its lower edge first.
            plot.addAnnotation(new XYBoxAnnotation(part.from(), lower, part.to(), lower - part.height() * ROOM, null, null, colour));
        }
    }
}
