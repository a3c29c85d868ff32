package columna.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every line of every file of vectors from SystemC, {@code ac_fixed} and {@code ap_fixed}. The folder is the bundled one, or
 * {@code -Doracle=DIR}; a file that is not understood is a failure.
 */
class OracleTest {

    private static final Logger LOG = LoggerFactory.getLogger(OracleTest.class);
    private static final Set<String> TEXTS = Set.of("README.md", "NOTES.md");

    /** The numbers of lines that the bundled README.md states. */
    private static final Map<String, Long> BUNDLED_LINES = new TreeMap<>(Map.ofEntries(
            Map.entry("conv_small", 2479L), Map.entry("conv_wide", 3600L), Map.entry("fromdouble", 2800L),
            Map.entry("ops_small", 420L), Map.entry("ops", 2200L), Map.entry("mac16", 2600L), Map.entry("cmul", 1000L),
            Map.entry("restypes", 150L), Map.entry("lfsr", 1800L), Map.entry("sr_exh", 5120L), Map.entry("sr_lfsr", 130L)));

    @TestFactory
    Stream<DynamicTest> everyLineOfEveryFile() throws Exception {
        List<OracleFile> files = files(folder());
        assertThat(files).as("oracle files in %s", folder()).isNotEmpty();
        return files.stream().map(file -> DynamicTest.dynamicTest(file.kind(), () -> {
            OracleChecks checks = new OracleChecks();
            long lines = file.forEach(line -> checks.check(file.kind(), line));
            LOG.info("{}: {} lines checked", file.path().getFileName(), lines);
            assertThat(lines).as("lines checked in %s", file.path()).isPositive();
        }));
    }

    @Test
    void theBundledFilesHaveAllTheirLines() throws Exception {
        Map<String, Long> found = new TreeMap<>();
        for (OracleFile file : files(bundled())) {
            found.put(file.kind(), file.forEach(line -> { }));
        }
        assertThat(found).isEqualTo(BUNDLED_LINES);
    }

    private static List<OracleFile> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !TEXTS.contains(path.getFileName().toString())).sorted().map(OracleFile::new).toList();
        }
    }

    private static Path folder() throws Exception {
        String chosen = System.getProperty("oracle", "");
        return chosen.isEmpty() ? bundled() : Path.of(chosen);
    }

    private static Path bundled() throws Exception {
        URI readme = OracleTest.class.getResource("/oracle/README.md").toURI();
        return Path.of(readme).getParent();
    }
}
