package columna.reports.drawing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** JFreeChart's linear axis over the coordinates of a {@link ValueScale}, with that scale's range, ticks and title. */
final class ScaledAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private final transient ValueScale scale;

    ScaledAxis(ValueScale scale) {
        this(scale, 0);
    }

    /** With room above the scale's high end, as a share of its length: for texts at the ends of bars. */
    ScaledAxis(ValueScale scale, double room) {
        super(scale.title());
        this.scale = scale;
        setAutoRange(false);
        setRange(scale.low(), scale.high() + room * (scale.high() - scale.low()));
        setMinorTickMarksVisible(true);
        setMinorTickMarkOutsideLength(2f);
        setTickMarkOutsideLength(4f);
        PngTheme.style(this);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean vertical = RectangleEdge.isLeftOrRight(edge);
        List<NumberTick> ticks = new ArrayList<>();
        for (Tick tick : scale.ticks()) {
            ticks.add(new NumberTick(tick.isMajor() ? TickType.MAJOR : TickType.MINOR, tick.coordinate(), tick.label(),
                    vertical ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
