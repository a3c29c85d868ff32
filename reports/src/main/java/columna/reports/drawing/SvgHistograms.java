package columna.reports.drawing;

import columna.reports.HistogramChart;
import columna.reports.Numbers;
import columna.reports.drawing.HistogramParts.Part;

/** A histogram chart as SVG: names on the left, formats on the right, octaves of magnitude along. */
final class SvgHistograms {
    private static final double ROW = 40;
    private static final double GAP = 8;
    private static final int LONG = 14;

    private final HistogramChart chart;
    private final ValueScale scale;
    private final double names;
    private final Canvas canvas;

    SvgHistograms(HistogramChart chart, int width) {
        this.chart = chart;
        this.scale = Scales.magnitude(chart, width < 700 ? 9 : 18);
        this.names = Math.min(width * 0.22, widest(false));
        double formats = Math.min(width * 0.2, widest(true));
        double top = isLong() ? 22 : 8;
        double height = top + ROW * Math.max(1, chart.rows().size()) + 44;
        this.canvas = new Canvas(width, height, new Canvas.Margins(names + 16, formats + 20, top, 44), chart.title());
    }

    private boolean isLong() {
        return chart.rows().size() > LONG;
    }

    private double widest(boolean formats) {
        return chart.rows().stream()
                .mapToDouble(row -> formats
                        ? Math.max(TextSize.width(row.format().name(), Canvas.FONT), TextSize.width(row.other().name(), Canvas.FONT))
                        : TextSize.width(row.name(), Canvas.FONT))
                .max().orElse(0);
    }

    Picture draw() {
        canvas.horizontalAxis(scale, true);
        if (isLong()) {
            canvas.upperLabels(scale);
        }
        for (int i = 0; i < chart.rows().size(); i++) {
            row(chart.rows().get(i), canvas.top + ROW * (i + 1) - GAP / 2);
        }
        return new Picture(canvas.finish(), HistogramParts.legend(chart, scale));
    }

    private void row(HistogramChart.Row row, double bottom) {
        double room = ROW - GAP;
        String name = TextSize.fitted(row.name(), Canvas.FONT, names);
        canvas.text(canvas.left - 8, bottom - room / 2 + 4, name, "tick end", name.equals(row.name()) ? "" : row.name());
        boolean both = !row.other().name().isEmpty();
        canvas.text(canvas.right + 10, bottom - room / 2 + (both ? -4 : 4), row.format().name(), "note");
        if (both) {
            canvas.text(canvas.right + 10, bottom - room / 2 + 12, row.other().name(), "tick");
        }
        for (Part part : HistogramParts.of(row, scale).parts()) {
            double from = canvas.px(scale, part.from());
            double to = canvas.px(scale, part.to());
            double breadth = part.height() * room;
            canvas.rect(from, bottom - part.base() * room - breadth, to - from, breadth, part.kind().styleClass(), hover(row, part));
        }
    }

    private static String hover(HistogramChart.Row row, Part part) {
        return switch (part.kind()) {
            case FORMAT -> row.name() + ", " + row.format().name() + ": step " + shown(row.format().resolution()) + ", limit "
                    + shown(row.format().limit());
            case OTHER -> row.name() + ", " + row.other().name() + ": step " + shown(row.other().resolution()) + ", limit "
                    + shown(row.other().limit());
            case INSIDE, OVERFLOW, UNDERFLOW -> {
                int octave = (int) part.from();
                double share = row.octaves().shares().get(octave - row.octaves().first());
                yield row.name() + ": " + shown(100 * share) + " % of values in [2^" + octave + ", 2^" + (octave + 1) + ")";
            }
        };
    }

    private static String shown(double value) {
        return Numbers.significant(value, 3);
    }
}
