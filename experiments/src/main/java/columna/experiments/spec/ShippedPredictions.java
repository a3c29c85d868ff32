package columna.experiments.spec;

import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.YamlFile;
import columna.experiments.yaml.YamlNode.Section;
import columna.experiments.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The files of experiments that predict streams inside the jar, found by name. */
public final class ShippedPredictions {

    private static final String SECTION = "system";

    private ShippedPredictions() {}

    /** Their names, in the order of the index. */
    public static List<String> names() {
        return resource("index").lines().filter(line -> !line.isBlank()).toList();
    }

    /** The text of one of them, comments included. */
    public static String text(String name) {
        return resource(name + ".yaml");
    }

    /** A shipped name's document, else the file's. */
    static Section find(String nameOrPath) {
        return names().contains(nameOrPath) ? YamlText.parse(nameOrPath + ".yaml", text(nameOrPath)) : YamlFile.read(nameOrPath);
    }

    /** Whether a file says on which system a stream is predicted; what cannot be read is nobody's prediction. */
    static boolean holdsOne(String path) {
        try {
            return Files.isRegularFile(Path.of(path))
                    && YamlFile.read(path).entries().stream().anyMatch(entry -> entry.key().equals(SECTION));
        } catch (InvalidPathException | BadInput unreadable) {
            return false;
        }
    }

    private static String resource(String file) {
        try (InputStream in = ShippedPredictions.class.getResourceAsStream("/predictions/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks predictions/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
