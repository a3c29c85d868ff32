package columna.experiments.report;

import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.SmallExperiments;
import columna.experiments.explain.SummaryKeys;
import columna.experiments.result.RunResult;
import columna.experiments.run.Run;
import columna.experiments.run.RunSummary;
import columna.experiments.run.Simulated;
import columna.experiments.spec.ExperimentSpec;
import columna.reports.output.MemoryOutput;
import columna.reports.page.ReportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of a run: its files, its summary's keys, and what it says of runs that were stopped or are too slow. */
class RunReportTest {

    /** The keys that the report has to have whatever else it has. */
    private static final List<String> REQUIRED = List.of(
            "chip.accuracy", "reference.accuracy", "chip.loss", "reference.loss", "cycles.total", "energy.total_pj",
            "memory.learning_bits", "memory.inference_bits");

    static List<String> names() {
        return SmallExperiments.names();
    }

    private static MemoryOutput written(RunResult run) throws IOException {
        MemoryOutput output = new MemoryOutput();
        ReportWriter.write(new RunReport(run).report(), output);
        return output;
    }

    /** The flat object of summary.json, value by value as text. */
    private static Map<String, String> summary(String json) {
        Map<String, String> values = new java.util.TreeMap<>();
        Matcher line = Pattern.compile("\"([a-z][a-z0-9_.]*)\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^,\\s}]+)").matcher(json);
        while (line.find()) {
            values.put(line.group(1), line.group(2));
        }
        return values;
    }

    @Test
    void theFilesAreThoseOfTheGuide() throws IOException {
        RunResult run = Simulated.of(small("copy-task", "numerics.sampled_sequences=2", "task.pattern_steps=2"));
        RunReport report = new RunReport(run);
        MemoryOutput output = written(run);
        List<String> expected = new ArrayList<>(List.of("summary.json", "index.html"));
        report.report().charts().forEach(chart -> expected.addAll(List.of("charts/" + chart.id() + ".png", "data/" + chart.id() + ".csv")));
        report.report().tables().forEach(table -> expected.add("data/" + table.id() + ".csv"));
        assertThat(output.paths()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(report.report().charts()).extracting(chart -> chart.id())
                .contains("energy-by-phase", "energy-by-operation", "cycles-by-phase");
        assertThat(report.report().sections()).extracting(section -> section.id())
                .contains("cycles", "provenance");
        String page = output.text("index.html");
        // Self-contained: nothing is fetched from anywhere.
        assertThat(page).doesNotContainPattern("(src|href)\\s*=\\s*[\"'](https?:)?//").doesNotContain("<link rel=\"stylesheet\"");
        assertThat(page).contains(run.spec().description());
        for (String path : output.paths()) {
            assertThat(output.bytes(path)).as(path).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSummaryHasEveryDocumentedKeyAndNoOther(String name) throws IOException {
        RunResult run = Simulated.of(small(name));
        Map<String, Object> values = new RunReport(run).summaryValues();
        Map<String, String> json = summary(written(run).text("summary.json"));
        assertThat(json.keySet()).isEqualTo(values.keySet());
        assertThat(json).containsKeys(REQUIRED.toArray(String[]::new));
        assertThat(values.keySet()).allMatch(key -> SummaryKeys.of(key).isPresent());
        for (SummaryKeys.SummaryKey documented : SummaryKeys.ofExperiments()) {
            assertThat(values.keySet()).as("documented: %s", documented.name())
                    .anyMatch(key -> key.equals(documented.name()) || SummaryKeys.of(key).orElseThrow().equals(documented));
        }
        values.forEach((key, value) -> {
            if (value instanceof Number number) {
                assertThat(Double.parseDouble(json.get(key))).as(key)
                        .isCloseTo(number.doubleValue(), within(Math.abs(number.doubleValue()) * 1e-9));
            } else {
                assertThat(json.get(key)).as(key).isEqualTo("\"" + value.toString().replace("\"", "\\\"") + "\"");
            }
        });
        // The keys mean what their names say.
        assertThat(values.get("chip.loss")).isEqualTo(run.chipTest().loss());
        assertThat(values.get("reference.accuracy")).isEqualTo(run.referenceTest().accuracy());
        assertThat(values.get("cycles.total")).isEqualTo(run.cycles());
        double parts = values.entrySet().stream()
                .filter(e -> e.getKey().matches("energy\\.[a-z_]+_pj") && SummaryKeys.of(e.getKey()).orElseThrow().name().equals("energy.*"))
                .mapToDouble(e -> (double) e.getValue())
                .sum();
        // Ten sums of positive doubles: the total within a few units of rounding of its terms.
        assertThat(parts).isCloseTo((double) values.get("energy.total_pj"), within(parts * 1e-10));
    }

    /** Everything but the pictures' bytes depends on the run alone. */
    @Test
    void theSameRunGivesTheSameFiles() throws IOException {
        ExperimentSpec spec = small("copy-task", "learning.sequences=4", "numerics.sampled_sequences=1", "task.pattern_steps=2");
        MemoryOutput first = written(Simulated.of(spec));
        MemoryOutput second = written(Simulated.of(spec));
        assertThat(second.paths()).isEqualTo(first.paths());
        for (String path : first.paths()) {
            assertThat(second.bytes(path)).as(path).isEqualTo(first.bytes(path));
        }
    }

    /** The stop is asked for between chunks of 16 sequences; a run that hears it before the first has learned nothing. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void anInterruptedRunWritesWhatItHas(int chunks, @TempDir Path folder) throws IOException {
        ExperimentSpec spec = small("copy-task", "learning.sequences=80", "numerics.sampled_sequences=2");
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier stop = () -> asked.getAndIncrement() >= chunks;
        RunSummary summary = Run.execute(spec, folder, new Simulated.Listener(), stop);
        assertThat(summary.values().get("complete")).isEqualTo("false");
        assertThat(summary.values().get("sequences")).isEqualTo(16L * chunks);
        assertThat(summary.values().get("updates")).isEqualTo(16L * chunks);
        assertThat(summary.verdict()).contains(16 * chunks + " ");
        assertThat(summary(Files.readString(folder.resolve("summary.json")))).containsEntry("complete", "\"false\"");
        assertThat(folder.resolve("index.html")).isNotEmptyFile();
        for (String key : REQUIRED) {
            assertThat(Double.parseDouble(summary.values().get(key).toString())).as(key).isFinite();
        }
    }

    @Test
    void aRunToTheEndIsComplete(@TempDir Path folder) {
        RunSummary summary = Run.execute(small("copy-task"), folder, new Simulated.Listener(), () -> false);
        assertThat(summary.values().get("complete")).isEqualTo("true");
        assertThat(summary.values().get("sequences")).isEqualTo(40L);
        assertThat(summary.good()).isTrue();
        assertThat(summary.values().get("verdict")).isEqualTo(summary.verdict());
    }

    /** The deadline is met when it equals the longest step that happens, and missed with one cycle less. */
    @Test
    void aMissedDeadlineIsABadVerdict(@TempDir Path folder) throws IOException {
        RunResult free = Simulated.of(small("copy-task"));
        long longest = free.activity().kinds().stream().mapToLong(kind -> free.steps().get(kind).cycles()).max().orElseThrow();
        Path met = Files.createDirectory(folder.resolve("met"));
        RunSummary good = Run.execute(small("copy-task", "chip.deadline_cycles=" + longest), met, new Simulated.Listener(), () -> false);
        assertThat(good.good()).isTrue();
        assertThat(good.values().get("deadline.met")).isEqualTo("true");
        Path missed = Files.createDirectory(folder.resolve("missed"));
        RunSummary bad = Run.execute(
                small("copy-task", "chip.deadline_cycles=" + (longest - 1)), missed, new Simulated.Listener(), () -> false);
        assertThat(bad.good()).isFalse();
        assertThat(bad.values().get("deadline.met")).isEqualTo("false");
        assertThat(bad.verdict()).contains("deadline").contains((longest - 1) + " cycles");
        assertThat(bad.values().get("cycles.total")).as("a late step is simulated all the same").isEqualTo(good.values().get("cycles.total"));
        assertThat(missed.resolve("index.html")).isNotEmptyFile();
    }
}
