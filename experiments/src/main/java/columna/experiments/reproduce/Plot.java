package columna.experiments.reproduce;

import java.util.List;

/**
 * Curves over a common axis, to be drawn.
 *
 * @param id lower-case words joined by hyphens, unique in the reproduction
 * @param title the heading
 * @param explanation what the reader sees
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param lines the curves
 */
public record Plot(String id, String title, String explanation, Axis x, Axis y, List<Line> lines) {

    /**
     * @param label the quantity
     * @param unit {@code "1"} if it has none
     * @param logarithmic whether its scale is logarithmic
     */
    public record Axis(String label, String unit, boolean logarithmic) {}

    /**
     * @param name the legend
     * @param curve its points
     * @param spread half the height of a band around each point; empty for none
     */
    public record Line(String name, Measurement.Curve curve, double[] spread) {}

    public Plot {
        lines = List.copyOf(lines);
    }
}
