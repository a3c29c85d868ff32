package columna.experiments.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.reproduce.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionsPageTest {
    private static final Path SITE = Path.of("../src/site");

    @TempDir
    private Path folder;

    /**
     * After a change of the committed results or of what a reproduction says of itself, write the page anew:
     * {@code mvn -q test -pl experiments -am -Dtest=ReproductionsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dwrite.pages}
     */
    @Test
    void thePageInTheDocumentationIsTheOneThatReproductionsAndResultsGive() throws IOException {
        String fresh = ReproductionsPage.markdown(Reproductions.all(), SITE.resolve("results"));
        Path page = SITE.resolve("reproductions.md");
        if (System.getProperty("write.pages") != null) {
            Files.writeString(page, fresh);
        }
        assertThat(page).hasContent(fresh);
    }

    @Test
    void aPageShowsTheResultsThatARunWrote() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        ReproductionRun.of(new Walks(), Scope.DEFAULT).execute(run, 1, ReproductionProgress.UNSEEN, () -> false);
        Path results = Files.createDirectory(folder.resolve("results"));
        assertThat(ReproductionsPage.markdown(List.of(new Walks()), results)).contains("| [walks](#walks) | Random walks | 71 s | 2 min |", "No results are committed.");
        Files.copy(run.resolve("results.csv"), results.resolve("walks.csv"));
        assertThat(ReproductionsPage.markdown(List.of(new Walks()), results)).contains(
                "\n## walks\n\nRandom walks. K. Pearson, ", "Measured by `columna reproduce walks`, commit ", " 9 of 9 points, seeds 1 2 3.\n",
                "| walk that diverges (m) | 0.25 | not a number | not a number | 3 | ", "\n- Steps are a half long.\n- The default has fewer seeds.\n",
                "| A walk ends somewhere, always | met | measured, in metres |").doesNotContain("No results");
        Files.move(results.resolve("walks.csv"), results.resolve("walk.csv"));
        assertThatThrownBy(() -> ReproductionsPage.markdown(List.of(new Walks()), results)).hasMessageContaining("walk.csv: found results of no reproduction");
    }
}
