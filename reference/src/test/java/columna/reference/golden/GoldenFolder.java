package columna.reference.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of golden vectors: the bundled one, or that of the system property {@code golden} (relative to the root of the checkout). */
final class GoldenFolder {

    /** What is implemented, each checked by a test of this package. */
    static final Set<String> NOW = Set.of("deepnet/lru", "deepnet/rnn", "deepnet/gru", "lru_traj", "ccn_td", "dense_rnn", "dense_lstm",
            "colnn", "colnn_meta", "col_lstm");

    private static final Path BUNDLED = Path.of("src", "test", "resources", "golden");

    private GoldenFolder() {}

    static Path path() {
        String given = System.getProperty("golden", "");
        return given.isEmpty() ? BUNDLED : Path.of(System.getProperty("columna.root", "")).resolve(given);
    }

    static List<GoldenFile> all() {
        return all(path());
    }

    /** The files that come with the project, whatever the system property says. */
    static List<GoldenFile> bundled() {
        return all(BUNDLED);
    }

    private static List<GoldenFile> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("index.json")).sorted()
                    .map(GoldenFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String kind(GoldenFile file) {
        return file.family().equals("deepnet") ? "deepnet/" + file.cell() : file.family();
    }

    static List<GoldenFile> ofKind(String kind) {
        return all().stream().filter(file -> kind(file).equals(kind)).toList();
    }
}
