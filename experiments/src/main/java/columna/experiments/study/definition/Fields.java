package columna.experiments.study.definition;

import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.Location;
import columna.experiments.yaml.NearestName;
import columna.experiments.yaml.YamlNode;
import columna.experiments.yaml.YamlNode.Entry;
import columna.experiments.yaml.YamlNode.Items;
import columna.experiments.yaml.YamlNode.Scalar;
import columna.experiments.yaml.YamlNode.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one section of a study file, read with a complaint that says where, what was found and what is allowed. */
final class Fields {

    private final String path;
    private final Section section;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * @param path dotted path of the section, empty for the file
     * @param allowed the keys that it may have
     */
    Fields(String path, Section section, List<String> allowed) {
        this.path = path;
        this.section = section;
        for (Entry entry : section.entries()) {
            if (!allowed.contains(entry.key())) {
                throw entry.location().complain("found the unknown key '" + entry.key() + "'" + (path.isEmpty() ? "" : " in '" + path + "'")
                        + NearestName.hint(entry.key(), allowed));
            }
            entries.put(entry.key(), entry);
        }
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    Location location(String key) {
        return entry(key).map(Entry::location).orElse(section.location());
    }

    /** A text of one line. */
    Optional<String> text(String key) {
        return entry(key).map(entry -> scalar(entry.value(), full(key), "a text").text());
    }

    String required(String key, String allowed) {
        return text(key).filter(text -> !text.isBlank()).orElseThrow(() ->
                location(key).complain("found no '" + full(key) + "'; it is required, allowed: " + allowed));
    }

    long whole(String key, long least, long most, long absent) {
        return entry(key).map(entry -> whole(entry.value(), full(key), least, most)).orElse(absent);
    }

    double number(String key, double least, double most) {
        return entry(key).map(entry -> number(entry.value(), full(key), least, most)).orElseThrow(() ->
                section.location().complain("found no '" + full(key) + "'; it is required, allowed: a number from " + least + " to " + most));
    }

    Optional<Fields> section(String key, List<String> allowed) {
        return entry(key).map(entry -> new Fields(full(key), asSection(entry.value(), full(key), String.join(", ", allowed)), allowed));
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    static Section asSection(YamlNode node, String name, String keys) {
        if (node instanceof Section section) {
            return section;
        }
        throw node.location().complain("found " + node.kind() + " for '" + name + "'; allowed: a section with " + keys);
    }

    static Scalar scalar(YamlNode node, String name, String allowed) {
        if (node instanceof Scalar scalar && !scalar.empty()) {
            return scalar;
        }
        throw node.location().complain("found " + kind(node) + " for '" + name + "'; allowed: " + allowed);
    }

    static List<YamlNode> items(YamlNode node, String name, String allowed) {
        if (node instanceof Items items && !items.values().isEmpty()) {
            return items.values();
        }
        throw node.location().complain("found " + (node instanceof Items ? "an empty list" : kind(node)) + " for '" + name + "'; allowed: " + allowed);
    }

    private static String kind(YamlNode node) {
        return node instanceof Items ? "a list" : node.kind();
    }

    static long whole(YamlNode node, String name, long least, long most) {
        String allowed = "a whole number from " + least + " to " + most;
        Scalar scalar = scalar(node, name, allowed);
        if (scalar.text().matches("[-+]?[0-9]{1,18}")) {
            long value = Long.parseLong(scalar.text());
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw wrong(scalar, name, allowed);
    }

    static double number(YamlNode node, String name, double least, double most) {
        String allowed = "a number from " + least + " to " + most;
        Scalar scalar = scalar(node, name, allowed);
        try {
            double value = Double.parseDouble(scalar.text());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException none) {
            // The same complaint as for a number out of range.
        }
        throw wrong(scalar, name, allowed);
    }

    static BadInput wrong(Scalar scalar, String name, String allowed) {
        return scalar.location().complain("found " + scalar.kind() + " for '" + name + "'; allowed: " + allowed);
    }
}
