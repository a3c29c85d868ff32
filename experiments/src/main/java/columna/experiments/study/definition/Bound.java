package columna.experiments.study.definition;

import java.util.OptionalDouble;

/**
 * A condition that a design must keep, over the mean of its seeds.
 *
 * @param measure what is bounded
 * @param least the least value allowed
 * @param most the greatest value allowed
 */
public record Bound(Measure measure, OptionalDouble least, OptionalDouble most) {

    /** How far a value is out of bounds, in the measure's unit; 0 if it is not. */
    public double violation(double value) {
        double below = least.isPresent() ? Math.max(0, least.getAsDouble() - value) : 0;
        double above = most.isPresent() ? Math.max(0, value - most.getAsDouble()) : 0;
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : below + above;
    }

    /** For a reader: {@code accuracy at least 0.99}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(measure.word());
        least.ifPresent(x -> text.append(" at least ").append(x));
        most.ifPresent(x -> text.append(least.isPresent() ? " and" : "").append(" at most ").append(x));
        return text.toString();
    }
}
