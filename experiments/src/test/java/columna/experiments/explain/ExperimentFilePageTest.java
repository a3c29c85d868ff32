package columna.experiments.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExperimentFilePageTest {

    /** If this fails after a change of the keys, write {@link ExperimentFilePage#markdown()}, which target/ then holds, over the page. */
    @Test
    void thePageInTheDocumentationIsTheOneThatTheTableOfKeysGives() throws IOException {
        Path fresh = Files.writeString(Path.of("target/experiment-file.md"), ExperimentFilePage.markdown());
        assertThat(Path.of("../src/site/experiment-file.md")).hasSameTextualContentAs(fresh);
    }

    @Test
    void soIsThePageOfChipsThatPredict() throws IOException {
        Path fresh = Files.writeString(Path.of("target/prediction-file.md"), ExperimentFilePage.markdownOfPredictions());
        assertThat(Path.of("../src/site/prediction-file.md")).hasSameTextualContentAs(fresh);
    }
}
