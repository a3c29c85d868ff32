package columna.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.explain.Signals;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedExperimentsTest {
    @TempDir
    private Path folder;

    static List<String> names() {
        return ShippedExperiments.names();
    }

    @Test
    void theIndexNamesEveryFileOfTheFolder() throws IOException {
        Path resources = Path.of("src/main/resources/experiments");
        try (Stream<Path> files = Files.list(resources)) {
            List<String> shipped = files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.replace(".yaml", "")).sorted().toList();
            assertThat(shipped).isEqualTo(names().stream().sorted().toList()).contains("copy-task", "copy-task-full");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyOneIsGoodAndCalledAsItsFileAndDescribesItself(String name) {
        ExperimentSpec spec = ExperimentSpec.read(name, Signals.names());
        assertThat(spec.name()).isEqualTo(name);
        assertThat(spec.description()).isNotBlank().doesNotEndWith(".");
        assertThat(ExperimentSpec.parse("again", spec.toYaml(), Signals.names(), List.of())).isEqualTo(spec);
    }

    /** The paper's network has 268,430 parameters (SEEDS.md A.1.2): 64 units, width 128, four layers, 7 bits of 2 classes. */
    @Test
    void theFullSizeIsThePapers() {
        ExperimentSpec spec = ExperimentSpec.read("copy-task-full", Signals.names());
        NetworkSpec n = spec.network();
        int bits = spec.task().outputs();
        long encoder = (bits + 1) * n.width() + n.width();
        long layer = 3L * n.units() + 4L * n.units() * n.width() + n.width() + 2L * (n.width() * n.width() + n.width()) + 2L * n.width();
        long decoder = 2L * bits * n.width() + 2L * bits;
        assertThat(encoder + n.layers() * layer + decoder).isEqualTo(268_430);
    }

    @Test
    void aPathIsReadAsAFileAndPlacesNameIt() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), ShippedExperiments.text("copy-task"));
        ExperimentSpec spec = ExperimentSpec.read(file.toString(), Signals.names());
        assertThat(spec).isEqualTo(ExperimentSpec.read("copy-task", Signals.names()));
        assertThat(spec.locationOf("chip.recurrent_core.lanes").source()).isEqualTo(file.toString());
        String line = Files.readAllLines(file).get(spec.locationOf("chip.recurrent_core.lanes").line() - 1);
        assertThat(line.substring(spec.locationOf("chip.recurrent_core.lanes").column() - 1)).matches("\\d+, ports.*");
    }

    @Test
    void anUnknownNameGetsTheNearest() {
        assertThatThrownBy(() -> ExperimentSpec.read("copy-tsak", Signals.names())).isInstanceOf(BadInput.class)
                .hasMessageContaining("'copy-tsak'").hasMessageContaining("did you mean 'copy-task'");
        assertThatThrownBy(() -> ExperimentSpec.read("no/such.yaml", Signals.names())).isInstanceOf(BadInput.class)
                .hasMessageContaining("no/such.yaml").hasMessageContaining("no such file");
        assertThatThrownBy(() -> ExperimentSpec.read("bad\0name", Signals.names())).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ExperimentSpec.read("", Signals.names())).isInstanceOf(BadInput.class);
    }
}
