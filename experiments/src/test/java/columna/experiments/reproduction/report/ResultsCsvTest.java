package columna.experiments.reproduction.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsCsvTest {
    private static final Findings FINDINGS = new Findings(
            List.of(
                    new Comparison("Loss, final", "LRU \"online\"", "nats", OptionalDouble.of(0.5), "Table 1", new Sample(List.of(0.25, 0.75)),
                            Criterion.Between.within(0.25, 0.5)),
                    new Comparison("Loss, final", "diverged", "nats", OptionalDouble.empty(), "none", new Sample(List.of(Double.NaN, 1.0)),
                            new Criterion.AtMost(0.5)),
                    new Comparison("Loss, final", "absent", "nats", OptionalDouble.of(1), "Table 1", new Sample(List.of()), new Criterion.AtLeast(0.5))),
            List.of(new Claim("#1 is better, always", columna.experiments.reproduce.Verdict.MISSED, "0.1 against 0.2")),
            List.of());

    @TempDir
    private Path folder;

    private final ResultsCsv csv = new ResultsCsv(Map.of("reproduction", "name: of a thing"), ResultLine.of(FINDINGS));

    @Test
    void theFileHasCommentsAHeadingAndALineForEachComparisonAndClaim() {
        assertThat(csv.text().lines()).containsExactly(
                "# reproduction: name: of a thing",
                "kind,group,quantity,unit,published,origin,measured,deviation,seeds,ratio,criterion,verdict,evidence",
                "comparison,\"Loss, final\",\"LRU \"\"online\"\"\",nats,0.5,Table 1,0.5," + Math.sqrt(0.125) + ",2,1.0,within 25 % (0.375 to 0.625),met,",
                "comparison,\"Loss, final\",diverged,nats,,none,NaN,NaN,2,,at most 0.5,missed,",
                "comparison,\"Loss, final\",absent,nats,1.0,Table 1,,,0,,at least 0.5,not measured,",
                "claim,,\"#1 is better, always\",,,,,,,,,missed,0.1 against 0.2");
    }

    @Test
    void readingGivesWhatWasWritten() throws IOException {
        assertThat(ResultsCsv.read(Files.writeString(folder.resolve("results.csv"), csv.text()))).isEqualTo(csv);
    }

    @Test
    void otherColumnsAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), csv.text().replace("ratio", "quotient"));
        assertThatThrownBy(() -> ResultsCsv.read(file)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("quotient");
    }
}
