package columna.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No golden file is passed over in silence. */
class GoldenFolderTest {

    @Test
    void everyFileIsOfAKindThatIsChecked() {
        assertThat(GoldenFolder.all()).isNotEmpty()
                .allSatisfy(file -> assertThat(GoldenFolder.NOW).as(file.name()).contains(GoldenFolder.kind(file)));
    }

    /** Another folder may lack a kind of check; the bundled one has all. */
    @Test
    void theBundledFilesHaveEveryKindOfCheck() {
        List<GoldenFile> files = GoldenFolder.bundled();
        assertThat(files).extracting(GoldenFolder::kind).containsAll(GoldenFolder.NOW);
        assertThat(files).extracting(file -> file.root().path("config").path("update").asString("")).contains("seq", "step");
        for (String key : List.of("traces", "traces_final", "online_per_step")) {
            assertThat(files).as(key).anyMatch(file -> file.cell().equals("lru") && file.root().has(key));
        }
    }

    @Test
    void thereAreCasesAndTrajectories() {
        assertThat(GoldenFolder.ofKind("deepnet/lru")).isNotEmpty();
        assertThat(GoldenFolder.ofKind("lru_traj")).isNotEmpty();
        for (String cell : new String[] {"lru", "rnn", "gru"}) {
            long named = GoldenFolder.all().stream().filter(file -> file.name().startsWith(cell + "_")).count();
            assertThat(GoldenFolder.ofKind("deepnet/" + cell)).as("files named %s_*", cell).hasSize((int) named);
        }
    }
}
