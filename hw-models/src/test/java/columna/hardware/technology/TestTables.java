package columna.hardware.technology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of published figures that only tests use. */
final class TestTables {
    private TestTables() {}

    static Csv read(String name) {
        try (var in = TestTables.class.getResourceAsStream(name)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
            var header = List.of(lines.getFirst().split(","));
            return new Csv(header, lines.stream().skip(1).map(line -> new Csv.Row(header, line.split(","))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
