package columna.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a report refuses when it is made, and that the message names the place. */
class RequireTest {
    private static final Column SIGNAL = Column.text("Signal", "Its name.");

    @Test
    void everyNumberHasAUnitAndADefinition() {
        refuses(() -> Fact.number("loss", 1, "", Format.decimals(1), "x"), "Fact.unit of \"loss\"");
        refuses(() -> Fact.whole("loss", 1, "nat", " "), "Fact.explanation of \"loss\"");
        refuses(() -> Column.number("SNR", "", Format.decimals(1), "x"), "Column.unit of \"SNR\"");
        refuses(() -> Column.text("Signal", ""), "Column.explanation of \"Signal\"");
        refuses(() -> Axis.linear("loss", ""), "Axis.unit of \"loss\"");
    }

    @Test
    void idsAreFileNames() {
        for (String id : List.of("", "..", "a/b", "a\\b", ".hidden", "a b", "\u00e4", "x".repeat(121))) {
            refuses(() -> Table.of(id, "t", "", List.of(SIGNAL), List.of()), "Table.id");
        }
    }

    @Test
    void idsAreUniqueInAReport() {
        Table table = Table.of("same", "t", "", List.of(SIGNAL), List.of());
        LineChart chart = LineChart.of("same", "t", "", Axis.linear("x", "1"), Axis.linear("y", "1"), List.of());
        Section section = new Section("s", "S", "", List.of(table, chart));
        refuses(() -> new Report("t", "", Verdict.neutral("n"), List.of(), List.of(section), List.of(), List.of()), "\"same\" is used twice");
    }

    @Test
    void rowsMatchColumns() {
        refuses(() -> Table.of("t", "t", "", List.of(SIGNAL), List.of(List.of(Value.of("a")), List.of())), "Row 2 of table \"t\" has 0 values; 1 are needed.");
        refuses(() -> Series.of("loss", new double[2], new double[3]), "Series.y of \"loss\" has 3 values; 2 are needed.");
    }

    @Test
    void stackedBarsNeedALinearAxis() {
        refuses(() -> new BarChart("b", "b", "", "c", Axis.logarithmic("y", "1"), List.of(), List.of(), BarChart.Arrangement.STACKED,
                BarChart.Orientation.VERTICAL), "stacked bars need a linear axis");
    }

    /** RFC 3986, 4.2: what has a scheme, an authority or an absolute path is no relative-path reference. */
    @Test
    void linksAreRelativePaths() {
        for (String link : List.of("http://a.example/x", "javascript:alert(1)", "data:text/html,x", "FILE:///etc/passwd", "//a.example/x", "/etc/passwd", "a b.html", "a\\b.html", "a%2.html",
                "a\"b", "points:3/index.html", "x\ny", "?q=1", " ")) {
            refuses(() -> new ScatterChart.Point("p", 1, 2, link), "ScatterChart.Point.link of \"p\" is \"" + link + "\"; a path relative to the page is needed");
            refuses(() -> HeatMap.Cell.of(1).withLink(link), "HeatMap.Cell.link is");
            refuses(() -> new ParallelCoordinates.Item("i", link, false, List.of()), "ParallelCoordinates.Item.link of \"i\" is");
            refuses(() -> Value.of(1.5).linkedTo(link), "Value.Linked.link is");
        }
        for (String link : List.of("points/3/index.html", "../copy-task-001/index.html", "./a:b.html", "a/b:c", "a%20b.html#energy", "#energy")) {
            assertThat(new ScatterChart.Point("p", 1, 2, link).link()).isEqualTo(link);
            assertThat(Value.of(1.5).linkedTo(link).number()).isEqualTo(1.5);
        }
    }

    @Test
    void onlyCellsCarryLinks() {
        refuses(() -> new Fact("loss", Value.of(1.5).linkedTo("a.html"), "nat", Format.decimals(1), "x"), "Fact.value of \"loss\" leads to \"a.html\"; only cells of tables carry links.");
        refuses(() -> Value.of(1.5).linkedTo("a.html").linkedTo("b.html"), "has a link already");
        refuses(() -> Value.of(1.5).linkedTo(""), "Value.Linked.link is empty");
    }

    @Test
    void aLineGoesThroughPointsOfItsChart() {
        Axis axis = Axis.linear("x", "1");
        ScatterChart chart = ScatterChart.of("s", "t", "", axis, axis, List.of(new ScatterChart.Group("g", List.of(new ScatterChart.Point("a", 1, 2)))));
        refuses(() -> chart.withLine(new ScatterChart.Line("front", ScatterChart.Line.Course.STAIRCASE, List.of(new ScatterChart.Point("b", 1, 2)))),
                "Line \"front\" of chart \"s\" goes through \"b\", which is in none of its groups.");
        refuses(() -> chart.withReferences(List.of(new ScatterChart.Group("g", List.of()))), "\"g\" is used twice");
    }

    @Test
    void cellsMatchRowsAndColumns() {
        HeatMap.Words two = new HeatMap.Words("traces", List.of("a", "b"));
        refuses(() -> new HeatMap("m", "t", "", two, two, Axis.linear("x", "1"), List.of(List.of())), "Cells of chart \"m\", by row, has 1 values; 2 are needed.");
        refuses(() -> new HeatMap("m", "t", "", two, two, Axis.linear("x", "1"), List.of(List.of(HeatMap.Cell.MISSING, HeatMap.Cell.MISSING), List.of(HeatMap.Cell.MISSING))),
                "Row \"b\" of chart \"m\" has 1 values; 2 are needed.");
    }

    @Test
    void itemsMatchAxes() {
        ParallelCoordinates.Dimension loss = new ParallelCoordinates.Numeric(Axis.linear("loss", "nat"));
        ParallelCoordinates.Dimension rounding = new ParallelCoordinates.Categories("rounding", List.of("up", "down"));
        refuses(() -> new ParallelCoordinates("p", "t", "", "front", List.of(loss), List.of()), "Chart \"p\" has 1 axes; at least 2 are needed.");
        refuses(() -> parallel(List.of(loss, rounding), Value.of("low"), Value.of("up")), "Item \"i\" on axis \"loss\" is \"low\"; a number is needed.");
        refuses(() -> parallel(List.of(loss, rounding), Value.of(1.0), Value.of("left")), "Item \"i\" on axis \"rounding\" is \"left\"; one of [up, down] is needed.");
        refuses(() -> parallel(List.of(loss, rounding), Value.of(1.0)), "Item \"i\" of chart \"p\" has 1 values; 2 are needed.");
    }

    private static ParallelCoordinates parallel(List<ParallelCoordinates.Dimension> dimensions, Value... values) {
        return new ParallelCoordinates("p", "t", "", "front", dimensions, List.of(new ParallelCoordinates.Item("i", "", false, List.of(values))));
    }

    private static void refuses(ThrowingCallable make, String message) {
        assertThatIllegalArgumentException().isThrownBy(make).withMessageContaining(message);
    }
}
