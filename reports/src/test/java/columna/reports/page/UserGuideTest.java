package columna.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reports.Axis;
import columna.reports.Fact;
import columna.reports.Format;
import columna.reports.LineChart;
import columna.reports.Report;
import columna.reports.Section;
import columna.reports.Series;
import columna.reports.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example of README.md, and checks that it is the example of README.md. */
class UserGuideTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleRuns() throws IOException {
        Fact loss = Fact.number("Final loss", 0.0213, "nat", Format.significant(3), "Mean cross-entropy over the last 500 steps.");
        Series chip = Series.of("chip", new double[] {1, 2, 3}, new double[] {2.1, 0.4, 0.02});
        LineChart chart = LineChart.of("loss", "Training loss", "Lower is better.",
                Axis.linear("training step", "1"), Axis.logarithmic("loss", "nat"), List.of(chip));
        Section learning = new Section("learning", "Learning", "", List.of(chart));
        Report report = new Report("Copy task", "", Verdict.good("The chip learns."), List.of(loss), List.of(learning), List.of(), List.of());
        ReportWriter.write(report, folder);
        assertThat(folder.resolve("index.html")).content().contains("0.0213");
        assertThat(folder.resolve("charts/loss.png")).isNotEmptyFile();
    }

    @Test
    void theExampleIsTheReadmes() throws IOException {
        Path module = Path.of(System.getProperty("columna.root"), "reports");
        Path base = Files.exists(module) ? module : Path.of("").toAbsolutePath();
        String readme = Files.readString(base.resolve("README.md"));
        String example = readme.substring(readme.indexOf("```java") + 8, readme.lastIndexOf("```")).strip();
        String test = Files.readString(base.resolve("src/test/java/columna/reports/page/UserGuideTest.java"));
        assertThat(test.replaceAll("\\s+", " ")).contains(example.replaceAll("\\s+", " "));
        assertThat(example.lines()).hasSizeGreaterThan(5);
    }
}
