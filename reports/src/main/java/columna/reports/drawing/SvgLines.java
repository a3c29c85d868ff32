package columna.reports.drawing;

import columna.reports.LineChart;
import columna.reports.Numbers;
import columna.reports.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A line chart as SVG: bands, curves, markers where points are few, names at the curves' ends where there is room. */
final class SvgLines {
    private static final int FEW_POINTS = 40;
    private static final int MANY_POINTS = 2000;
    private static final double LABEL_STEP = 15;
    private final LineChart chart;
    private final int width;
    private final ValueScale x;
    private final ValueScale y;
    private final boolean labelsInPlace;
    private final Canvas canvas;

    /** A curve's name at the height where the curve ends. */
    private record EndLabel(int series, double y) {
    }

    SvgLines(LineChart chart, int width) {
        this.chart = chart;
        this.width = width;
        this.x = Scales.x(chart, width < 700 ? 6 : 10);
        this.y = Scales.y(chart, 6);
        double room = 22 + chart.series().stream().mapToDouble(s -> TextSize.width(s.name(), Canvas.FONT)).max().orElse(0);
        this.labelsInPlace = chart.series().size() > 1 && chart.series().size() <= 10 && room < width * 0.25;
        double height = width < 700 ? 310 : 360;
        Canvas.Margins margins = new Canvas.Margins(Canvas.labelRoom(y), labelsInPlace ? room : 26, 28, 44);
        this.canvas = new Canvas(width, height, margins, chart.title(), "class", "lines",
                "data-x", axis(x, margins.left(), width - (labelsInPlace ? room : 26)), "data-y", axis(y, height - 44, 28),
                "data-unit", chart.y().label().equals(y.title()) ? "" : y.unit());
    }

    /** What the page's script needs to read values off the drawing: scale, end coordinates, end pixels. */
    private static String axis(ValueScale scale, double from, double to) {
        return String.join(",", scale.isLogarithmic() ? "log" : "lin", Double.toString(scale.low()), Double.toString(scale.high()),
                Canvas.number(from), Canvas.number(to));
    }

    Picture draw() {
        canvas.verticalAxis(y);
        canvas.horizontalAxis(x, false);
        chart.levels().forEach(this::level);
        for (int i = 0; i < chart.series().size(); i++) {
            band(i, chart.series().get(i));
        }
        boolean empty = true;
        for (int i = 0; i < chart.series().size(); i++) {
            empty &= !curve(i, chart.series().get(i));
        }
        if (empty) {
            canvas.text((canvas.left + canvas.right) / 2, (canvas.top + canvas.bottom) / 2, "no data", "label mid");
        }
        if (labelsInPlace) {
            endLabels();
        }
        return new Picture(canvas.finish(), labelsInPlace || chart.series().size() == 1 ? List.of() : legend());
    }

    private void level(LineChart.Level level) {
        double at = y.coordinate(level.y());
        if (!Double.isNaN(at)) {
            canvas.line(canvas.left, canvas.py(y, at), canvas.right, canvas.py(y, at), "level");
            canvas.text(canvas.right - 4, canvas.py(y, at) - 5, level.label(), "note end");
        }
    }

    private Curve curve(Series series) {
        return new Curve(series, x, y, (int) ((canvas.right - canvas.left) / 1.5));
    }

    /** Bands lie below all curves, so that none hides a curve of another series. */
    private void band(int index, Series series) {
        if (series.hasBand()) {
            canvas.open(Palette.styleClass(index));
            curve(series).bands().forEach(band -> canvas.path(outline(band), "band", ""));
            canvas.close();
        }
    }

    /** Draws one curve; false if it has no point to draw. */
    private boolean curve(int index, Series series) {
        canvas.open(Palette.styleClass(index));
        List<List<Curve.Vertex>> pieces = curve(series).pieces();
        StringBuilder d = new StringBuilder();
        pieces.forEach(piece -> trace(piece, d));
        if (!d.isEmpty()) {
            canvas.shape("path", "", "d", d.toString(), "class", lineClass(index, series), "data-name", series.name());
        }
        if (series.size() <= FEW_POINTS || pieces.stream().anyMatch(piece -> piece.size() == 1)) {
            markers(series, pieces);
        }
        canvas.close();
        return !pieces.isEmpty();
    }

    private static String lineClass(int index, Series series) {
        return "line" + (series.size() > MANY_POINTS ? " dense" : "") + (Palette.repeats(index) ? " again" : "");
    }

    private void trace(List<Curve.Vertex> piece, StringBuilder d) {
        String command = "M";
        for (Curve.Vertex v : piece) {
            d.append(command).append(Canvas.number(canvas.px(x, v.x()))).append(' ').append(Canvas.number(canvas.py(y, v.y())));
            command = "L";
        }
    }

    private String outline(List<Curve.Span> band) {
        List<Curve.Vertex> edge = new ArrayList<>();
        band.forEach(span -> edge.add(new Curve.Vertex(span.x(), span.high())));
        band.reversed().forEach(span -> edge.add(new Curve.Vertex(span.x(), span.low())));
        StringBuilder d = new StringBuilder();
        trace(edge, d);
        return d.append('Z').toString();
    }

    /** Markers on every point of a short series, and on points that stand alone between gaps. */
    private void markers(Series series, List<List<Curve.Vertex>> pieces) {
        for (List<Curve.Vertex> piece : pieces) {
            if (series.size() <= FEW_POINTS || piece.size() == 1) {
                piece.forEach(v -> canvas.shape("circle", hover(series, v), "cx", Canvas.number(canvas.px(x, v.x())), "cy",
                        Canvas.number(canvas.py(y, v.y())), "r", "3.2", "class", "dot"));
            }
        }
    }

    private String hover(Series series, Curve.Vertex v) {
        return String.format(Locale.ROOT, "%s: %s, %s", series.name(), shown(x, v.x()), shown(y, v.y()));
    }

    private static String shown(ValueScale scale, double coordinate) {
        String number = Numbers.significant(scale.isLogarithmic() ? Math.pow(10, coordinate) : coordinate, 4);
        return scale.unit().isEmpty() ? number : number + "\u00a0" + scale.unit();
    }

    /** Names beside the last points, pushed apart from above, then back from below, so that none overlap. */
    private void endLabels() {
        List<EndLabel> labels = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            List<List<Curve.Vertex>> pieces = new Curve(chart.series().get(i), x, y, 200).pieces();
            labels.add(new EndLabel(i, pieces.isEmpty() ? canvas.bottom : canvas.py(y, pieces.getLast().getLast().y())));
        }
        labels.sort(Comparator.comparingDouble(EndLabel::y).thenComparingInt(EndLabel::series));
        double[] at = labels.stream().mapToDouble(EndLabel::y).toArray();
        for (int i = 1; i < at.length; i++) {
            at[i] = Math.max(at[i], at[i - 1] + LABEL_STEP);
        }
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], canvas.bottom - (at.length - 1 - i) * LABEL_STEP);
        }
        for (int i = 0; i < at.length; i++) {
            EndLabel label = labels.get(i);
            canvas.open(Palette.styleClass(label.series()));
            canvas.line(canvas.right + 4, at[i], canvas.right + 14, at[i], "line");
            canvas.text(canvas.right + 18, at[i] + 4, chart.series().get(label.series()).name(), "name").close();
        }
    }

    private List<Key> legend() {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            keys.add(new Key(Palette.styleClass(i), Key.Swatch.LINE, chart.series().get(i).name()));
        }
        return keys;
    }
}
