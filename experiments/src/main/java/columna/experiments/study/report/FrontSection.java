package columna.experiments.study.report;

import columna.experiments.study.definition.Axis;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.Front;
import columna.experiments.study.result.StudyResult;
import columna.reports.Block;
import columna.reports.ScatterChart;
import columna.reports.ScatterChart.Group;
import columna.reports.ScatterChart.Line;
import columna.reports.ScatterChart.Point;
import columna.reports.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loss against each cost, with the front of the configurations that keep the study's bounds. */
final class FrontSection {

    private static final List<Measure> COSTS = List.of(Measure.ENERGY, Measure.MEMORY, Measure.AREA, Measure.LATENCY);

    private final StudyResult result;

    FrontSection(StudyResult result) {
        this.result = result;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        for (Measure cost : COSTS) {
            if (Texts.varied(result) == Measure.LOSS && result.finished().stream().mapToDouble(c -> c.mean(cost)).distinct().count() > 1) {
                blocks.add(chart(cost));
            }
        }
        List<Measure> costs = result.study().objectives().stream().filter(measure -> !measure.quality()).toList();
        if (Texts.varied(result) != Measure.LOSS && costs.size() > 1) {
            blocks.add(costAgainstCost(costs.get(0), costs.get(1)));
        }
        return new Section("fronts", "Fronts", "Each mark is a configuration, in the mean over its seeds. No other configuration is better than one on"
                + " the line in both. A click opens the page of a configuration.", blocks);
    }

    /** Where all configurations have one loss. */
    private ScatterChart costAgainstCost(Measure one, Measure other) {
        Map<ConfigurationResult, Point> points = new HashMap<>();
        List<ConfigurationResult> keeps = result.configurations().stream().filter(c -> c.keeps(result.study().bounds())).toList();
        keeps.forEach(c -> points.put(c, new Point(Texts.label(c), Texts.mean(c, one), Texts.mean(c, other), Texts.link(c))));
        List<Point> front = Front.of(keeps, List.of(other, one)).stream().map(points::get).toList();
        ScatterChart chart = ScatterChart.of("costs", other.title() + " against " + one.title().toLowerCase(java.util.Locale.ROOT), "All configurations have one loss.",
                Texts.axis(one), Texts.axis(other), List.of(new Group("configurations", keeps.stream().map(points::get).toList())));
        return front.size() < 2 ? chart : chart.withLine(new Line("front", Line.Course.STAIRCASE, front));
    }

    private ScatterChart chart(Measure cost) {
        List<ConfigurationResult> keeps = result.configurations().stream().filter(c -> c.keeps(result.study().bounds())).toList();
        List<ConfigurationResult> others = result.finished().stream().filter(c -> !keeps.contains(c)).toList();
        Map<ConfigurationResult, Point> points = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        if (!keeps.isEmpty()) {
            groups.add(new Group(result.study().bounds().isEmpty() ? "configurations" : "within bounds", points(keeps, cost, points)));
        }
        if (!others.isEmpty()) {
            groups.add(new Group("out of bounds", points(others, cost, points)));
        }
        List<Point> front = Front.of(keeps, List.of(Measure.LOSS, cost)).stream().map(points::get).toList();
        List<ConfigurationResult> uniform = result.finished().stream().filter(this::uniform).toList();
        ScatterChart chart = ScatterChart.of("front-" + cost.word(), "Loss against " + cost.title().toLowerCase(java.util.Locale.ROOT), "",
                Texts.axis(cost), Texts.axis(Measure.LOSS, result.finished()), groups);
        if (result.study().axes().size() > 1 && uniform.size() > 1 && uniform.size() < result.finished().size()) {
            chart = chart.withReferences(List.of(new Group("all axes together", points(uniform, cost, new HashMap<>()))));
        }
        return front.size() < 2 ? chart : chart.withLine(new Line("front", Line.Course.STAIRCASE, front));
    }

    private static List<Point> points(List<ConfigurationResult> configurations, Measure cost, Map<ConfigurationResult, Point> points) {
        return configurations.stream()
                .filter(c -> Double.isFinite(c.mean(Measure.LOSS)) && Double.isFinite(c.mean(cost)))
                .map(c -> points.computeIfAbsent(c, one ->
                        new Point(Texts.label(one), Texts.mean(one, cost), Texts.mean(one, Measure.LOSS), Texts.link(one))))
                .toList();
    }

    /** Whether all axes have one label, such as the same number of bits for every signal. */
    private boolean uniform(ConfigurationResult configuration) {
        return result.study().axes().stream().allMatch(Axis::numeric) && configuration.settings().values().stream().distinct().count() == 1;
    }
}
