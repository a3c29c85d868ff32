package columna.reports.drawing;

/**
 * The smallest and largest of the values it has been shown. Values beyond 1e280 count as 1e280, positive ones below 1e-280 on a
 * logarithmic axis as 1e-280, so that spans, sums and changes of unit stay finite.
 */
final class Extent {
    private static final double LARGEST = 1e280;
    private static final double SMALLEST = 1e-280;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private final boolean positiveOnly;

    private Extent(boolean positiveOnly) {
        this.positiveOnly = positiveOnly;
    }

    /** Of values that can be drawn on the axis: finite, and above zero if it is logarithmic. */
    static Extent drawable(boolean logarithmic) {
        return new Extent(logarithmic);
    }

    Extent add(double value) {
        if (Double.isFinite(value) && (!positiveOnly || value > 0)) {
            double v = limited(value, positiveOnly);
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        return this;
    }

    /** The value as far as it can be drawn; NaN stays NaN. */
    static double limited(double value, boolean logarithmic) {
        return Double.isNaN(value) ? value : Math.clamp(value, logarithmic ? SMALLEST : -LARGEST, LARGEST);
    }

    boolean isEmpty() {
        return min > max;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }
}
