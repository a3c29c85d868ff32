package columna.experiments.study.report;

import columna.experiments.explain.SummaryKeys;
import columna.experiments.result.LossCurve;
import columna.experiments.study.store.PlannedPoint;
import columna.experiments.study.store.StoredPoint;
import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.LineChart;
import columna.reports.Listing;
import columna.reports.Note;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Series;
import columna.reports.Table;
import columna.reports.Value;
import columna.reports.Verdict;
import columna.reports.output.FolderOutput;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of one point: how it learned, all its numbers, and the file with which {@code columna run} simulates it in full. */
final class PointPage {

    private static final String FILE = "experiment.yaml";
    private static final int CURVE_POINTS = 200;

    private final PlannedPoint place;
    private final StoredPoint point;
    private final LossCurve curve;

    PointPage(PlannedPoint place, StoredPoint point, LossCurve curve) {
        this.place = place;
        this.point = point;
        this.curve = curve;
    }

    /** Where the page of a point is, relative to the study's. */
    static String path(String id) {
        return "points/" + id + "/index.html";
    }

    /** Writes the page under a study's folder. */
    void write(Path folder) throws IOException {
        try (FolderOutput output = FolderOutput.of(folder.resolve("points").resolve(point.id()))) {
            try (var file = output.createFile(FILE)) {
                file.write(point.experiment().getBytes(StandardCharsets.UTF_8));
            }
            ReportWriter.writePage(report(), output);
        }
    }

    private Report report() {
        double accuracy = point.metrics().get("chip.accuracy");
        double loss = point.metrics().get("chip.loss");
        String sentence = String.format(Locale.ROOT, "%s%.1f %% of answers right against %.1f %% of the float reference, loss %.3g against %.3g nats per answer.",
                point.state() == StoredPoint.State.STOPPED ? "Given up early: " : "", 100 * accuracy, 100 * point.metrics().get("reference.accuracy"),
                loss, point.metrics().get("reference.loss"));
        boolean learned = loss < 0.9 * Texts.chanceLoss(point.metrics());
        List<Block> numbers = new ArrayList<>(List.of(table()));
        bars("memory", "Memory by purpose", "memory.", "_bits", Axis.linear("Memory", "bit"), 1, List.of("learning", "inference", "total")).ifPresent(numbers::add);
        bars("energy", "Energy of the training by component", "energy.", "_pj", Axis.linear("Energy", "J"), 1e-12, List.of("total", "total_low", "total_high", "per_sequence", "per_sequence_inference")).ifPresent(numbers::add);
        return new Report(
                "Configuration " + place.configuration() + ", seed " + place.seed(),
                String.join(", ", place.settings().entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList()),
                learned ? Verdict.good(sentence) : Verdict.bad(sentence),
                List.of(),
                List.of(
                        new Section("learning", "Learning", "", List.of(loss())),
                        new Section("numbers", "Numbers", "", numbers),
                        new Section("experiment", "Experiment", "", List.of(
                                Note.of("The full report of this point, with cycles, energy and numerics by micro-operation and signal: columna run " + FILE
                                        + " with the file that lies beside this page."),
                                new Listing("The experiment, fully resolved", point.experiment())))),
                List.of(),
                List.of());
    }

    private LineChart loss() {
        List<LossCurve.Point> points = curve.points();
        double[] x = points.stream().mapToDouble(LossCurve.Point::sequences).toArray();
        int window = Math.max(1, points.size() / CURVE_POINTS);
        return new LineChart("loss", "Loss while learning", "Mean over windows of sequences; the band is the range of the window.",
                Axis.linear("Sequences", "1"), Axis.logarithmic("Cross-entropy", "nats"),
                List.of(
                        Series.averaged("chip", x, points.stream().mapToDouble(p -> p.chip().loss()).toArray(), window),
                        Series.averaged("float reference", x, points.stream().mapToDouble(p -> p.reference().loss()).toArray(), window)),
                List.of(new LineChart.Level("chance", Texts.chanceLoss(point.metrics()))));
    }

    private Table table() {
        List<List<Value>> rows = new ArrayList<>();
        point.metrics().forEach((key, value) -> SummaryKeys.of(key).ifPresent(described -> rows.add(List.of(
                Value.of(key), Value.of(value), Value.of(described.unit()), Value.of(described.meaning())))));
        return Table.of("metrics", "All numbers", "", List.of(
                Column.code("Key", "As in summary.json and in the study's file."),
                Column.number("Value", "1", Format.significant(6), "In the unit beside it."),
                Column.text("Unit", "Its unit."),
                Column.text("Meaning", "What it is.")), rows);
    }

    private java.util.Optional<BarChart> bars(String id, String title, String prefix, String ending, Axis axis, double scale, List<String> sums) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        point.metrics().forEach((key, value) -> {
            if (key.startsWith(prefix) && key.endsWith(ending) && value > 0) {
                String name = key.substring(prefix.length(), key.length() - ending.length());
                if (!sums.contains(name)) {
                    names.add(name.replace('_', ' '));
                    values.add(value * scale);
                }
            }
        });
        return names.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(new BarChart(id, title, "", "Part", axis, names,
                List.of(new BarChart.Bars(title, values)), BarChart.Arrangement.STACKED, BarChart.Orientation.HORIZONTAL));
    }
}
