package columna.experiments.spec;

import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
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

/** The experiment files inside the jar, found by name. */
public final class ShippedExperiments {

    private ShippedExperiments() {}

    /** Their names, in the order of the index. */
    public static List<String> names() {
        return resource("index").lines().filter(line -> !line.isBlank()).toList();
    }

    /** The text of one of them, comments included. */
    public static String text(String name) {
        if (!names().contains(name)) {
            throw new BadInput(unknown(name));
        }
        return resource(name + ".yaml");
    }

    /** A shipped name's document, else the file's. */
    static Section find(String nameOrPath) {
        if (names().contains(nameOrPath)) {
            return YamlText.parse(nameOrPath + ".yaml", resource(nameOrPath + ".yaml"));
        }
        if (looksLikePath(nameOrPath)) {
            return YamlFile.read(nameOrPath);
        }
        throw new BadInput(unknown(nameOrPath));
    }

    private static boolean looksLikePath(String text) {
        try {
            return text.contains("/") || text.contains("\\") || text.matches(".*\\.ya?ml") || !text.isEmpty() && Files.exists(Path.of(text));
        } catch (InvalidPathException impossible) {
            throw new BadInput("found an impossible path (" + impossible.getMessage().replaceAll("\\p{Cntrl}", "?") + "); a shipped name or the path of a file is allowed");
        }
    }

    private static String unknown(String name) {
        return "found no experiment '" + name.replaceAll("\\p{Cntrl}", "?") + "'" + NearestName.hint(name, names()) + " (or the path of a file)";
    }

    private static String resource(String file) {
        try (InputStream in = ShippedExperiments.class.getResourceAsStream("/experiments/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks experiments/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
