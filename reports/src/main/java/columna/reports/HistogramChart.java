package columna.reports;

import java.util.List;
import java.util.Objects;

/**
 * Small histograms below each other, one row per signal, on one common scale of powers of two: how often each octave of magnitudes
 * occurs, drawn over what a number format can hold. Right of the format values overflow, left of it they are smaller than its step.
 */
public record HistogramChart(String id, String title, String explanation, String unit, List<Row> rows) implements Chart {

    /**
     * One signal.
     *
     * @param octaves shares of all its values; what is missing to one are zeros
     * @param format what the values shall be held in
     * @param other a second format to compare with, such as the present one; may be {@link Span#NONE}
     */
    public record Row(String name, RangeChart.Octaves octaves, Span format, Span other) {
        public Row {
            Require.text("HistogramChart.Row.name", name);
            Objects.requireNonNull(octaves, "HistogramChart.Row.octaves");
            Objects.requireNonNull(format, "HistogramChart.Row.format");
            Objects.requireNonNull(other, "HistogramChart.Row.other");
        }
    }

    /** What a number format can hold: its name, its smallest step and its largest magnitude (NaN: not known). */
    public record Span(String name, double resolution, double limit) {
        /** No format. */
        public static final Span NONE = new Span("", Double.NaN, Double.NaN);

        public Span {
            Objects.requireNonNull(name, "HistogramChart.Span.name");
        }
    }

    public HistogramChart {
        Require.identifier("HistogramChart.id", id);
        Require.text("HistogramChart.title", title);
        Objects.requireNonNull(explanation, "HistogramChart.explanation");
        Require.text("HistogramChart.unit", unit);
        rows = List.copyOf(rows);
        Require.unique("Row of chart \"" + id + "\":", rows.stream().map(Row::name).toList());
    }
}
