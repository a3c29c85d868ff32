package columna.experiments.report;

import columna.experiments.numerics.PrecisionStudy;
import columna.experiments.result.RunResult;
import columna.reports.Axis;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.LineChart;
import columna.reports.Section;
import columna.reports.Series;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What one fraction bit more or less would do. */
final class PrecisionSection {

    private static final List<String> CHARTED = List.of(
            "lru.h", "lru.trace.lambda", "lru.trace.B", "rnn.h", "rnn.trace.A", "rnn.trace.B", "gradient of B", "gradient of C",
            "gradient of glu.W1", "decoder.logits");

    private final RunResult run;

    PrecisionSection(RunResult run) {
        this.run = run;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (run.precision().size() > 1) {
            blocks.add(chart());
            blocks.add(table());
        }
        return new Section(
                "precision",
                "Precision",
                "The first sequences at the initial parameters, on chips whose every format has some fraction bits more or fewer;"
                        + " tables grow alike. A signal rises by 6.02 dB per bit until something else limits it: a range that"
                        + " saturates costs the same at every width.",
                blocks);
    }

    private LineChart chart() {
        List<PrecisionStudy.Point> points = run.precision();
        double[] bits = points.stream().mapToDouble(PrecisionStudy.Point::addedBits).toArray();
        List<Series> series = new ArrayList<>();
        for (String signal : CHARTED) {
            if (points.getFirst().noise().containsKey(signal)) {
                series.add(Series.of(
                        signal,
                        bits,
                        points.stream().mapToDouble(p -> p.noise().get(signal).decibels()).toArray()));
            }
        }
        double start = points.getFirst().noise().get(series.getFirst().name()).decibels();
        double[] law = new double[bits.length];
        for (int i = 0; i < law.length; i++) {
            law[i] = start + PrecisionStudy.DECIBELS_PER_BIT * (bits[i] - bits[0]);
        }
        series.add(Series.of("6.02 dB per bit", bits, law));
        return LineChart.of(
                "precision",
                "Signal-to-noise ratio over fraction bits",
                "0 is the experiment's own formats.",
                Axis.linear("Added fraction bits", "bit"),
                Axis.linear("Signal-to-noise ratio", "dB"),
                series);
    }

    private Table table() {
        List<PrecisionStudy.Point> points = run.precision();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.code("Signal", "Name of the memory, or the gradient of a parameter of the reference."));
        for (PrecisionStudy.Point point : points) {
            columns.add(Column.number(
                    (point.addedBits() > 0 ? "+" : "") + point.addedBits(),
                    "dB",
                    Format.decimals(1),
                    "Signal-to-noise ratio with so many fraction bits added."));
        }
        columns.add(Column.number("Slope", "dB/bit", Format.decimals(2), "Of the straight line through them; 6.02 where nothing else limits."));
        List<List<Value>> rows = new ArrayList<>();
        for (String signal : new TreeSet<>(points.getFirst().noise().keySet())) {
            List<Value> row = new ArrayList<>();
            row.add(Value.of(signal));
            points.forEach(point -> row.add(Value.of(point.noise().get(signal).decibels())));
            row.add(Value.of(PrecisionStudy.decibelsPerBit(points, signal)));
            rows.add(row);
        }
        return Table.of("precision-by-signal", "Signal-to-noise ratio by signal", "", columns, rows);
    }
}
