package columna.reports.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Which browser the tests run: the one that {@code -Dbrowser=PATH} names, else the first of the usual names on the PATH. */
final class Chromium {
    static final String PROPERTY = "browser";
    static final String NONE = "none";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FLAGS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions", "--remote-debugging-port=0", "--window-size=1300,1000");

    private Chromium() {
    }

    /** Fails if there is none; leaves the test out if the property is "none". */
    static Path find(String wanted, String path) {
        if (wanted.equals(NONE)) {
            throw new TestAbortedException("Browser tests are left out, as -Dbrowser=none asks.");
        }
        Stream<Path> candidates = wanted.isEmpty()
                ? Stream.of(path.split(File.pathSeparator)).flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                : Stream.of(Path.of(wanted));
        Optional<Path> found = candidates.filter(Files::isExecutable).findFirst();
        return found.orElseThrow(() -> new AssertionError((wanted.isEmpty() ? "No Chromium was found on the PATH" : "-Dbrowser names " + wanted + ", which is no program")
                + ": install it (apt-get install chromium), name it with -Dbrowser=PATH, or leave browser tests out with -Dbrowser=none."));
    }

    static List<String> command(Path program, Path profile) {
        return Stream.of(Stream.of(program.toString()), FLAGS.stream(), Stream.of("--user-data-dir=" + profile, "about:blank")).flatMap(part -> part).toList();
    }
}
