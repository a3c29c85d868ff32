package columna.experiments.study.report;

import columna.experiments.result.LossCurve;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.Recommendation;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.PlannedPoint;
import columna.experiments.study.store.StoredPoint;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.Listing;
import columna.reports.Note;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Value;
import columna.reports.Verdict;
import columna.reports.output.FolderOutput;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The report of a study: the design to take and why, fronts, axes, all configurations, and where it comes from. */
public final class StudyReport {

    private final StudyResult result;
    private final Provenance provenance;

    public StudyReport(StudyResult result, Provenance provenance) {
        this.result = result;
        this.provenance = provenance;
    }

    /**
     * Writes the report, {@code results.csv} and the page of each point, over earlier ones.
     *
     * @param curves how a point learned
     */
    public void write(Path folder, Function<StoredPoint, LossCurve> curves) throws IOException {
        List<Map.Entry<PlannedPoint, StoredPoint>> points = new ArrayList<>();
        for (ConfigurationResult configuration : result.configurations()) {
            configuration.points().forEach((seed, point) -> {
                if (point.state() != StoredPoint.State.REFUSED) {
                    points.add(Map.entry(new PlannedPoint(configuration.number(), seed, configuration.settings()), point));
                }
            });
        }
        try {
            points.parallelStream().forEach(entry -> writePoint(folder, entry.getKey(), entry.getValue(), curves));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        try (FolderOutput output = FolderOutput.of(folder)) {
            try (OutputStream file = output.createFile(StudyResultsCsv.FILE)) {
                file.write(StudyResultsCsv.of(result, provenance).text().getBytes(StandardCharsets.UTF_8));
            }
            ReportWriter.write(report(), output);
        }
    }

    private static void writePoint(Path folder, PlannedPoint place, StoredPoint point, Function<StoredPoint, LossCurve> curves) {
        try {
            new PointPage(place, point, curves.apply(point)).write(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The report's content. */
    public Report report() {
        StudyDefinition study = result.study();
        List<Section> sections = new ArrayList<>();
        recommendation().ifPresent(sections::add);
        sections.add(new FrontSection(result).section());
        sections.add(new LevelSection(result).section());
        sections.add(new ConfigurationSection(result).section());
        sections.add(new Section("study", "Study", "", List.of(
                new Listing("The study's file", study.text()), new Listing("The experiment before any axis, fully resolved", study.base().toYaml()))));
        return new Report(study.name(), study.description(), verdict(), keyFigures(), sections, provenance.facts(), summary());
    }

    private Verdict verdict() {
        return result.recommendation().map(r -> Verdict.good(sentence(r))).orElseGet(() -> result.configurations().isEmpty()
                ? Verdict.neutral("No configuration has been simulated yet.")
                : Verdict.bad("No configuration learns within the bounds: of " + result.configurations().size() + " configurations none keeps them."));
    }

    /** What to take, in one sentence. */
    public static String sentence(Recommendation recommendation) {
        ConfigurationResult c = recommendation.configuration();
        return String.format(Locale.ROOT, "Take configuration %d (%s): loss %.3g nats, %.1f %% of answers right, %.4g nJ per sequence learned, %,.0f bits of memory.",
                c.number(), Texts.settings(c), c.mean(Measure.LOSS), 100 * c.mean(Measure.ACCURACY), c.mean(Measure.ENERGY) * 1e-3, c.mean(Measure.MEMORY));
    }

    private Optional<Section> recommendation() {
        return result.recommendation().map(r -> new Section("recommendation", "Recommended design", "", List.of(Note.of(r.why()))));
    }

    private List<Fact> keyFigures() {
        List<Fact> figures = new ArrayList<>();
        figures.add(Fact.whole("Configurations", result.configurations().size(), "1", "Combinations of levels with at least one point."));
        figures.add(Fact.whole("On the front", result.front().size(), "1", "Configurations within the bounds that no other beats in all objectives: "
                + String.join(", ", result.study().objectives().stream().map(Measure::word).toList()) + "."));
        figures.add(Fact.whole("Seeds", result.study().seeds().size(), "1", "Every configuration is simulated with each of them."));
        long refused = result.count(StoredPoint.State.REFUSED);
        long stopped = result.count(StoredPoint.State.STOPPED);
        figures.add(Fact.whole("Refused", refused, "1", "Configurations of which no chip can be built; the table says why."));
        figures.add(Fact.whole("Given up", stopped, "1", "Configurations that the study's stop rule ended early."));
        result.recommendation().ifPresent(r -> figures.add(Fact.number("Loss of the recommended", r.configuration().mean(Measure.LOSS), "nats",
                Format.significant(3), "Mean over seeds.")));
        return figures;
    }

    private List<Fact> summary() {
        List<Fact> summary = new ArrayList<>();
        summary.add(Fact.text("study", result.study().name(), "Name of the study."));
        summary.add(new Fact("configurations", Value.of((long) result.configurations().size()), "1", Format.WHOLE, "Combinations of levels with a point."));
        for (StoredPoint.State state : StoredPoint.State.values()) {
            summary.add(new Fact("configurations." + ConfigurationSection.word(state), Value.of(result.count(state)), "1", Format.WHOLE, "How many ended so."));
        }
        summary.add(new Fact("front", Value.of((long) result.front().size()), "1", Format.WHOLE, "Configurations on the front over all objectives."));
        result.recommendation().ifPresent(r -> {
            summary.add(new Fact("recommended", Value.of((long) r.configuration().number()), "1", Format.WHOLE, "Number of the recommended configuration."));
            for (Measure measure : Measure.values()) {
                summary.add(new Fact("recommended." + measure.word(), Value.of(r.configuration().mean(measure)), measure.unit(), Format.significant(6),
                        "Mean over seeds of " + measure.key() + "."));
            }
        });
        return summary;
    }
}
