package columna.experiments.report;

import columna.experiments.explain.SummaryKeys;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.Value;

/** A key of {@code summary.json} with its value, as reports hold it. */
public final class SummaryFact {

    private SummaryFact() {}

    /**
     * The fact.
     *
     * @param value a Long, a Double, or anything that is shown as text
     * @throws IllegalStateException if the key is not documented
     */
    public static Fact of(String key, Object value) {
        SummaryKeys.SummaryKey described =
                SummaryKeys.of(key).orElseThrow(() -> new IllegalStateException("summary key " + key + " is not documented"));
        String unit = described.unit().isEmpty() ? "1" : described.unit();
        return switch (value) {
            case Long whole -> new Fact(key, Value.of(whole), unit, Format.WHOLE, described.meaning());
            case Double real -> new Fact(key, Value.of(real), unit, Format.significant(6), described.meaning());
            default -> new Fact(key, Value.of(value.toString()), "", Format.TEXT, described.meaning());
        };
    }
}
