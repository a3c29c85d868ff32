package columna.reports.page;

import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.Chart;
import columna.reports.Column;
import columna.reports.HeatMap;
import columna.reports.HistogramChart;
import columna.reports.LineChart;
import columna.reports.ParallelCoordinates;
import columna.reports.RangeChart;
import columna.reports.ScatterChart;
import columna.reports.Series;
import columna.reports.Table;
import columna.reports.Value;
import java.util.List;

/**
 * Comma-separated values after RFC 4180, lines ended by a line feed: one heading row with units in brackets, then the data.
 * Numbers are written so that reading them back gives the same bits; NaN is an empty field.
 */
final class Csv {
    private final StringBuilder out = new StringBuilder();
    private boolean lineBegun;

    private Csv() {
    }

    static String of(Table table) {
        Csv csv = new Csv();
        for (Column column : table.columns()) {
            csv.field(heading(column.name(), column.unit()));
        }
        csv.end();
        for (List<Value> row : table.rows()) {
            row.forEach(csv::field);
            csv.end();
        }
        return csv.out.toString();
    }

    static String of(Chart chart) {
        Csv csv = new Csv();
        switch (chart) {
            case LineChart line -> csv.lines(line);
            case BarChart bar -> csv.bars(bar);
            case ScatterChart scatter -> csv.points(scatter);
            case RangeChart range -> csv.ranges(range);
            case HeatMap heat -> csv.cells(heat);
            case ParallelCoordinates parallel -> csv.items(parallel);
            case HistogramChart histograms -> csv.histograms(histograms);
        }
        return csv.out.toString();
    }

    private void lines(LineChart chart) {
        boolean bands = chart.series().stream().anyMatch(Series::hasBand);
        field("series").field(heading(chart.x())).field(heading(chart.y()));
        if (bands) {
            field("low").field("high");
        }
        end();
        for (Series series : chart.series()) {
            for (int i = 0; i < series.size(); i++) {
                field(series.name()).field(series.x(i)).field(series.y(i));
                if (bands) {
                    field(series.hasBand() ? series.low(i) : Double.NaN).field(series.hasBand() ? series.high(i) : Double.NaN);
                }
                end();
            }
        }
    }

    private void bars(BarChart chart) {
        field(chart.categoryLabel());
        chart.series().forEach(bars -> field(heading(bars.name(), chart.value().unit())));
        end();
        for (int i = 0; i < chart.categories().size(); i++) {
            field(chart.categories().get(i));
            for (BarChart.Bars bars : chart.series()) {
                field(bars.values().get(i));
            }
            end();
        }
    }

    private void points(ScatterChart chart) {
        field("group").field("label").field(heading(chart.x())).field(heading(chart.y())).field("link").end();
        for (ScatterChart.Group group : chart.groups()) {
            group.points().forEach(p -> point(group.name(), p));
        }
        for (ScatterChart.Group reference : chart.references()) {
            reference.points().forEach(p -> point(reference.name(), p));
        }
        chart.line().points().forEach(p -> point(chart.line().name(), p));
    }

    private void point(String group, ScatterChart.Point p) {
        field(group).field(p.label()).field(p.x()).field(p.y()).field(p.link()).end();
    }

    private void cells(HeatMap chart) {
        field(chart.row().label()).field(chart.column().label()).field(heading(chart.value())).field("label").field("link").end();
        for (int r = 0; r < chart.row().names().size(); r++) {
            for (int c = 0; c < chart.column().names().size(); c++) {
                HeatMap.Cell cell = chart.cells().get(r).get(c);
                field(chart.row().names().get(r)).field(chart.column().names().get(c)).field(cell.value()).field(cell.label()).field(cell.link()).end();
            }
        }
    }

    private void items(ParallelCoordinates chart) {
        field("label");
        for (ParallelCoordinates.Dimension dimension : chart.dimensions()) {
            switch (dimension) {
                case ParallelCoordinates.Numeric numeric -> field(heading(numeric.axis()));
                case ParallelCoordinates.Categories categories -> field(categories.label());
            }
        }
        field(chart.emphasis()).field("link").end();
        for (ParallelCoordinates.Item item : chart.items()) {
            field(item.label());
            item.values().forEach(this::field);
            field(Boolean.toString(item.emphasised())).field(item.link()).end();
        }
    }

    private void ranges(RangeChart chart) {
        field("signal").field("format");
        for (String name : List.of("smallest", "largest", "rms", "resolution", "limit")) {
            field(heading(name, chart.unit()));
        }
        field("first octave").field("octave shares").end();
        for (RangeChart.Row row : chart.rows()) {
            field(row.name()).field(row.format()).field(row.smallest()).field(row.largest()).field(row.rms());
            field(row.resolution()).field(row.limit());
            boolean none = row.octaves().shares().isEmpty();
            field(none ? "" : Integer.toString(row.octaves().first()));
            field(String.join(" ", row.octaves().shares().stream().map(String::valueOf).toList())).end();
        }
    }

    /** A line for each octave. */
    private void histograms(HistogramChart chart) {
        field("signal").field("format").field("other format").field(heading("from", chart.unit())).field(heading("to", chart.unit()));
        field("share").end();
        for (HistogramChart.Row row : chart.rows()) {
            for (int k = 0; k < row.octaves().shares().size(); k++) {
                int octave = row.octaves().first() + k;
                field(row.name()).field(row.format().name()).field(row.other().name());
                field(Math.scalb(1.0, octave)).field(Math.scalb(1.0, octave + 1)).field(row.octaves().shares().get(k)).end();
            }
        }
    }

    private static String heading(Axis axis) {
        return heading(axis.label(), axis.unit());
    }

    private static String heading(String name, String unit) {
        return unit.isEmpty() || unit.equals("1") ? name : name + " [" + unit + "]";
    }

    private Csv field(Value value) {
        return switch (value) {
            case Value.Text text -> field(text.text());
            case Value.Real real -> field(real.value());
            case Value.Linked linked -> field(linked.value());
            case Value.Whole whole -> field(Long.toString(whole.value()));
        };
    }

    private Csv field(double value) {
        return field(Double.isNaN(value) ? "" : Double.toString(value));
    }

    private Csv field(String text) {
        if (lineBegun) {
            out.append(',');
        }
        lineBegun = true;
        boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        out.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
        return this;
    }

    private void end() {
        out.append('\n');
        lineBegun = false;
    }
}
