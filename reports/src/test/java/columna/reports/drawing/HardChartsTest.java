package columna.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.Chart;
import columna.reports.HeatMap;
import columna.reports.HistogramChart;
import columna.reports.LineChart;
import columna.reports.ParallelCoordinates;
import columna.reports.RangeChart;
import columna.reports.ScatterChart;
import columna.reports.Series;
import columna.reports.Value;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of chart with data that break drawings: none, one point, not finite, constant, huge, tiny, below zero on a logarithmic axis. */
class HardChartsTest {
    private static final List<double[]> DATA = List.of(new double[0], new double[] {3}, new double[] {0}, new double[] {Double.NaN},
            new double[] {Double.NaN, 1, Double.NaN, Double.POSITIVE_INFINITY, 2}, new double[] {5, 5, 5}, new double[] {0, 0, 0}, new double[] {-3, -2, -1},
            new double[] {-1, 0, 1}, new double[] {1e-300, 1, 1e300}, new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, new double[] {Double.MIN_VALUE, 2e-320},
            new double[] {1e9, 1e9 + 1e-6}, new double[] {1e15, 1e15 + 1}, new double[] {0.1, 0.1000001});
    private static final Pattern NUMBER = Pattern.compile(" (?:x|y|x1|x2|y1|y2|cx|cy|width|height)=\"(-?[\\d.]+)\"");
    private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\"");

    @TestFactory
    Stream<DynamicTest> nothingBreaksADrawing() {
        List<DynamicTest> tests = new ArrayList<>();
        for (double[] data : DATA) {
            for (boolean logarithmic : new boolean[] {false, true}) {
                for (Chart chart : charts(data, logarithmic)) {
                    String name = chart.getClass().getSimpleName() + (logarithmic ? " log " : " ") + DoubleStream.of(data).boxed().toList();
                    tests.add(DynamicTest.dynamicTest(name, () -> check(chart)));
                }
            }
        }
        return tests.stream();
    }

    private static List<Chart> charts(double[] data, boolean logarithmic) {
        Axis axis = logarithmic ? Axis.logarithmic("v", "pJ") : Axis.linear("v", "pJ");
        List<String> categories = IntStream.range(0, data.length).mapToObj(i -> "c" + i).toList();
        List<BarChart.Bars> bars = List.of(new BarChart.Bars("a", DoubleStream.of(data).boxed().toList()), new BarChart.Bars("b", DoubleStream.of(data).boxed().toList()));
        List<ScatterChart.Point> points = DoubleStream.of(data).mapToObj(v -> new ScatterChart.Point("p" + v, v, v)).toList();
        List<Chart> charts = new ArrayList<>(List.of(
                new LineChart("l", "t", "", axis, axis, List.of(Series.of("a", data, data).withBand(data, data), Series.of("b", data, data)), List.of(new LineChart.Level("level", 2))),
                new BarChart("g", "t", "", "c", axis, categories, bars, BarChart.Arrangement.GROUPED, BarChart.Orientation.VERTICAL),
                new BarChart("h", "t", "", "c", axis, categories, bars, BarChart.Arrangement.GROUPED, BarChart.Orientation.HORIZONTAL),
                new ScatterChart("s", "t", "", axis, axis, List.of(new ScatterChart.Group("a", points)), List.of(new ScatterChart.Group("r", points)),
                        new ScatterChart.Line("front", ScatterChart.Line.Course.STAIRCASE, points)),
                heatMap(data, axis), parallel(data, axis)));
        if (!logarithmic) {
            charts.add(new BarChart("k", "t", "", "c", axis, categories, bars, BarChart.Arrangement.STACKED, BarChart.Orientation.VERTICAL));
            charts.add(new RangeChart("r", "t", "", "1", IntStream.range(0, data.length)
                    .mapToObj(i -> new RangeChart.Row("r" + i, "f", data[i], data[i], data[i], data[0], data[data.length - 1],
                            i == 0 ? RangeChart.Octaves.NONE : new RangeChart.Octaves(-3, List.of(0.0, Double.NaN, 0.5, 0.5)))).toList()));
            charts.add(new HistogramChart("hs", "t", "", "1", java.util.stream.IntStream.range(0, data.length)
                    .mapToObj(i -> new HistogramChart.Row("r" + i, i == 0 ? RangeChart.Octaves.NONE : new RangeChart.Octaves(-3, List.of(0.0, Double.NaN, 0.5, 0.5)),
                            new HistogramChart.Span("f", data[0], data[data.length - 1]), i == 1 ? HistogramChart.Span.NONE
                                    : new HistogramChart.Span("o", data[data.length - 1], data[i]))).toList()));
        }
        return charts;
    }

    private static HeatMap heatMap(double[] data, Axis axis) {
        HeatMap.Words columns = new HeatMap.Words("column", IntStream.range(0, data.length).mapToObj(i -> "c" + i).toList());
        List<HeatMap.Cell> cells = DoubleStream.of(data).mapToObj(HeatMap.Cell::of).toList();
        return new HeatMap("m", "t", "", columns, new HeatMap.Words("row", List.of("a", "b")), axis, List.of(cells, cells));
    }

    private static ParallelCoordinates parallel(double[] data, Axis axis) {
        Axis other = new Axis("w", axis.unit(), axis.scale());
        List<ParallelCoordinates.Dimension> dimensions = List.of(new ParallelCoordinates.Numeric(axis), new ParallelCoordinates.Categories("kind", List.of("x", "y")),
                new ParallelCoordinates.Numeric(other));
        List<ParallelCoordinates.Item> items = IntStream.range(0, data.length)
                .mapToObj(i -> new ParallelCoordinates.Item("i" + i, "", i % 2 == 0, List.of(Value.of(data[i]), Value.of(i % 3 == 0 ? "x" : "y"), Value.of(data[i])))).toList();
        return new ParallelCoordinates("p", "t", "", "front", dimensions, items);
    }

    private static void check(Chart chart) throws IOException {
        String svg = SvgChart.draw(chart, 518).svg().toString();
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity\"").isEqualTo(SvgChart.draw(chart, 518).svg().toString());
        MatchResult box = BOX.matcher(svg).results().findFirst().orElseThrow();
        double largest = 2 + Math.max(Double.parseDouble(box.group(1)), Double.parseDouble(box.group(2)));
        NUMBER.matcher(svg).results().forEach(m -> assertThat(Double.parseDouble(m.group(1))).as(m.group()).isBetween(-60.0, largest));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngChart.draw(chart)));
        assertThat(image.getWidth()).isEqualTo(PngChart.WIDTH * PngChart.SCALE).isGreaterThanOrEqualTo(1200);
        assertThat(darkPixels(image)).isGreaterThan(100);
    }

    /** A drawing has at least a title and an axis. */
    private static int darkPixels(BufferedImage image) {
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
