package columna.reports.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for labels beside points: the first of six places that stays inside the plot area and overlaps neither a marker nor an
 * earlier label. Pixels grow to the right and downwards.
 */
final class LabelPlaces {
    private static final double LINE = 13;
    private final Box area;
    private final List<Box> taken = new ArrayList<>();

    /** A rectangle by its edges. */
    record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Box other) {
            return other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom;
        }
    }

    LabelPlaces(Box area) {
        this.area = area;
    }

    /** Keeps labels off the marker centred here. */
    void addMarker(double x, double y) {
        taken.add(new Box(x - 5, y - 5, x + 5, y + 5));
    }

    /** The label's rectangle, which is taken from now on; empty if there is no room. */
    Optional<Box> place(double x, double y, double width) {
        double[][] corners = {{8, -LINE}, {8, 1}, {-8 - width, -LINE}, {-8 - width, 1}, {-width / 2, -LINE - 7}, {-width / 2, 8}};
        for (double[] corner : corners) {
            Box box = new Box(x + corner[0], y + corner[1], x + corner[0] + width, y + corner[1] + LINE);
            if (area.holds(box) && taken.stream().noneMatch(box::overlaps)) {
                taken.add(box);
                return Optional.of(box);
            }
        }
        return Optional.empty();
    }
}
