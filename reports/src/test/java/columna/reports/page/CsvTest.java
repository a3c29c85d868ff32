package columna.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.Chart;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.HeatMap;
import columna.reports.HistogramChart;
import columna.reports.LineChart;
import columna.reports.ParallelCoordinates;
import columna.reports.RangeChart;
import columna.reports.ScatterChart;
import columna.reports.Series;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values are read back by a reader written from RFC 4180 and compared bit by bit. */
class CsvTest {
    private static final long SEED = 5;
    private static final String NASTY = "a,\"b\"\nc\r\u00e4";

    @Test
    void tableValuesComeBack() {
        List<Column> columns = List.of(Column.text(NASTY, "x"), Column.number("v", "pJ", Format.engineering(2), "x"), Column.number("n", "1", Format.WHOLE, "x"));
        List<List<Value>> rows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 500; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            rows.add(List.of(Value.of(NASTY + i), Value.of(Double.isNaN(value) ? 0 : value), Value.of(random.nextLong())));
        }
        List<List<String>> read = read(Csv.of(Table.of("t", "t", "", columns, rows)));
        assertThat(read.getFirst()).containsExactly(NASTY, "v [pJ]", "n");
        assertThat(read).hasSize(501);
        for (int i = 0; i < 500; i++) {
            List<String> line = read.get(i + 1);
            assertThat(List.of(Value.of(line.get(0)), Value.of(Double.parseDouble(line.get(1))), Value.of(Long.parseLong(line.get(2)))))
                    .as("seed " + SEED + ", row " + i).isEqualTo(rows.get(i));
        }
    }

    @Test
    void unknownNumbersAreEmpty() {
        Table table = Table.of("t", "t", "", List.of(Column.number("v", "1", Format.decimals(1), "x"), Column.text("w", "x")), List.of(List.of(Value.missing(), Value.of(""))));
        assertThat(Csv.of(table)).isEqualTo("v,w\n,\n");
    }

    @Test
    void chartsKeepEveryPoint() {
        double[] x = new double[20_000];
        java.util.Arrays.setAll(x, i -> Math.sqrt(i));
        List<List<String>> lines = chart(LineChart.of("l", "t", "", Axis.linear("step", "1"), Axis.linear("loss", "nat"), List.of(Series.of(NASTY, x, x))));
        assertThat(lines).hasSize(20_001);
        assertThat(lines.getFirst()).containsExactly("series", "step", "loss [nat]");
        for (int i = 0; i < x.length; i++) {
            assertThat(Double.parseDouble(lines.get(i + 1).get(2))).isEqualTo(x[i]);
        }
    }

    @Test
    void everyKindOfChartHasItsTable() {
        Axis axis = Axis.linear("e", "pJ");
        assertThat(chart(new BarChart("b", "t", "", "phase", axis, List.of("f", "u"), List.of(new BarChart.Bars("bus", List.of(0.1, Double.NaN))),
                BarChart.Arrangement.STACKED, BarChart.Orientation.VERTICAL))).containsExactly(List.of("phase", "bus [pJ]"), List.of("f", "0.1"), List.of("u", ""));
        ScatterChart.Point p = new ScatterChart.Point("p", 1, 2, "p/1.html");
        assertThat(chart(new ScatterChart("s", "t", "", axis, axis, List.of(new ScatterChart.Group("g", List.of(p))), List.of(),
                new ScatterChart.Line("front", ScatterChart.Line.Course.STRAIGHT, List.of(p)))))
                .containsExactly(List.of("group", "label", "e [pJ]", "e [pJ]", "link"), List.of("g", "p", "1.0", "2.0", "p/1.html"), List.of("front", "p", "1.0", "2.0", "p/1.html"));
        assertThat(chart(new HeatMap("m", "t", "", new HeatMap.Words("traces", List.of("8", "9")), new HeatMap.Words("weights", List.of("4")), axis,
                List.of(List.of(new HeatMap.Cell(0.1, "seed 1\nseed 2", "p/2.html"), HeatMap.Cell.MISSING)))))
                .containsExactly(List.of("weights", "traces", "e [pJ]", "label", "link"), List.of("4", "8", "0.1", "seed 1\nseed 2", "p/2.html"), List.of("4", "9", "", "", ""));
        assertThat(chart(new ParallelCoordinates("c", "t", "", "on the front", List.of(new ParallelCoordinates.Numeric(axis), new ParallelCoordinates.Categories("rounding", List.of("up"))),
                List.of(new ParallelCoordinates.Item("i", "", true, List.of(Value.missing(), Value.of("up")))))))
                .containsExactly(List.of("label", "e [pJ]", "rounding", "on the front", "link"), List.of("i", "", "up", "true", ""));
        assertThat(chart(new RangeChart("r", "t", "", "V", List.of(new RangeChart.Row("h", "f", 1, 2, Double.NaN, 0.5, 4, new RangeChart.Octaves(-1, List.of(0.25, 0.75)))))))
                .containsExactly(List.of("signal", "format", "smallest [V]", "largest [V]", "rms [V]", "resolution [V]", "limit [V]", "first octave", "octave shares"),
                        List.of("h", "f", "1.0", "2.0", "", "0.5", "4.0", "-1", "0.25 0.75"));
        assertThat(chart(new HistogramChart("h", "t", "", "V", List.of(new HistogramChart.Row("u", new RangeChart.Octaves(-1, List.of(0.25, 0.5)),
                new HistogramChart.Span("f", 0.5, 4), HistogramChart.Span.NONE)))))
                .containsExactly(List.of("signal", "format", "other format", "from [V]", "to [V]", "share"),
                        List.of("u", "f", "", "0.5", "1.0", "0.25"), List.of("u", "f", "", "1.0", "2.0", "0.5"));
        Series band = Series.of("a", new double[] {1}, new double[] {2}).withBand(new double[] {1.5}, new double[] {2.5});
        assertThat(chart(LineChart.of("l", "t", "", axis, axis, List.of(band, Series.of("b", new double[] {1}, new double[] {2})))))
                .containsExactly(List.of("series", "e [pJ]", "e [pJ]", "low", "high"), List.of("a", "1.0", "2.0", "1.5", "2.5"), List.of("b", "1.0", "2.0", "", ""));
    }

    private static List<List<String>> chart(Chart chart) {
        return read(Csv.of(chart));
    }

    private static List<List<String>> read(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        assertThat(quoted || !line.isEmpty() || !field.isEmpty()).as("the file ends with a complete line").isFalse();
        return lines;
    }
}
