package columna.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Action;
import columna.hardware.block.Memory;
import columna.hardware.block.Ports;
import columna.hardware.technology.Area;
import columna.hardware.technology.Price;
import columna.hardware.technology.Technology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's snippets, run; the page must still contain them line by line. */
final class UserGuideTest {
    private static final Path PAGE = Path.of("README.md");

    @Test
    void theSnippetRuns() throws IOException {
        var chip = Technology.named("cmos-28nm");
        var traces = Memory.of(4096, 24, Ports.ONE_READ_ONE_WRITE);
        Price read = chip.price(traces.block(), Action.READ);
        Area area = chip.area(traces.block());
        assertThat(read.nominal()).isGreaterThan(read.low()).isLessThan(read.high());
        assertThat(area.source()).contains("CACTI");
        assertThat(Files.readString(PAGE)).contains(List.of("var chip = Technology.named(\"cmos-28nm\");",
                "var traces = Memory.of(4096, 24, Ports.ONE_READ_ONE_WRITE);",
                "Price read = chip.price(traces.block(), Action.READ);", "Area area = chip.area(traces.block());"));
    }

    @Test
    void theFileReads(@TempDir Path folder) throws IOException {
        var yaml = Files.readString(PAGE).split("```yaml\n")[1].split("```")[0];
        var technology = Technology.read(Files.writeString(folder.resolve("mine.yaml"), yaml));
        assertThat(technology.name()).isEqualTo("my-process");
        assertThat(technology.supplyVolts()).isEqualTo(0.7);
        assertThat(technology.nodeNanometres()).isEqualTo(28);
    }
}
