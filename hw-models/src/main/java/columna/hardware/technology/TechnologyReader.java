package columna.hardware.technology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads a technology file into {@link Settings}.
 *
 * <p>{@code extends} names a shipped technology whose constants hold where the file gives none of its own; a constant
 * is replaced whole, with its evidence and source. Every error is one sentence with file, line and column.
 */
final class TechnologyReader {
    /** The shipped file of what all technologies share; not a technology by itself. */
    static final String COMMON = "common";

    private final YamlTree yaml;
    private final Map<Key, Setting> values = new EnumMap<>(Key.class);
    private Optional<String> name = Optional.empty();

    private TechnologyReader(String file) {
        this.yaml = new YamlTree(file);
    }

    static Settings shipped(String name) {
        return new TechnologyReader(name + ".yaml").read(resource(name)).complete();
    }

    static Settings file(Path path) {
        var reader = new TechnologyReader(path.toString());
        try {
            return reader.read(Files.readString(path)).complete();
        } catch (NoSuchFileException e) {
            throw reader.yaml.error("there is no such file; shipped technologies are "
                    + String.join(", ", Technology.names()) + ".");
        } catch (MalformedInputException e) {
            throw reader.yaml.error("the file is not UTF-8 text.");
        } catch (IOException e) {
            throw reader.yaml.error("the file cannot be read.");
        }
    }

    private static String resource(String name) {
        try (InputStream in = TechnologyReader.class.getResourceAsStream("/technologies/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The technology " + name + " cannot be read.", e);
        }
    }

    private TechnologyReader read(String text) {
        var entries = yaml.entries(yaml.parse(text), "a technology");
        entries.forEach((key, node) -> {
            if (key.getValue().equals("extends")) {
                values.putAll(base(node));
            }
        });
        entries.forEach(this::entry);
        return this;
    }

    private Map<Key, Setting> base(Node node) {
        var base = yaml.text(node, "extends");
        if (!base.equals(COMMON) && !Technology.names().contains(base)) {
            throw yaml.error(node, "extends names a shipped technology, found '" + base + "', nearest is '"
                    + Spelling.nearest(base, Technology.names()) + "'.");
        }
        return new TechnologyReader(base + ".yaml").read(resource(base)).values;
    }

    private void entry(ScalarNode key, Node node) {
        switch (key.getValue()) {
            case "extends" -> { }
            case "name" -> name = Optional.of(yaml.text(node, "name"));
            case String section when Key.sections().contains(section) -> section(section, node);
            default -> throw unknown(key, "a technology", topKeys());
        }
    }

    private void section(String section, Node node) {
        yaml.entries(node, section).forEach((name, value) -> {
            var key = Key.find(section, name.getValue()).orElseThrow(() -> unknown(name, section, Key.keysOf(section)));
            values.put(key, setting(key, value));
        });
    }

    private Setting setting(Key key, Node node) {
        var fields = yaml.entries(node, key.path());
        fields.keySet().stream().filter(field -> !key.fields().contains(field.getValue())).findFirst()
                .ifPresent(field -> {
                    throw unknown(field, key.path(), key.fields());
                });
        var evidence = evidence(key, field(key, node, fields, "evidence"));
        var source = yaml.text(field(key, node, fields, "source"), key.path() + ".source");
        return switch (key.shape) {
            case WORD -> new Setting.Word(word(key, field(key, node, fields, "value")), evidence, source);
            case NUMBER -> new Setting.Number(
                    Band.exactly(number(key, "value", field(key, node, fields, "value"))), evidence, source);
            case BAND -> new Setting.Number(band(key, node, fields), evidence, source);
        };
    }

    private Node field(Key key, Node node, Map<ScalarNode, Node> fields, String name) {
        return fields.entrySet().stream().filter(field -> field.getKey().getValue().equals(name)).findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> yaml.error(node, key.path() + " needs '" + name + "', its keys are "
                        + String.join(", ", key.fields()) + "."));
    }

    private Band band(Key key, Node node, Map<ScalarNode, Node> fields) {
        double low = number(key, "low", field(key, node, fields, "low"));
        double nominal = number(key, "nominal", field(key, node, fields, "nominal"));
        double high = number(key, "high", field(key, node, fields, "high"));
        if (!(low <= nominal && nominal <= high)) {
            throw yaml.error(node, key.path() + " needs low <= nominal <= high, found "
                    + low + ", " + nominal + ", " + high + ".");
        }
        return new Band(low, nominal, high);
    }

    private double number(Key key, String field, Node node) {
        var text = yaml.text(node, key.path() + "." + field);
        try {
            double value = Double.parseDouble(text);
            if (value >= key.smallest && value <= key.largest) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw yaml.error(node, key.path() + "." + field + " is '" + text + "', expected a number.");
        }
        throw yaml.error(node, key.path() + "." + field + " is " + text + ", allowed is "
                + key.smallest + " to " + key.largest + ".");
    }

    private String word(Key key, Node node) {
        var text = yaml.text(node, key.path() + ".value");
        if (!key.words.contains(text)) {
            throw yaml.error(node, key.path() + ".value is '" + text + "', allowed is "
                    + String.join(", ", key.words) + ".");
        }
        return text;
    }

    private Evidence evidence(Key key, Node node) {
        var text = yaml.text(node, key.path() + ".evidence");
        return Arrays.stream(Evidence.values()).filter(evidence -> evidence.label().equals(text)).findFirst()
                .orElseThrow(() -> yaml.error(node, key.path() + ".evidence is '" + text
                        + "', allowed is measured, published, scaled, assumed."));
    }

    private Settings complete() {
        var given = name.orElseThrow(() -> yaml.error("the key 'name' is missing."));
        for (Key key : Key.values()) {
            if (!values.containsKey(key)) {
                throw yaml.error("the key '" + key.path() + "' is missing; give it, or say 'extends: cmos-28nm'.");
            }
        }
        return new Settings(yaml.file(), given, values);
    }

    private TechnologyFileException unknown(ScalarNode key, String where, List<String> allowed) {
        return yaml.error(key, "'" + key.getValue() + "' is not a key of " + where + ", nearest is '"
                + Spelling.nearest(key.getValue(), allowed) + "', allowed is " + String.join(", ", allowed) + ".");
    }

    private static List<String> topKeys() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of("name", "extends"), Key.sections().stream()).toList();
    }
}
