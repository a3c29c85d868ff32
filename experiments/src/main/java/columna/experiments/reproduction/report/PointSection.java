package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Sample;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Note;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Every number of every configuration, so that nothing measured is left unsaid. */
final class PointSection {

    private static final int DIGITS = 4;

    private final ReproductionResult result;

    PointSection(ReproductionResult result) {
        this.result = result;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Table.of(
                "measurements",
                "Numbers by configuration",
                "",
                List.of(
                        Column.text("Configuration", "What was measured."),
                        Column.code("Number", "Its name in points.csv."),
                        Column.number("Mean", "1", Format.significant(DIGITS), "Mean over seeds."),
                        Column.number("Deviation", "1", Format.significant(2), "Standard deviation over seeds, with n \u2212 1."),
                        Column.number("Seeds", "1", Format.WHOLE, "How many seeds were measured.")),
                rows()));
        List<String> missing = result.points().stream().map(Point::configuration).distinct()
                .filter(configuration -> result.measurements().of(configuration).isEmpty()).toList();
        if (!missing.isEmpty()) {
            blocks.add(Note.of("Not measured in this run: " + String.join("; ", missing) + "."));
        }
        return new Section(
                "measurements", "All measurements", "The single values by seed are in points.csv beside this page, results.csv holds the tables above.", blocks);
    }

    private List<List<Value>> rows() {
        List<List<Value>> rows = new ArrayList<>();
        for (String configuration : result.points().stream().map(Point::configuration).distinct().toList()) {
            TreeSet<String> names = new TreeSet<>();
            result.measurements().of(configuration).stream().map(Measurement::numbers).forEach(numbers -> names.addAll(numbers.keySet()));
            for (String name : names) {
                Sample sample = result.measurements().sample(configuration, name);
                rows.add(List.of(
                        Value.of(configuration),
                        Value.of(name),
                        Double.isNaN(sample.mean()) ? Value.of("not a number") : Value.of(sample.mean()),
                        Value.of(sample.deviation()),
                        Value.of((long) sample.size())));
            }
        }
        return rows;
    }
}
