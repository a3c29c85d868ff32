package columna.experiments.reproduce;

import java.util.OptionalDouble;

/**
 * A measured quantity beside a published one.
 *
 * @param group the heading of a table that it stands under, such as {@code "Final training loss"}
 * @param quantity what it is, such as {@code "LRU 4 layers, online"}
 * @param unit {@code "1"} if it has none
 * @param published the paper's number, if there is one
 * @param origin whose number it is: the paper's table, or a calibration of the specification
 * @param measured over seeds; empty if not measured
 * @param criterion when it counts as reproduced
 */
public record Comparison(
        String group, String quantity, String unit, OptionalDouble published, String origin, Sample measured, Criterion criterion) {

    /** The mean measured over the published number; not a number where there is none. */
    public double ratio() {
        return published.isPresent() ? measured.mean() / published.getAsDouble() : Double.NaN;
    }

    /** Whether it is reproduced. */
    public Verdict verdict() {
        return measured.size() == 0 ? Verdict.MISSING : criterion.judge(measured);
    }
}
