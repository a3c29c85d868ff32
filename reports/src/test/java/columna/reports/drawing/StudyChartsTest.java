package columna.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reports.Axis;
import columna.reports.HeatMap;
import columna.reports.LineChart;
import columna.reports.ParallelCoordinates;
import columna.reports.ScatterChart;
import columna.reports.Series;
import columna.reports.Value;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where things lie in the drawings of studies; expected places follow from other marks of the same drawing. */
class StudyChartsTest {
    private static final Axis LINEAR = Axis.linear("x", "1");

    private static List<String> all(String svg, String pattern) {
        return Pattern.compile(pattern).matcher(svg).results().map(match -> match.group(1)).toList();
    }

    private static ScatterChart front(ScatterChart.Line.Course course) {
        List<ScatterChart.Point> points = List.of(new ScatterChart.Point("a", 0, 9), new ScatterChart.Point("b", 4, 5), new ScatterChart.Point("c", 10, 0, "c.html"));
        return ScatterChart.of("s", "t", "", LINEAR, LINEAR, List.of(new ScatterChart.Group("g", points))).withLine(new ScatterChart.Line("front", course, points));
    }

    /** The centre of a circle is four and six tenths to the right of where its outline begins (radius 4, emphasised by 1.15). */
    @Test
    void stairsGoAsideBeforeTheyGoDown() {
        String svg = SvgChart.draw(front(ScatterChart.Line.Course.STAIRCASE), 518).svg();
        List<double[]> centres = all(svg, "d=\"M([\\d.]+ [\\d.]+)a").stream().map(at -> Stream.of(at.split(" ")).mapToDouble(Double::parseDouble).toArray()).toList();
        assertThat(centres).hasSize(3);
        StringBuilder expected = new StringBuilder();
        for (double[] centre : centres) {
            String x = Canvas.number(centre[0] + 4.6);
            expected.append(expected.isEmpty() ? "M" + x + " " : "H" + x + "V").append(Canvas.number(centre[1]));
        }
        assertThat(all(svg, "<path d=\"([^\"]*)\" class=\"front\"")).containsExactly(expected.toString());
        assertThat(all(SvgChart.draw(front(ScatterChart.Line.Course.STRAIGHT), 518).svg(), "<path d=\"([^\"]*)\" class=\"front\"")).containsExactly(
                expected.toString().replaceAll("H([\\d.]+)V", "L$1 "));
    }

    @Test
    void everyPointSaysItsLabelAndNumbersAndMayLeadOn() {
        String svg = SvgChart.draw(front(ScatterChart.Line.Course.STRAIGHT), 518).svg();
        assertThat(all(svg, "<title>([^<]*)</title>")).containsExactly("a\nx: 0\nx: 9", "b\nx: 4\nx: 5", "c\nx: 10\nx: 0");
        assertThat(all(svg, "<a class=\"item\" href=\"([^\"]*)\"><title>c")).containsExactly("c.html");
    }

    /** 10 is half-way from 1 to 100 in ratio, 50.5 in difference. */
    @Test
    void coloursFollowTheValueOrItsLogarithm() {
        HeatMap.Words columns = new HeatMap.Words("c", List.of("1", "2", "3", "4", "5"));
        List<HeatMap.Cell> row = Stream.of(1.0, 10.0, 50.5, 100.0, Double.NaN).map(HeatMap.Cell::of).toList();
        HeatMap linear = new HeatMap("m", "t", "", columns, new HeatMap.Words("r", List.of("a")), LINEAR, List.of(row));
        HeatMap logarithmic = new HeatMap("m", "t", "", columns, linear.row(), Axis.logarithmic("x", "1"), List.of(row));
        String cell = "class=\"cell\" fill=\"(#[0-9a-f]{6})\"";
        assertThat(all(SvgChart.draw(logarithmic, 518).svg(), cell)).hasSize(4).startsWith(ColourRamp.hex(0), ColourRamp.hex(0.5)).endsWith(ColourRamp.hex(1));
        List<String> colours = all(SvgChart.draw(linear, 518).svg(), cell);
        assertThat(colours).hasSize(4).startsWith(ColourRamp.hex(0)).endsWith(ColourRamp.hex(1));
        assertThat(colours.get(2)).isEqualTo(ColourRamp.hex(0.5));
        assertThat(all(SvgChart.draw(linear, 518).svg(), "class=\"oncell [a-z]*\">([^<]*)<")).containsExactly("1.00", "10.0", "50.5", "100", "\u2013");
    }

    @Test
    void aMissingNumberInterruptsALine() {
        List<ParallelCoordinates.Dimension> axes = Stream.of("a", "b", "c", "d").map(name -> (ParallelCoordinates.Dimension) new ParallelCoordinates.Numeric(Axis.linear(name, "1"))).toList();
        List<ParallelCoordinates.Item> items = List.of(new ParallelCoordinates.Item("whole", "", false, List.of(Value.of(0.0), Value.of(1.0), Value.of(0.0), Value.of(1.0))),
                new ParallelCoordinates.Item("gap", "", true, List.of(Value.of(1.0), Value.missing(), Value.of(1.0), Value.of(0.0))));
        String svg = SvgChart.draw(new ParallelCoordinates("p", "t", "", "front", axes, items), 1060).svg();
        assertThat(all(svg, "d=\"([^\"]*)\" class=\"item way\"").stream().map(d -> d.replaceAll("[^ML]", "")).toList()).containsExactly("MLLL", "MLML");
    }

    @Test
    void bandsLieBelowAllCurves() {
        double[] x = {1, 2, 3};
        List<Series> series = Stream.of("a", "b").map(name -> Series.of(name, x, x).withBand(new double[] {0, 1, 2}, new double[] {2, 3, 4})).toList();
        String svg = SvgChart.draw(LineChart.of("l", "t", "", LINEAR, LINEAR, series), 518).svg();
        assertThat(all(svg, "class=\"(band)\"")).hasSize(2);
        assertThat(svg.lastIndexOf("class=\"band\"")).isLessThan(svg.indexOf("data-name"));
    }
}
