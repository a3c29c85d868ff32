package columna.experiments.comparison;

import columna.experiments.explain.SummaryKeys;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.report.StudyReport;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.Front;
import columna.experiments.study.result.StudyResult;
import columna.experiments.yaml.BadInput;
import columna.reports.Axis;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Report;
import columna.reports.ScatterChart;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import columna.reports.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The report of a comparison: each number of the runs beside each other, or the fronts of the studies in one chart. */
public final class Comparison {

    private Comparison() {}

    /**
     * Compares.
     *
     * @param subjects at least two, all runs or all studies
     */
    public static Report of(List<Subject> subjects) {
        List<Subject.Run> runs = subjects.stream().filter(Subject.Run.class::isInstance).map(Subject.Run.class::cast).toList();
        List<Subject.Finished> studies = subjects.stream().filter(Subject.Finished.class::isInstance).map(Subject.Finished.class::cast).toList();
        if (runs.size() == subjects.size()) {
            return ofRuns(runs);
        }
        if (studies.size() == subjects.size()) {
            return ofStudies(studies);
        }
        throw new BadInput("found " + runs.size() + " runs and " + studies.size() + " studies; allowed: folders of one kind");
    }

    private static Report ofRuns(List<Subject.Run> runs) {
        Subject.Run first = runs.getFirst();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.code("Key", "Key of summary.json."));
        columns.add(Column.text("Unit", "Its unit."));
        for (Subject.Run run : runs) {
            columns.add(Column.number(run.name(), "1", Format.significant(6), "Value of this run, in the unit of the row."));
        }
        for (Subject.Run run : runs.subList(1, runs.size())) {
            columns.add(Column.number(run.name() + " over " + first.name(), "1", Format.significant(4), "Ratio of the two values."));
        }
        columns.add(Column.text("Meaning", "What the number is."));
        Set<String> keys = new TreeSet<>();
        runs.forEach(run -> run.values().forEach((key, value) -> {
            if (value instanceof Double) {
                keys.add(key);
            }
        }));
        List<List<Value>> rows = new ArrayList<>();
        for (SummaryKeys.SummaryKey described : SummaryKeys.all()) {
            keys.stream().filter(key -> SummaryKeys.of(key).filter(described::equals).isPresent()).forEach(key -> rows.add(row(key, described, runs)));
        }
        List<List<Value>> verdicts = runs.stream().map(run -> List.of(Value.of(run.name()), Value.of(String.valueOf(run.values().getOrDefault("verdict", ""))))).toList();
        return new Report("Comparison of " + runs.size() + " runs", "", Verdict.neutral("Ratios are to " + first.name() + "."), List.of(),
                List.of(
                        new Section("verdicts", "Verdicts", "", List.of(Table.of("verdicts-table", "What each run found", "",
                                List.of(Column.code("Run", "Its folder."), Column.text("Verdict", "In one sentence.")), verdicts))),
                        new Section("numbers", "Numbers", "", List.of(Table.of("numbers-table", "Every number", "", columns, rows).withFilter()))),
                List.of(), List.of());
    }

    private static List<Value> row(String key, SummaryKeys.SummaryKey described, List<Subject.Run> runs) {
        List<Value> row = new ArrayList<>(List.of(Value.of(key), Value.of(described.unit())));
        double first = number(runs.getFirst(), key);
        runs.forEach(run -> row.add(Value.of(number(run, key))));
        runs.subList(1, runs.size()).forEach(run -> row.add(Value.of(first == 0 ? Double.NaN : number(run, key) / first)));
        row.add(Value.of(described.meaning()));
        return row;
    }

    private static double number(Subject.Run run, String key) {
        return run.values().get(key) instanceof Double value ? value : Double.NaN;
    }

    private static Report ofStudies(List<Subject.Finished> studies) {
        List<Block> charts = new ArrayList<>();
        for (Measure cost : List.of(Measure.ENERGY, Measure.MEMORY, Measure.AREA, Measure.LATENCY)) {
            List<ScatterChart.Group> groups = new ArrayList<>();
            studies.forEach(study -> groups.add(new ScatterChart.Group(study.name(), front(study.result(), cost))));
            charts.add(ScatterChart.of("fronts-" + cost.word(), "Loss against " + cost.title().toLowerCase(Locale.ROOT), "The front of each study.",
                    Axis.linear(cost.title(), cost.unit()), Axis.logarithmic("Loss on test sequences", "nats"), groups));
        }
        List<List<Value>> rows = studies.stream().map(study -> List.of(Value.of(study.name()), Value.of((long) study.result().configurations().size()),
                Value.of((long) study.result().front().size()), Value.of(covered(study.result(), studies)),
                Value.of(study.result().recommendation().map(StudyReport::sentence).orElse("none learns within the bounds")))).toList();
        Table table = Table.of("studies-table", "What each study found", "", List.of(
                Column.code("Study", "Its folder."),
                Column.number("Configurations", "1", Format.WHOLE, "Combinations of levels with a point."),
                Column.number("On the front", "1", Format.WHOLE, "Of its own objectives and bounds."),
                Column.number("Beaten by others", "1", Format.percent(0), "Share of its front that a configuration of another study beats in all of its objectives."),
                Column.text("Recommended", "The design to take.")), rows);
        return new Report("Comparison of " + studies.size() + " studies", "", Verdict.neutral("Fronts and recommended designs of "
                + String.join(", ", studies.stream().map(Subject.Finished::name).toList()) + "."), List.of(),
                List.of(new Section("studies", "Studies", "", List.of(table)), new Section("fronts", "Fronts", "", charts)), List.of(), List.of());
    }

    private static List<ScatterChart.Point> front(StudyResult result, Measure cost) {
        List<ConfigurationResult> keeps = result.configurations().stream().filter(c -> c.keeps(result.study().bounds())).toList();
        return Front.of(keeps, List.of(Measure.LOSS, cost)).stream()
                .map(c -> new ScatterChart.Point("#" + c.number() + "\n" + String.join("\n", c.settings().entrySet().stream().map(Object::toString).toList()),
                        c.mean(cost), c.mean(Measure.LOSS)))
                .toList();
    }

    /** Share of the front that a configuration of another study dominates. */
    private static double covered(StudyResult result, List<Subject.Finished> all) {
        List<ConfigurationResult> front = result.front();
        long beaten = front.stream().filter(mine -> all.stream().map(Subject.Finished::result).filter(other -> other != result)
                .flatMap(other -> other.finished().stream()).anyMatch(theirs -> Front.dominates(theirs, mine, result.study().objectives()))).count();
        return front.isEmpty() ? Double.NaN : (double) beaten / front.size();
    }
}
