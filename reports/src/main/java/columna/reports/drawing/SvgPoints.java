package columna.reports.drawing;

import columna.reports.Format;
import columna.reports.ScatterChart;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;

/** A scatter chart as SVG; every group has its own marker shape besides its colour, the front is a line with labelled points. */
final class SvgPoints {
    private final ScatterChart chart;
    private final ValueScale x;
    private final ValueScale y;
    private final Canvas canvas;
    private final LabelPlaces places;

    SvgPoints(ScatterChart chart, int width) {
        this.chart = chart;
        this.x = Scales.x(chart, width < 700 ? 6 : 10);
        this.y = Scales.y(chart, 6);
        double height = width < 700 ? 340 : 420;
        this.canvas = new Canvas(width, height, new Canvas.Margins(Canvas.labelRoom(y), 22, 28, 44), chart.title());
        this.places = new LabelPlaces(new LabelPlaces.Box(canvas.left, canvas.top - 10, width, canvas.bottom));
    }

    Picture draw() {
        canvas.verticalAxis(y);
        canvas.horizontalAxis(x, true);
        front();
        for (int g = 0; g < chart.groups().size(); g++) {
            for (ScatterChart.Point point : chart.groups().get(g).points()) {
                marker(g, point);
            }
        }
        chart.front().forEach(this::label);
        return new Picture(canvas.finish(), legend());
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

    private void front() {
        StringBuilder d = new StringBuilder();
        for (ScatterChart.Point point : chart.front()) {
            if (isShown(point)) {
                d.append(d.isEmpty() ? "M" : "L").append(Canvas.number(px(point))).append(' ').append(Canvas.number(py(point)));
            }
        }
        if (!d.isEmpty()) {
            canvas.path(d.toString(), "front", "");
        }
    }

    private void marker(int group, ScatterChart.Point point) {
        if (isShown(point)) {
            String hover = point.label() + ": " + shown(point.x(), chart.x().unit()) + ", " + shown(point.y(), chart.y().unit());
            places.addMarker(px(point), py(point));
            canvas.path(shape(group, px(point), py(point)), "mark " + Palette.styleClass(group), hover);
        }
    }

    private static String shown(double value, String unit) {
        return Format.engineering(4).show(Value.of(value), unit);
    }

    /** Circle, square, triangle or diamond of about equal area. */
    private static String shape(int group, double cx, double cy) {
        double[][] corners = switch (group % 4) {
            case 1 -> new double[][] {{-3.6, -3.6}, {3.6, -3.6}, {3.6, 3.6}, {-3.6, 3.6}};
            case 2 -> new double[][] {{0, -4.8}, {4.6, 3.4}, {-4.6, 3.4}};
            case 3 -> new double[][] {{0, -5.2}, {5.2, 0}, {0, 5.2}, {-5.2, 0}};
            default -> new double[0][];
        };
        if (corners.length == 0) {
            return "M" + Canvas.number(cx - 4) + " " + Canvas.number(cy) + "a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z";
        }
        StringBuilder d = new StringBuilder();
        for (double[] c : corners) {
            d.append(d.isEmpty() ? "M" : "L").append(Canvas.number(cx + c[0])).append(' ').append(Canvas.number(cy + c[1]));
        }
        return d.append('Z').toString();
    }

    private void label(ScatterChart.Point point) {
        if (isShown(point) && !point.label().isEmpty()) {
            places.place(px(point), py(point), TextSize.width(point.label(), 11))
                    .ifPresent(box -> canvas.text(box.left(), box.bottom() - 3, point.label(), "note"));
        }
    }

    private List<Key> legend() {
        List<Key> keys = new ArrayList<>();
        for (int g = 0; g < chart.groups().size() && chart.groups().size() > 1; g++) {
            keys.add(new Key(Palette.styleClass(g), Key.Swatch.POINT, chart.groups().get(g).name()));
        }
        if (!chart.front().isEmpty()) {
            keys.add(new Key("frontkey", Key.Swatch.LINE, "front"));
        }
        return keys;
    }
}
