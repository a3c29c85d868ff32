package columna.reports.drawing;

import columna.reports.Numbers;
import columna.reports.RangeChart;

/** A range chart as SVG: one row per signal, its format's range as a pale bar behind what was seen. */
final class SvgRanges {
    private static final double ROW = 24;
    private static final double BAR = 8;
    private static final int LONG = 24;
    private final RangeChart chart;
    private final ValueScale scale;
    private final double names;
    private final Canvas canvas;

    SvgRanges(RangeChart chart, int width) {
        this.chart = chart;
        this.scale = Scales.magnitude(chart, width < 700 ? 9 : 18);
        this.names = Math.min(width * 0.22, widest(chart, false));
        double formats = Math.min(width * 0.2, widest(chart, true));
        double top = isLong() ? 22 : 8;
        double height = top + ROW * Math.max(1, chart.rows().size()) + 44;
        this.canvas = new Canvas(width, height, new Canvas.Margins(names + 16, formats + 20, top, 44), chart.title());
    }

    private boolean isLong() {
        return chart.rows().size() > LONG;
    }

    private static double widest(RangeChart chart, boolean format) {
        return chart.rows().stream().mapToDouble(r -> TextSize.width(format ? r.format() : r.name(), Canvas.FONT)).max().orElse(0);
    }

    Picture draw() {
        canvas.horizontalAxis(scale, true);
        if (isLong()) {
            canvas.upperLabels(scale);
        }
        for (int i = 0; i < chart.rows().size(); i++) {
            row(chart.rows().get(i), canvas.top + ROW * (i + 0.5));
        }
        return new Picture(canvas.finish(), RangeParts.legend(chart, scale));
    }

    private void row(RangeChart.Row row, double y) {
        canvas.text(canvas.left - 8, y + 4, TextSize.fitted(row.name(), Canvas.FONT, names), "tick end");
        canvas.text(canvas.right + 10, y + 4, row.format(), "note");
        RangeParts parts = RangeParts.of(row, scale);
        for (RangeParts.Part part : parts.parts()) {
            double breadth = part.kind() == RangeParts.Kind.FORMAT ? ROW - 4 : part.kind().isHistogram() ? ROW - 10 : BAR;
            double from = canvas.px(scale, part.from());
            double to = canvas.px(scale, part.to());
            String style = "fill-opacity:" + Math.round(part.strength() * 100) / 100.0;
            String[] attributes = {"x", Canvas.number(from), "y", Canvas.number(y - breadth / 2), "width", Canvas.number(to - from), "height",
                Canvas.number(breadth), "class", part.kind().styleClass(), "style", style};
            canvas.shape("rect", hover(row), attributes);
        }
        double rms = scale.coordinate(row.rms());
        if (!Double.isNaN(rms)) {
            canvas.line(canvas.px(scale, rms), y - ROW / 2 + 4, canvas.px(scale, rms), y + ROW / 2 - 4, "rms");
        }
    }

    private static String hover(RangeChart.Row row) {
        return row.name() + " " + row.format() + ": seen " + shown(row.smallest()) + " to " + shown(row.largest()) + ", rms "
                + shown(row.rms()) + "; format " + shown(row.resolution()) + " to " + shown(row.limit());
    }

    private static String shown(double value) {
        return Numbers.significant(value, 3);
    }
}
