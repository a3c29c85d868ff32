package columna.experiments.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.study.Shard;
import columna.experiments.study.Study;
import columna.experiments.study.TinyStudies;
import columna.experiments.study.definition.ShippedStudies;
import columna.experiments.study.engine.Workforce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyResultsPageTest {

    private static final Path SITE = Path.of("../src/site");

    @TempDir
    private Path folder;

    /**
     * After a change of the committed results, write the page anew:
     * {@code mvn -q test -pl experiments -am -Dtest=StudyResultsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dwrite.pages}
     */
    @Test
    void thePageInTheDocumentationIsTheOneThatTheResultsGive() throws IOException {
        String fresh = StudyResultsPage.markdown(ShippedStudies.names(), SITE.resolve("results/studies"));
        Path page = SITE.resolve("study-results.md");
        if (System.getProperty("write.pages") != null) {
            Files.writeString(page, fresh);
        }
        assertThat(page).hasContent(fresh);
    }

    @Test
    void aPageShowsWhatAStudyWrote() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        new Study(TinyStudies.bitsRoundingLanes(), run).sweep(Shard.WHOLE, Workforce.threads(2), (f, p, c) -> {}, () -> false);
        Study.report(run, run, configuration -> true);
        Path results = Files.createDirectory(folder.resolve("results"));
        assertThat(StudyResultsPage.markdown(List.of("tiny"), results)).contains("\n## tiny\n\nNo results are committed.");
        Files.copy(run.resolve("results.csv"), results.resolve("tiny.csv"));
        Files.writeString(results.resolve("tiny.md"), "Take it easy.\n");
        assertThat(StudyResultsPage.markdown(List.of("tiny"), results)).contains("`columna sweep tiny`, commit ", " 12 configurations, seeds 1.\n\nTake it easy.\n",
                "| configuration | formats.lru.trace.bits | formats.lru.B.rounding | chip.recurrent_core.lanes | seeds | state | loss (nats) | accuracy | ", "| 0 | 6 | RND | 1 | 1 | ");
        Files.move(results.resolve("tiny.csv"), results.resolve("tinny.csv"));
        assertThatThrownBy(() -> StudyResultsPage.markdown(List.of("tiny"), results)).hasMessageContaining("tinny.csv: found a file of no shipped study");
    }
}
