package columna.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Labelled points in named groups, references to compare them with, and an emphasised line through some of them, such as a Pareto front.
 * The first line of their label stands beside references and points on the line, where there is room; every point shows all of
 * its label, and its numbers, on hover and on keyboard focus.
 */
public record ScatterChart(String id, String title, String explanation, Axis x, Axis y, List<Group> groups, List<Group> references, Line line)
        implements Chart {

    /** One point; the label may have several lines. The link is a path relative to the page, or empty. */
    public record Point(String label, double x, double y, String link) {
        public Point {
            Objects.requireNonNull(label, "ScatterChart.Point.label");
            Require.link("ScatterChart.Point.link of \"" + label + "\"", link);
        }

        /** A point that leads nowhere. */
        public Point(String label, double x, double y) {
            this(label, x, y, "");
        }
    }

    /** Points of one colour and shape; references are drawn as larger hollow marks. */
    public record Group(String name, List<Point> points) {
        public Group {
            Require.text("ScatterChart.Group.name", name);
            points = List.copyOf(points);
        }
    }

    /** A named line through points of the chart, in the order given. */
    public record Line(String name, Course course, List<Point> points) {
        /** No line. */
        public static final Line NONE = new Line("none", Course.STRAIGHT, List.of());

        /** How the line gets from one point to the next. */
        public enum Course {
            /** The shortest way. */
            STRAIGHT,
            /** At the point's y to the next point's x, then to its y: what is reached with this x, if the best y comes last. */
            STAIRCASE
        }

        public Line {
            Require.text("ScatterChart.Line.name", name);
            Objects.requireNonNull(course, "ScatterChart.Line.course");
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
        references = List.copyOf(references);
        Objects.requireNonNull(line, "ScatterChart.line");
        Require.unique("Group of chart \"" + id + "\":", Stream.concat(groups.stream(), references.stream()).map(Group::name).toList());
        Set<Point> known = new HashSet<>();
        Stream.concat(groups.stream(), references.stream()).forEach(group -> known.addAll(group.points()));
        for (Point point : line.points()) {
            if (!known.contains(point)) {
                throw new IllegalArgumentException("Line \"" + line.name() + "\" of chart \"" + id + "\" goes through \"" + point.label() + "\", which is in none of its groups.");
            }
        }
    }

    /** A chart without references and without a line. */
    public static ScatterChart of(String id, String title, String explanation, Axis x, Axis y, List<Group> groups) {
        return new ScatterChart(id, title, explanation, x, y, groups, List.of(), Line.NONE);
    }

    /** The same chart with points to compare with. */
    public ScatterChart withReferences(List<Group> compared) {
        return new ScatterChart(id, title, explanation, x, y, groups, compared, line);
    }

    /** The same chart with an emphasised line. */
    public ScatterChart withLine(Line emphasised) {
        return new ScatterChart(id, title, explanation, x, y, groups, references, emphasised);
    }
}
