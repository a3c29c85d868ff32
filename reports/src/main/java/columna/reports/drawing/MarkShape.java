package columna.reports.drawing;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The marks of a scatter chart, of about equal area, so that groups differ by more than colour. */
enum MarkShape {
    CIRCLE, SQUARE(-3.6, -3.6, 3.6, -3.6, 3.6, 3.6, -3.6, 3.6), TRIANGLE(0, -4.8, 4.6, 3.4, -4.6, 3.4), DIAMOND(0, -5.2, 5.2, 0, 0, 5.2, -5.2, 0);

    private static final double RADIUS = 4;
    private final double[] corners;

    MarkShape(double... corners) {
        this.corners = corners;
    }

    static MarkShape of(int group) {
        return values()[group % values().length];
    }

    /** As an SVG path about a centre, in pixels. */
    String path(double cx, double cy, double size) {
        if (corners.length == 0) {
            String r = Canvas.number(RADIUS * size);
            String d = Canvas.number(2 * RADIUS * size);
            return "M" + Canvas.number(cx - RADIUS * size) + " " + Canvas.number(cy) + "a" + r + " " + r + " 0 1 0 " + d + " 0a" + r + " " + r + " 0 1 0-" + d + " 0Z";
        }
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < corners.length; i += 2) {
            d.append(i == 0 ? "M" : "L").append(Canvas.number(cx + size * corners[i])).append(' ').append(Canvas.number(cy + size * corners[i + 1]));
        }
        return d.append('Z').toString();
    }

    /** As a shape about zero, in points. */
    Shape shape(double size) {
        if (corners.length == 0) {
            return new Ellipse2D.Double(-RADIUS * size, -RADIUS * size, 2 * RADIUS * size, 2 * RADIUS * size);
        }
        Path2D path = new Path2D.Double();
        path.moveTo(size * corners[0], size * corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(size * corners[i], size * corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
