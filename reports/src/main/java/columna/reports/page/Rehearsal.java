package columna.reports.page;

import columna.reports.Axis;
import columna.reports.BarChart;
import columna.reports.Fact;
import columna.reports.LineChart;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Series;
import columna.reports.Verdict;
import columna.reports.output.MemoryOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes a tiny report to nowhere, while there is time: drawing needs half a second of loading, and a program that has been
 * told to end can no longer load it, because the graphics library registers clean-up that must precede the end.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /** Rehearses on a background thread, which does not keep the program alive. */
    public static void begin() {
        Thread.ofPlatform().daemon().name("report rehearsal").start(Rehearsal::write);
    }

    static void write() {
        try (MemoryOutput nowhere = new MemoryOutput()) {
            ReportWriter.write(report(), nowhere);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Report report() {
        Axis axis = Axis.linear("Value", "1");
        double[] x = {0, 1};
        LineChart line = LineChart.of("line", "Line", "", axis, axis, List.of(Series.of("series", x, x)));
        BarChart bars = new BarChart(
                "bars",
                "Bars",
                "",
                "Category",
                axis,
                List.of("category"),
                List.of(new BarChart.Bars("series", List.of(1.0))),
                BarChart.Arrangement.STACKED,
                BarChart.Orientation.HORIZONTAL);
        return new Report(
                "Rehearsal",
                "",
                Verdict.neutral("Nothing is judged."),
                List.<Fact>of(),
                List.of(new Section("charts", "Charts", "", List.of(line, bars))),
                List.of(),
                List.of());
    }
}
