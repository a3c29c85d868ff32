package columna.reports;

import java.util.List;
import java.util.Objects;

/**
 * Which magnitudes signals take, on a scale of powers of two, over the magnitudes their number formats can hold. What lies right
 * of the format saturates or wraps; what lies left of it is lost below the resolution.
 */
public record RangeChart(String id, String title, String explanation, String unit, List<Row> rows) implements Chart {

    /**
     * One signal. Magnitudes are absolute values above zero: smallest and largest seen and the root mean square (NaN where
     * unknown); resolution and limit are the format's smallest step and largest magnitude (NaN: no format). Octaves may
     * be {@link Octaves#NONE}.
     */
    public record Row(String name, String format, double smallest, double largest, double rms, double resolution, double limit,
            Octaves octaves) {
        public Row {
            Require.text("RangeChart.Row.name", name);
            Objects.requireNonNull(format, "RangeChart.Row.format");
            Objects.requireNonNull(octaves, "RangeChart.Row.octaves");
        }
    }

    /** A histogram by octave: share k is the fraction of samples with magnitude in [2^(first+k), 2^(first+k+1)). */
    public record Octaves(int first, List<Double> shares) {
        /** No histogram. */
        public static final Octaves NONE = new Octaves(0, List.of());

        public Octaves {
            shares = List.copyOf(shares);
        }
    }

    public RangeChart {
        Require.identifier("RangeChart.id", id);
        Require.text("RangeChart.title", title);
        Objects.requireNonNull(explanation, "RangeChart.explanation");
        Require.text("RangeChart.unit", unit);
        rows = List.copyOf(rows);
        Require.unique("Row of chart \"" + id + "\":", rows.stream().map(Row::name).toList());
    }
}
