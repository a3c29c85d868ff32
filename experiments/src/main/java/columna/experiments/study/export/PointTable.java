package columna.experiments.study.export;

import columna.experiments.study.definition.Axis;
import columna.experiments.study.definition.Level;
import columna.experiments.study.export.Column.Type;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.StoredPoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One row for each point: configuration, seed, the level of each axis, how the point ended, its name, and every metric.
 *
 * @param columns headings and types
 * @param rows cells as text, empty without a value
 */
record PointTable(List<Column> columns, List<List<String>> rows) {

    private static final Column CONFIGURATION = new Column("configuration", Type.WHOLE);
    private static final Column SEED = new Column("seed", Type.WHOLE);
    private static final List<Column> END = List.of(new Column("state", Type.TEXT), new Column("reason", Type.TEXT), new Column("point", Type.TEXT));
    private static final String WHOLE = "[-+]?[0-9]{1,18}";
    private static final String NUMBER = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";

    static PointTable of(StudyResult result) {
        Set<String> metrics = new TreeSet<>();
        result.configurations().forEach(configuration -> configuration.points().values().forEach(point -> metrics.addAll(point.metrics().keySet())));
        // A run's summary names its seed, which has a column of its own.
        metrics.remove(SEED.name());
        Set<String> taken = new LinkedHashSet<>(metrics);
        taken.addAll(List.of(CONFIGURATION.name(), SEED.name()));
        END.forEach(column -> taken.add(column.name()));

        List<Column> axes = result.study().axes().stream()
                .map(axis -> new Column(taken.contains(axis.name()) ? "axis." + axis.name() : axis.name(), type(axis))).toList();
        List<Column> columns = new ArrayList<>(List.of(CONFIGURATION, SEED));
        columns.addAll(axes);
        columns.addAll(END);
        metrics.forEach(metric -> columns.add(new Column(metric, Type.NUMBER)));

        List<List<String>> rows = new ArrayList<>();
        for (ConfigurationResult configuration : result.configurations()) {
            configuration.points().forEach((seed, point) -> rows.add(row(configuration, seed, point, axes, metrics)));
        }
        return new PointTable(columns, rows);
    }

    private static List<String> row(ConfigurationResult configuration, long seed, StoredPoint point, List<Column> axes, Set<String> metrics) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(configuration.number()), Long.toString(seed)));
        List<String> labels = List.copyOf(configuration.settings().values());
        for (int i = 0; i < axes.size(); i++) {
            row.add(cell(axes.get(i).type(), labels.get(i)));
        }
        row.addAll(List.of(point.state().name().toLowerCase(Locale.ROOT), point.reason(), point.id()));
        Map<String, Double> values = point.metrics();
        metrics.forEach(metric -> row.add(number(values.getOrDefault(metric, Double.NaN))));
        return row;
    }

    /** By how labels are written, not by what Java would read as a number. */
    private static Type type(Axis axis) {
        List<String> labels = axis.levels().stream().map(Level::label).toList();
        if (labels.stream().allMatch(label -> label.matches(WHOLE))) {
            return Type.WHOLE;
        }
        return labels.stream().allMatch(label -> label.matches(NUMBER)) ? Type.NUMBER : Type.TEXT;
    }

    private static String cell(Type type, String label) {
        if (label.isEmpty()) {
            return label;
        }
        return switch (type) {
            case WHOLE -> Long.toString(Long.parseLong(label));
            case NUMBER -> number(Double.parseDouble(label));
            case TEXT -> label;
        };
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
