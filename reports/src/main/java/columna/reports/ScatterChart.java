package columna.reports;

import java.util.List;
import java.util.Objects;

/**
 * Labelled points in named groups, and the front: the points no other point beats, joined by a line in the order given (empty:
 * no line). The front's points are labelled in the drawing, the others on hover.
 */
public record ScatterChart(String id, String title, String explanation, Axis x, Axis y, List<Group> groups, List<Point> front)
        implements Chart {

    /** One labelled point. */
    public record Point(String label, double x, double y) {
        public Point {
            Objects.requireNonNull(label, "ScatterChart.Point.label");
        }
    }

    /** Points of one colour. */
    public record Group(String name, List<Point> points) {
        public Group {
            Require.text("ScatterChart.Group.name", name);
            points = List.copyOf(points);
        }
    }

    public ScatterChart {
        Require.identifier("ScatterChart.id", id);
        Require.text("ScatterChart.title", title);
        Objects.requireNonNull(explanation, "ScatterChart.explanation");
        Objects.requireNonNull(x, "ScatterChart.x");
        Objects.requireNonNull(y, "ScatterChart.y");
        groups = List.copyOf(groups);
        front = List.copyOf(front);
        Require.unique("Group of chart \"" + id + "\":", groups.stream().map(Group::name).toList());
    }
}
