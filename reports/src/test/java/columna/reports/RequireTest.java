package columna.reports;

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

    private static void refuses(ThrowingCallable make, String message) {
        assertThatIllegalArgumentException().isThrownBy(make).withMessageContaining(message);
    }
}
