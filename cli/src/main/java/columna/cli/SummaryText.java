package columna.cli;

import columna.experiments.explain.SummaryKeys;
import columna.experiments.run.RunSummary;
import java.io.PrintWriter;
import java.util.Locale;

/** The short summary on the screen: the verdict, the numbers that a person asks for first, and where the rest is. */
final class SummaryText {

    private SummaryText() {}

    static void print(PrintWriter out, RunSummary summary, boolean partial) {
        out.println((partial ? "Interrupted, so this is partial. " : "") + summary.verdict());
        SummaryKeys.headlines().stream()
                .filter(key -> summary.values().containsKey(key.name()))
                .forEach(key -> out.printf(Locale.ROOT, "  %-34s %s %s%n", key.name(), number(summary.values().get(key.name())), key.unit()));
        out.println("Report: " + summary.folder().resolve("index.html"));
        out.flush();
    }

    /** Counts in full with separators, fractions with five digits. */
    static String number(Object value) {
        return switch (value) {
            case Double real -> String.format(Locale.ROOT, "%.5g", real);
            case Float real -> String.format(Locale.ROOT, "%.5g", real);
            case Long whole -> String.format(Locale.ROOT, "%,d", whole);
            case Integer whole -> String.format(Locale.ROOT, "%,d", whole);
            default -> value.toString();
        };
    }
}
