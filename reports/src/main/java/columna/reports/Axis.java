package columna.reports;

import java.util.Objects;

/**
 * What an axis measures, in which unit ("1" without dimension), and whether equal steps are equal differences or equal ratios. A
 * linear axis picks the SI prefix that suits its range. On a logarithmic axis values that are not above zero are left out.
 */
public record Axis(String label, String unit, Scale scale) {

    /** Equal differences or equal ratios. */
    public enum Scale { LINEAR, LOGARITHMIC }

    public Axis {
        Require.text("Axis.label", label);
        Require.text("Axis.unit of \"" + label + "\"", unit);
        Objects.requireNonNull(scale, "Axis.scale");
    }

    public static Axis linear(String label, String unit) {
        return new Axis(label, unit, Scale.LINEAR);
    }

    public static Axis logarithmic(String label, String unit) {
        return new Axis(label, unit, Scale.LOGARITHMIC);
    }

    public boolean isLogarithmic() {
        return scale == Scale.LOGARITHMIC;
    }
}
