package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Verdict;
import columna.reports.Block;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.Note;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Value;
import columna.reports.output.FolderOutput;
import columna.reports.output.ReportOutput;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The report of a reproduction: how much of the paper holds here, number by number. */
public final class ReproductionReport {

    private final ReproductionResult result;

    ReproductionReport(ReproductionResult result) {
        this.result = result;
    }

    /** Writes the page with its charts and data, {@code results.csv} and {@code points.csv}; old ones are replaced together. */
    public static void write(ReproductionResult result, Path folder) throws IOException {
        try (FolderOutput output = FolderOutput.of(folder)) {
            write(output, "results.csv", ResultsCsv.of(result).text());
            write(output, "points.csv", PointsCsv.of(result));
            ReportWriter.write(new ReproductionReport(result).report(), output);
        }
    }

    private static void write(ReportOutput output, String path, String text) throws IOException {
        try (OutputStream stream = output.createFile(path)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    Report report() {
        List<Section> sections = new ArrayList<>();
        sections.add(new ComparisonSection(result.findings()).section());
        if (!result.findings().plots().isEmpty()) {
            sections.add(new PlotSection(result.findings().plots()).section());
        }
        sections.add(assumptions());
        sections.add(new PointSection(result).section());
        return new Report(
                result.reproduction().name(),
                result.reproduction().title() + ". " + result.reproduction().source() + ".",
                verdict(),
                keyFigures(),
                sections,
                provenance(),
                summary());
    }

    private columna.reports.Verdict verdict() {
        Tally tally = result.tally();
        if (tally.count(Verdict.MISSED) > 0) {
            return columna.reports.Verdict.bad(result.sentence());
        }
        return result.complete() && tally.count(Verdict.MET) > 0
                ? columna.reports.Verdict.good(result.sentence())
                : columna.reports.Verdict.neutral(result.sentence());
    }

    private List<Fact> keyFigures() {
        Tally tally = result.tally();
        return List.of(
                Fact.whole("Met", tally.count(Verdict.MET), "1", "Numbers and claims of the paper that are reproduced as their criterion asks."),
                Fact.whole("Missed", tally.count(Verdict.MISSED), "1", "Numbers and claims that were measured and are not as their criterion asks."),
                Fact.whole("Not measured", tally.count(Verdict.MISSING), "1", "Numbers and claims that this run did not measure."),
                Fact.whole("Without criterion", tally.count(Verdict.REPORTED), "1", "Numbers that were measured and are for the reader to judge."),
                Fact.text("Points", result.finished() + " of " + result.points().size(), "Measurements, each of one configuration under one seed."));
    }

    private Section assumptions() {
        List<Block> blocks = new ArrayList<>();
        result.reproduction().assumptions().forEach(assumption -> blocks.add(Note.of(assumption)));
        String shortened = result.scope().full()
                ? "This run has the paper's size."
                : "This run has the default size. " + result.reproduction().shortened();
        blocks.add(Note.of(shortened));
        return new Section(
                "assumptions", "Assumptions", "What the paper does not say and was assumed here, where this knowingly differs, and the size.", blocks);
    }

    private List<Fact> provenance() {
        return List.of(
                Fact.text("Command", result.command(), "What to type to measure this again."),
                Fact.text("Columna", result.version() + ", commit " + result.commit(), "Version of the program and of its sources."),
                Fact.text("Java", Runtime.version() + ", " + System.getProperty("java.vendor"), "The machine that it ran on."),
                Fact.text("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"), "Operating system."),
                Fact.text("Size", result.size(), "The paper's size (full), or the shortened default."),
                Fact.text("Seeds", result.seeds(), "Where all randomness begins."),
                Fact.text("Date", result.date().toString(), "When this report was made."));
    }

    private List<Fact> summary() {
        Tally tally = result.tally();
        return Stream.concat(
                        Stream.of(
                                text("reproduction", result.reproduction().name(), "Its name."),
                                text("verdict", result.sentence(), "The result in one sentence."),
                                text("complete", Boolean.toString(result.complete()), "Whether every point was measured."),
                                text("size", result.size(), "The paper's size (full), or the shortened default.")),
                        Stream.of(Verdict.values()).map(verdict -> new Fact(
                                "verdicts." + verdict.word().replace(' ', '_'),
                                Value.of(tally.count(verdict)),
                                "1",
                                Format.WHOLE,
                                "Comparisons and claims with this verdict.")))
                .toList();
    }

    private static Fact text(String key, String value, String meaning) {
        return Fact.text(key, value, meaning);
    }
}
