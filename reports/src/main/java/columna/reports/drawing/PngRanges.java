package columna.reports.drawing;

import columna.reports.RangeChart;
import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeriesCollection;

/** A range chart by JFreeChart: a named row per signal, bars drawn as boxes. */
final class PngRanges {
    private final RangeChart chart;
    private final ValueScale scale;

    private PngRanges(RangeChart chart) {
        this.chart = chart;
        this.scale = Scales.magnitude(chart, 14);
    }

    static JFreeChart of(RangeChart chart) {
        return new PngRanges(chart).draw();
    }

    private JFreeChart draw() {
        XYPlot plot = new XYPlot(new XYSeriesCollection(), new ScaledAxis(scale), names(), new XYLineAndShapeRenderer());
        PngTheme.style(plot, true);
        plot.setRangeGridlinesVisible(false);
        for (int i = 0; i < chart.rows().size(); i++) {
            row(plot, chart.rows().get(i), i);
        }
        LegendItemCollection legend = new LegendItemCollection();
        RangeParts.legend(chart, scale).forEach(key -> legend.add(PngTheme.box(key.name(), colour(key))));
        return PngTheme.chart(chart.title(), plot, legend);
    }

    private static Color colour(Key key) {
        return switch (key.styleClass()) {
            case "fmt" -> PngTheme.FORMAT;
            case "s1" -> PngTheme.colour(0);
            case "s2" -> PngTheme.colour(1);
            default -> PngTheme.INK;
        };
    }

    private SymbolAxis names() {
        String[] names = chart.rows().stream().map(row -> row.format().isEmpty() ? row.name() : row.name() + "  " + row.format())
                .map(name -> TextSize.fitted(name, 1, 34)).toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis("", names.length == 0 ? new String[] {""} : names);
        PngTheme.style(axis);
        axis.setGridBandsVisible(false);
        axis.setInverted(true);
        axis.setAutoRange(false);
        axis.setRange(-0.5, Math.max(1, names.length) - 0.5);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private void row(XYPlot plot, RangeChart.Row row, int index) {
        for (RangeParts.Part part : RangeParts.of(row, scale).parts()) {
            double half = part.kind() == RangeParts.Kind.FORMAT ? 0.42 : part.kind().isHistogram() ? 0.28 : 0.17;
            Color colour = switch (part.kind()) {
                case FORMAT -> PngTheme.FORMAT;
                case INSIDE, OCTAVE_INSIDE -> PngTheme.pale(0, part.strength());
                case OUTSIDE, OCTAVE_OUTSIDE -> PngTheme.pale(1, part.strength());
            };
            // The axis runs downwards: the higher value is the lower edge, and a box needs its lower edge first.
            plot.addAnnotation(new XYBoxAnnotation(part.from(), index + half, part.to(), index - half, null, null, colour));
        }
        double rms = scale.coordinate(row.rms());
        if (!Double.isNaN(rms)) {
            plot.addAnnotation(new XYLineAnnotation(rms, index - 0.36, rms, index + 0.36, PngTheme.LINE, PngTheme.INK));
        }
    }
}
