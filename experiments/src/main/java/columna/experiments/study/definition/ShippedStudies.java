package columna.experiments.study.definition;

import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import columna.experiments.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The study files inside the jar, found by name. */
public final class ShippedStudies {

    private ShippedStudies() {}

    /** Their names, in the order of the index. */
    public static List<String> names() {
        return resource("index").lines().filter(line -> !line.isBlank()).toList();
    }

    /** The text of one of them, comments included. */
    public static String text(String name) {
        return resource(name + ".yaml");
    }

    /**
     * Reads a shipped study or a file.
     *
     * @param settings of the command line, {@code KEY=VALUE}
     * @throws BadInput one sentence
     */
    public static StudyDefinition read(String nameOrPath, Set<String> signals, List<String> settings) {
        if (names().contains(nameOrPath)) {
            return StudyReader.read(nameOrPath + ".yaml", text(nameOrPath), Path.of(""), signals, settings);
        }
        try {
            Path path = Path.of(nameOrPath);
            if (!nameOrPath.contains("/") && !nameOrPath.matches(".*\\.ya?ml") && !Files.exists(path)) {
                throw new BadInput("found no study '" + nameOrPath + "'" + NearestName.hint(nameOrPath, names()) + " (or the path of a file)");
            }
            Path folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
            return StudyReader.read(nameOrPath, YamlFile.text(nameOrPath), folder, signals, settings);
        } catch (InvalidPathException impossible) {
            throw new BadInput("found an impossible path; allowed: the name of a shipped study or the path of a file");
        }
    }

    private static String resource(String file) {
        try (InputStream in = ShippedStudies.class.getResourceAsStream("/studies/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks studies/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
