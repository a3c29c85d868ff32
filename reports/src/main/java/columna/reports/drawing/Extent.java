package columna.reports.drawing;

/** The smallest and largest of the values it has been shown. Values beyond 1e300 count as 1e300, so that spans stay finite. */
final class Extent {
    private static final double LARGEST = 1e300;
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
            double v = Math.clamp(value, -LARGEST, LARGEST);
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        return this;
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
