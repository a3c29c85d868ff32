package columna.reports.drawing;

import columna.reports.Axis;
import columna.reports.Scaled;
import java.util.List;

/**
 * One axis of one drawing: which coordinates it spans, where its ticks are and what they say. The coordinate of a value is the
 * value in the shown unit (linear), or its logarithm to base 10 or 2; equal coordinate steps are equal distances.
 */
final class ValueScale {

    /** How coordinates follow from values. */
    enum Kind { LINEAR, LOG10, LOG2 }

    /** How the range follows from the data: as it is, widened to round numbers, or widened and containing zero. */
    enum Fit { EXACT, ROUND, FROM_ZERO }

    private static final double LOG10_OF_2 = Math.log10(2);

    private final Kind kind;
    private final double factor;
    private final double low;
    private final double high;
    private final List<Tick> ticks;
    private final String title;
    private final String unit;

    private ValueScale(Kind kind, Scaled scaled, String label, TickRange range) {
        this.kind = kind;
        this.factor = scaled.factor();
        this.low = range.low();
        this.high = range.high();
        this.ticks = range.ticks();
        this.unit = scaled.unit();
        this.title = unit.isEmpty() ? label : label + " (" + unit + ")";
    }

    static ValueScale of(Axis axis, Extent extent, Fit fit, int wantedTicks) {
        double largest = extent.isEmpty() ? 0 : Math.max(Math.abs(extent.min()), Math.abs(extent.max()));
        Scaled scaled = Scaled.forAxis(axis.unit(), largest);
        if (axis.isLogarithmic()) {
            return new ValueScale(Kind.LOG10, scaled, axis.label(), TickRange.logarithmic(extent, scaled.factor(), fit, wantedTicks));
        }
        return new ValueScale(Kind.LINEAR, scaled, axis.label(), TickRange.linear(extent, scaled.factor(), fit, wantedTicks));
    }

    static ValueScale octaves(String label, String unit, Extent extent, int wantedTicks) {
        return new ValueScale(Kind.LOG2, new Scaled(1, Scaled.shown(unit)), label, TickRange.octaves(extent, wantedTicks));
    }

    /** The coordinate of a value; NaN if the value cannot be shown on this axis. */
    double coordinate(double value) {
        if (!Double.isFinite(value) || isLogarithmic() && value <= 0) {
            return Double.NaN;
        }
        double shown = Extent.limited(value, isLogarithmic()) / factor;
        return switch (kind) {
            case LINEAR -> shown;
            case LOG10 -> Math.log10(shown);
            case LOG2 -> Math.log10(shown) / LOG10_OF_2;
        };
    }

    /** Where a coordinate lies between the ends: 0 is low, 1 is high. */
    double fraction(double coordinate) {
        return (coordinate - low) / (high - low);
    }

    boolean isLogarithmic() {
        return kind != Kind.LINEAR;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** The coordinate where bars begin: zero, or the low end of a logarithmic axis. */
    double base() {
        return isLogarithmic() ? low : Math.clamp(0.0, low, high);
    }

    List<Tick> ticks() {
        return ticks;
    }

    /** Label with the shown unit in parentheses. */
    String title() {
        return title;
    }

    /** The shown unit, SI prefix included; empty without dimension. */
    String unit() {
        return unit;
    }
}
