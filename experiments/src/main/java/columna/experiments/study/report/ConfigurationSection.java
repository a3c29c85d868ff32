package columna.experiments.study.report;

import columna.experiments.study.definition.Axis;
import columna.experiments.study.definition.Level;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.StoredPoint;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.ParallelCoordinates;
import columna.reports.ParallelCoordinates.Dimension;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every configuration: as lines across all axes, and as a table. */
final class ConfigurationSection {

    private static final List<Measure> SHOWN = List.of(Measure.LOSS, Measure.ACCURACY, Measure.ENERGY, Measure.MEMORY, Measure.AREA, Measure.LATENCY);

    private final StudyResult result;
    private final List<ConfigurationResult> front;

    ConfigurationSection(StudyResult result) {
        this.result = result;
        this.front = result.front();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (result.finished().size() > 1) {
            blocks.add(lines());
        }
        blocks.add(table());
        return new Section("configurations", "Configurations", "", blocks);
    }

    private ParallelCoordinates lines() {
        List<Dimension> dimensions = new ArrayList<>();
        for (Axis axis : result.study().axes()) {
            dimensions.add(axis.numeric()
                    ? new ParallelCoordinates.Numeric(columna.reports.Axis.linear(axis.name(), "1"))
                    : new ParallelCoordinates.Categories(axis.name(), axis.levels().stream().map(Level::label).toList()));
        }
        result.study().objectives().forEach(measure -> dimensions.add(new ParallelCoordinates.Numeric(Texts.axis(measure, result.finished()))));
        List<ParallelCoordinates.Item> items = result.finished().stream().map(this::item).toList();
        return new ParallelCoordinates("all-axes", "All axes and objectives", "One line is one configuration; those on the front over all objectives stand out.",
                "on the front", dimensions, items);
    }

    private ParallelCoordinates.Item item(ConfigurationResult configuration) {
        List<Value> values = new ArrayList<>();
        for (Axis axis : result.study().axes()) {
            String label = configuration.settings().get(axis.name());
            values.add(axis.numeric() ? Value.of(Double.parseDouble(label)) : Value.of(label));
        }
        result.study().objectives().forEach(measure -> values.add(Value.of(Texts.mean(configuration, measure))));
        return new ParallelCoordinates.Item(Texts.label(configuration), Texts.link(configuration), front.contains(configuration), values);
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Configuration", "Its number; leads to its page."));
        result.study().axes().forEach(axis -> columns.add(axis.numeric()
                ? Column.number(axis.name(), "1", Format.SHORTEST, "Level of this axis.")
                : Column.code(axis.name(), "Level of this axis.")));
        for (Measure measure : SHOWN) {
            columns.add(Column.number(measure.title(), Texts.unit(measure), Texts.format(measure), "Mean over seeds of " + measure.key() + "."));
        }
        columns.add(Column.number("Deviation of loss", "nats", Format.significant(2), "Standard deviation over seeds; missing with one seed."));
        columns.add(Column.number("Seeds", "1", Format.WHOLE, "Seeds simulated."));
        columns.add(Column.text("State", "On the front, out of bounds, given up, or refused and why."));
        return Table.of("configurations-table", "Every configuration", "", columns, result.configurations().stream().map(this::row).toList()).withFilter();
    }

    private List<Value> row(ConfigurationResult configuration) {
        List<Value> row = new ArrayList<>();
        String link = Texts.link(configuration);
        Value number = Value.of("#" + configuration.number());
        row.add(link.isEmpty() ? number : number.linkedTo(link));
        result.study().axes().forEach(axis -> {
            String label = configuration.settings().get(axis.name());
            row.add(axis.numeric() ? Value.of(Double.parseDouble(label)) : Value.of(label));
        });
        SHOWN.forEach(measure -> row.add(Value.of(Texts.mean(configuration, measure))));
        row.add(Value.of(configuration.deviation(Measure.LOSS)));
        row.add(Value.of((long) configuration.points().size()));
        row.add(Value.of(state(configuration)));
        return row;
    }

    private String state(ConfigurationResult configuration) {
        return switch (configuration.state()) {
            case FINISHED -> front.contains(configuration) ? "front" : configuration.keeps(result.study().bounds()) ? "" : "out of bounds";
            case STOPPED -> "given up early";
            case REFUSED -> "refused: " + configuration.reason();
        };
    }

    /** For the count of states in the summary. */
    static String word(StoredPoint.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
