package columna.experiments.study.report;

import columna.experiments.study.definition.Axis;
import columna.experiments.study.definition.Level;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.Influence;
import columna.experiments.study.result.StudyResult;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.HeatMap;
import columna.reports.LineChart;
import columna.reports.Section;
import columna.reports.Series;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** What each axis does: its share of the variance, loss over its levels, and pairs of axes as heat maps. */
final class LevelSection {

    private static final int MOST_CURVES = 8;
    private static final int MOST_MAPS = 3;
    private static final double DECADES = 30;

    private final StudyResult result;
    private final Measure measure;
    private final List<Influence> influences;

    LevelSection(StudyResult result) {
        this.result = result;
        this.measure = Texts.varied(result);
        this.influences = result.influences(measure);
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (!influences.isEmpty()) {
            blocks.add(ranking());
        }
        result.study().axes().stream().filter(axis -> axis.numeric() && result.byLevel(axis).size() > 1).map(this::curves).forEach(blocks::add);
        blocks.addAll(maps());
        return new Section("axes", "Axes", "Means over everything else that the study varies." + (measure == Measure.LOSS
                ? " Losses span decades, so shares of variance are those of the logarithm of the loss."
                : " All configurations have one loss, so this is about " + title() + "."), blocks);
    }

    private String title() {
        return measure.title().toLowerCase(Locale.ROOT);
    }

    private Table ranking() {
        List<List<Value>> rows = influences.stream().map(i -> List.of(Value.of(i.axis()), Value.of(i.share()),
                Value.of(i.best()), Value.of(Texts.value(measure, i.bestMean())), Value.of(i.worst()), Value.of(Texts.value(measure, i.worstMean())))).toList();
        return Table.of("influence", "Which axis matters to the " + title(), "The strongest first.", List.of(
                Column.code("Axis", "What was varied."),
                Column.number("Share of variance", "1", Format.percent(1), "Over all configurations, explained by the means of this axis's levels; of the logarithm, where it is of the loss.").withBar(),
                Column.code("Best level", "The level with the best mean."),
                Column.number("Best mean", Texts.unit(measure), Texts.format(measure), "Mean of the " + title() + " at that level."),
                Column.code("Worst level", "The level with the worst mean."),
                Column.number("Worst mean", Texts.unit(measure), Texts.format(measure), "Mean of the " + title() + " at that level.")), rows);
    }

    private LineChart curves(Axis axis) {
        Optional<Axis> by = result.study().axes().stream()
                .filter(other -> !other.equals(axis) && result.byLevel(other).size() > 1 && result.byLevel(other).size() <= MOST_CURVES)
                .sorted((a, b) -> Boolean.compare(a.numeric(), b.numeric()))
                .findFirst();
        List<Series> series = new ArrayList<>();
        if (by.isPresent()) {
            result.byLevel(by.get()).forEach((label, configurations) -> series.add(series(axis, by.get().name() + " = " + label, configurations)));
        } else {
            series.add(series(axis, "chip", result.finished()));
        }
        List<LineChart.Level> levels = new ArrayList<>();
        if (measure == Measure.LOSS) {
            result.finished().stream().findFirst().ifPresent(configuration -> levels.add(new LineChart.Level(
                    "chance", Texts.chanceLoss(configuration.points().firstEntry().getValue().metrics()))));
            result.referenceLoss().ifPresent(loss -> levels.add(new LineChart.Level("float reference", loss)));
        }
        return new LineChart(measure.word() + "-over-" + id(axis.name()), measure.title() + " over " + axis.name(),
                "Mean over seeds and over the other axes; the band is the range over seeds and configurations.",
                axisOf(axis), Texts.axis(measure, result.finished()), series, levels);
    }

    /** Levels whose ratios are alike stand on a logarithmic axis. */
    private static columna.reports.Axis axisOf(Axis axis) {
        double[] numbers = axis.levels().stream().mapToDouble(level -> level.number().orElseThrow()).sorted().toArray();
        boolean decades = numbers[0] > 0 && numbers[numbers.length - 1] >= DECADES * numbers[0];
        return decades ? columna.reports.Axis.logarithmic(axis.name(), "1") : columna.reports.Axis.linear(axis.name(), "1");
    }

    private Series series(Axis axis, String name, List<ConfigurationResult> configurations) {
        List<double[]> points = new ArrayList<>();
        for (Level level : axis.levels()) {
            double[] losses = configurations.stream()
                    .filter(c -> c.settings().get(axis.name()).equals(level.label()))
                    .flatMapToDouble(c -> Arrays.stream(c.values(measure.key())).map(value -> Texts.value(measure, value)))
                    .toArray();
            if (losses.length > 0) {
                points.add(new double[] {level.number().orElseThrow(), DoubleStream.of(losses).average().orElseThrow(),
                    DoubleStream.of(losses).min().orElseThrow(), DoubleStream.of(losses).max().orElseThrow()});
            }
        }
        return Series.of(name, column(points, 0), column(points, 1)).withBand(column(points, 2), column(points, 3));
    }

    private static double[] column(List<double[]> points, int index) {
        return points.stream().mapToDouble(point -> point[index]).toArray();
    }

    /** Pairs of the axes that matter most. */
    private List<HeatMap> maps() {
        List<Axis> strongest = influences.stream().map(Influence::axis)
                .map(name -> result.study().axes().stream().filter(axis -> axis.name().equals(name)).findFirst().orElseThrow()).toList();
        List<HeatMap> maps = new ArrayList<>();
        for (int second = 1; second < strongest.size(); second++) {
            for (int first = 0; first < second && maps.size() < MOST_MAPS; first++) {
                maps.add(map(strongest.get(first), strongest.get(second)));
            }
        }
        return maps;
    }

    private HeatMap map(Axis column, Axis row) {
        List<List<HeatMap.Cell>> cells = new ArrayList<>();
        for (Level rowLevel : row.levels()) {
            List<HeatMap.Cell> line = new ArrayList<>();
            for (Level columnLevel : column.levels()) {
                List<ConfigurationResult> here = result.finished().stream()
                        .filter(c -> c.settings().get(row.name()).equals(rowLevel.label()) && c.settings().get(column.name()).equals(columnLevel.label()))
                        .toList();
                line.add(cell(here));
            }
            cells.add(line);
        }
        return new HeatMap("map-" + id(column.name()) + "-" + id(row.name()), measure.title() + " over " + column.name() + " and " + row.name(), "Mean over the other axes.",
                words(column), words(row), Texts.axis(measure, result.finished()), cells);
    }

    private HeatMap.Cell cell(List<ConfigurationResult> here) {
        if (here.isEmpty()) {
            return HeatMap.Cell.MISSING;
        }
        double mean = here.stream().mapToDouble(c -> Texts.mean(c, measure)).average().orElseThrow();
        return here.size() == 1
                ? new HeatMap.Cell(mean, Texts.label(here.getFirst()), Texts.link(here.getFirst()))
                : new HeatMap.Cell(mean, here.size() + " configurations", "");
    }

    private static HeatMap.Words words(Axis axis) {
        return new HeatMap.Words(axis.name(), axis.levels().stream().map(Level::label).toList());
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
