package columna.cli;

import columna.experiments.study.definition.Measure;
import columna.experiments.study.report.StudyReport;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.StoredPoint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary of a study on the screen: what to take and why, the front, and where the rest is. */
final class StudyText {
    private static final int SHOWN = 12;
    private static final List<Measure> COLUMNS = List.of(Measure.LOSS, Measure.ACCURACY, Measure.ENERGY, Measure.MEMORY, Measure.AREA, Measure.LATENCY);

    private StudyText() {}

    static void print(PrintWriter out, StudyResult result, Path folder, boolean partial) {
        out.println((partial ? "Interrupted, so this is partial; the same command goes on. " : "") + result.recommendation().map(StudyReport::sentence)
                .orElse("No configuration learns within the bounds."));
        result.recommendation().ifPresent(r -> out.println(r.why()));
        List<ConfigurationResult> front = result.front();
        out.printf(Locale.ROOT, "%d configurations (%d given up, %d refused), %d on the front over %s:%n", result.configurations().size(),
                result.count(StoredPoint.State.STOPPED), result.count(StoredPoint.State.REFUSED), front.size(),
                result.study().objectives().stream().map(Measure::word).collect(Collectors.joining(", ")));
        out.printf("  %10s %10s %12s %12s %10s %10s  %s%n", "loss", "accuracy", "energy (nJ)", "memory (bit)", "area (mm2)", "cycles", "settings");
        front.stream().limit(SHOWN).forEach(c -> row(out, c));
        if (front.size() > SHOWN) {
            out.printf("  and %d more%n", front.size() - SHOWN);
        }
        out.println("Report: " + folder.resolve("index.html"));
        out.flush();
    }

    private static void row(PrintWriter out, ConfigurationResult c) {
        String settings = c.settings().entrySet().stream().map(Map.Entry::getValue).collect(Collectors.joining(", "));
        out.printf(Locale.ROOT, "  %10.3g %9.1f%% %12.4g %,12.0f %10.4g %,10.0f  %s%n", c.mean(COLUMNS.get(0)), 100 * c.mean(COLUMNS.get(1)),
                c.mean(COLUMNS.get(2)) * 1e-3, c.mean(COLUMNS.get(3)), c.mean(COLUMNS.get(4)), c.mean(COLUMNS.get(5)), settings);
    }
}
