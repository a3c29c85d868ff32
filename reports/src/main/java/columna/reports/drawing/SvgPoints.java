package columna.reports.drawing;

import columna.reports.ScatterChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A scatter chart as SVG; every group has its own marker shape besides its colour, references are hollow, the line's points labelled. */
final class SvgPoints {
    static final double REFERENCE_SIZE = 1.5;
    static final double LINE_SIZE = 1.15;
    private static final int MANY = 400;
    private final ScatterChart chart;
    private final ValueScale x;
    private final ValueScale y;
    private final Canvas canvas;
    private final LabelPlaces places;
    private final Set<ScatterChart.Point> onLine;

    SvgPoints(ScatterChart chart, int width) {
        this.chart = chart;
        this.x = Scales.x(chart, width < 700 ? 6 : 10);
        this.y = Scales.y(chart, 6);
        double height = width < 700 ? 340 : 420;
        this.canvas = Canvas.ofItems(width, height, new Canvas.Margins(Canvas.labelRoom(y), 22, 28, 44), chart.title());
        this.places = new LabelPlaces(new LabelPlaces.Box(canvas.left, canvas.top - 10, width, canvas.bottom));
        this.onLine = new HashSet<>(chart.line().points());
    }

    Picture draw() {
        canvas.verticalAxis(y);
        canvas.horizontalAxis(x, true);
        groups(false);
        line();
        groups(true);
        for (int r = 0; r < chart.references().size(); r++) {
            group(chart.references().get(r), chart.references().get(r).points(), referenceShape(r), "reference", REFERENCE_SIZE);
        }
        chart.references().forEach(group -> group.points().forEach(this::label));
        chart.line().points().stream().filter(point -> chart.references().stream().noneMatch(group -> group.points().contains(point))).forEach(this::label);
        return new Picture(canvas.finish(), legend());
    }

    /** Hollow marks begin with the diamond, which least resembles the first group's circle. */
    static MarkShape referenceShape(int reference) {
        return MarkShape.of(MarkShape.values().length - 1 - reference % MarkShape.values().length);
    }

    private boolean isShown(ScatterChart.Point point) {
        return !Double.isNaN(x.coordinate(point.x())) && !Double.isNaN(y.coordinate(point.y()));
    }

    private double px(ScatterChart.Point point) {
        return canvas.px(x, x.coordinate(point.x()));
    }

    private double py(ScatterChart.Point point) {
        return canvas.py(y, y.coordinate(point.y()));
    }

    private void line() {
        StringBuilder d = new StringBuilder();
        boolean stairs = chart.line().course() == ScatterChart.Line.Course.STAIRCASE;
        for (ScatterChart.Point point : chart.line().points()) {
            if (isShown(point)) {
                String to = Canvas.number(px(point));
                d.append(d.isEmpty() ? "M" + to + " " : stairs ? "H" + to + "V" : "L" + to + " ").append(Canvas.number(py(point)));
            }
        }
        if (!d.isEmpty()) {
            canvas.path(d.toString(), "front", "");
        }
    }

    /** The line and the points on it lie over all others, which may be many. */
    private void groups(boolean emphasised) {
        for (int g = 0; g < chart.groups().size(); g++) {
            List<ScatterChart.Point> points = chart.groups().get(g).points().stream().filter(point -> onLine.contains(point) == emphasised).toList();
            group(chart.groups().get(g), points, MarkShape.of(g), Palette.styleClass(g) + (isCrowded(chart) && !emphasised ? " crowd" : ""), markSize(chart));
        }
    }

    /** Marks become smaller where there are many. */
    static double markSize(ScatterChart chart) {
        return isCrowded(chart) ? 0.75 : 1;
    }

    static boolean isCrowded(ScatterChart chart) {
        return chart.groups().stream().mapToInt(group -> group.points().size()).sum() > MANY;
    }

    /** Marks from left to right: the arrow keys go in this order. */
    private void group(ScatterChart.Group group, List<ScatterChart.Point> points, MarkShape shape, String styleClass, double size) {
        canvas.open(styleClass);
        points.stream().filter(this::isShown).sorted(Comparator.comparingDouble(ScatterChart.Point::x)).forEach(point -> {
            boolean emphasised = onLine.contains(point);
            places.addMarker(px(point), py(point));
            String path = shape.path(px(point), py(point), emphasised ? LINE_SIZE * Math.max(1, size) : size);
            canvas.item("path", hover(group, point), point.link(), "d", path, "class", emphasised ? "mark on" : "mark");
        });
        canvas.close();
    }

    private String hover(ScatterChart.Group group, ScatterChart.Point point) {
        boolean grouped = chart.groups().size() + chart.references().size() > 1;
        return ItemText.begin(point.label()).lineIf(grouped, group.name()).value(chart.x(), point.x()).value(chart.y(), point.y()).toString();
    }

    private void label(ScatterChart.Point point) {
        String name = ItemText.firstLine(point.label());
        if (isShown(point) && !name.isEmpty()) {
            places.place(px(point), py(point), TextSize.width(name, 11)).ifPresent(box -> canvas.text(box.left(), box.bottom() - 3, name, "note over"));
        }
    }

    private List<Key> legend() {
        List<Key> keys = new ArrayList<>();
        for (int g = 0; g < chart.groups().size() && chart.groups().size() + chart.references().size() > 1; g++) {
            keys.add(new Key(Palette.styleClass(g), Key.Swatch.POINT, chart.groups().get(g).name()));
        }
        for (int r = 0; r < chart.references().size(); r++) {
            keys.add(new Key("reference " + Palette.styleClass(referenceShape(r).ordinal()), Key.Swatch.POINT, chart.references().get(r).name()));
        }
        if (!chart.line().points().isEmpty()) {
            keys.add(new Key("frontkey", Key.Swatch.LINE, chart.line().name()));
        }
        return keys;
    }
}
