package columna.experiments.spec;

import columna.experiments.yaml.Location;
import columna.experiments.yaml.NearestName;
import columna.experiments.yaml.YamlNode;
import columna.experiments.yaml.YamlNode.Entry;
import columna.experiments.yaml.YamlNode.Items;
import columna.experiments.yaml.YamlNode.Scalar;
import columna.experiments.yaml.YamlNode.Section;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Flattens a document and the settings of the command line into dotted paths, refusing every name that the table of keys lacks. */
final class SpecDocument {
    private final Section root;
    private final List<Key<?>> table;
    private final Problems problems;
    private final Map<String, Key<?>> keys = new TreeMap<>();
    private final Set<String> sections = new LinkedHashSet<>();
    private final Set<String> tables = new TreeSet<>();
    private final Set<String> signalNames = new TreeSet<>();
    private final SequencedMap<String, Scalar> written = new LinkedHashMap<>();
    private final Map<String, Location> places = new TreeMap<>();
    private final Set<String> set = new LinkedHashSet<>();

    /** A document whose keys are those of the table. */
    SpecDocument(Section root, List<Key<?>> table, Set<String> signals, Problems problems) {
        this.root = root;
        this.table = table;
        this.problems = problems;
        for (Key<?> key : table) {
            keys.put(key.path(), key);
            for (String section = key.section(); !section.isEmpty(); section = SignalTable.group(section)) {
                sections.add(section);
            }
            if (key.isStandardOfSignals()) {
                tables.add(key.section());
            }
        }
        for (String signal : signals) {
            for (String name = signal; !name.isEmpty(); name = SignalTable.group(name)) {
                signalNames.add(name);
            }
        }
        signalNames.add(SignalTable.DEFAULT);
    }

    SpecValues values(List<String> settings) {
        section("", root);
        settings.forEach(this::setting);
        return new SpecValues(table, written, new Places(root.location(), places), set, problems);
    }

    private void section(String path, Section section) {
        for (Entry entry : section.entries()) {
            String full = path.isEmpty() ? entry.key() : path + "." + entry.key();
            if (tables.contains(path)) {
                signal(full, entry);
            } else if (keys.containsKey(full) && !entry.key().contains(".")) {
                value(full, entry.value());
            } else if (sections.contains(full) && !entry.key().contains(".")) {
                subsection(full, entry);
            } else {
                problems.add(entry.location(), unknownKey(path, entry.key()));
            }
        }
    }

    private void subsection(String path, Entry entry) {
        places.put(path, entry.location());
        if (entry.value() instanceof Section section) {
            section(path, section);
        } else {
            problems.add(entry.value().location(), "found " + entry.value().kind() + " for '" + path
                    + "'; allowed: a section with the keys " + String.join(", ", childrenOf(path)));
        }
    }

    private void signal(String path, Entry entry) {
        if (signalNames.contains(entry.key())) {
            value(path, entry.value());
        } else {
            problems.add(entry.location(), unknownSignal(entry.key()));
        }
    }

    private void value(String path, YamlNode value) {
        places.put(path, value.location());
        switch (value) {
            case Scalar scalar -> written.put(path, scalar);
            case Section section -> problems.add(section.location(), "found a section for '" + path + "'; allowed: one value");
            case Items items -> problems.add(items.location(), "found a list for '" + path + "'; allowed: one value");
        }
    }

    private void setting(String setting) {
        Location location = Location.ofArgument("--set " + setting.replaceAll("\\p{Cntrl}", "?"));
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            problems.add(location, "found no '=' after a key; allowed: KEY=VALUE, for example learning.optimiser.rate=0.01");
            return;
        }
        String path = setting.substring(0, equals).strip();
        if (keys.containsKey(path) || signalIn(path).filter(signalNames::contains).isPresent()) {
            value(path, new Scalar(location, setting.substring(equals + 1).strip(), true));
            set.add(path);
        } else {
            problems.add(location, unknownSetting(path));
        }
    }

    private String unknownSetting(String path) {
        if (sections.contains(path)) {
            return "found the section '" + path + "' instead of a key; allowed: one of " + String.join(", ", childrenOf(path)) + " in it";
        }
        return signalIn(path).map(this::unknownSignal).orElseGet(() -> "found the unknown key '" + path + "'" + elsewhere(path)
                .or(() -> NearestName.of(lastPart(path), lastParts()).flatMap(this::elsewhere))
                .or(() -> NearestName.of(path, keys.keySet()).map(name -> "; did you mean '" + name + "'?"))
                .orElse("; allowed: a key that 'columna explain' knows"));
    }

    /** What follows the name of a table over signals. */
    private Optional<String> signalIn(String path) {
        return tables.stream().filter(table -> path.startsWith(table + ".")).map(table -> path.substring(table.length() + 1)).findFirst();
    }

    private String unknownSignal(String name) {
        String hint = NearestName.of(name, signalNames).map(near -> "; did you mean '" + near + "'?")
                .orElse("; allowed: default, a signal of 'columna list signals' or the beginning of its name");
        return "found the unknown signal '" + name + "'" + hint;
    }

    private String unknownKey(String section, String key) {
        List<String> siblings = childrenOf(section);
        String where = section.isEmpty() ? "" : " in '" + section + "'";
        return "found the unknown key '" + key + "'" + where + NearestName.of(key, siblings)
                .map(name -> "; did you mean '" + name + "'?")
                .or(() -> elsewhere(key))
                .orElse("; allowed: " + String.join(", ", siblings));
    }

    /** A key of that last name that lives in another section. */
    private Optional<String> elsewhere(String key) {
        List<String> homes = keys.keySet().stream().filter(path -> lastPart(path).equals(lastPart(key))).toList();
        return homes.isEmpty() || homes.size() > 2
                ? Optional.empty()
                : Optional.of("; did you mean '" + String.join("' or '", homes) + "'?");
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private Set<String> lastParts() {
        return keys.keySet().stream().map(SpecDocument::lastPart).collect(Collectors.toSet());
    }

    private List<String> childrenOf(String section) {
        Set<String> children = new LinkedHashSet<>();
        String prefix = section.isEmpty() ? "" : section + ".";
        for (Key<?> key : table) {
            if (key.path().startsWith(prefix)) {
                children.add(key.path().substring(prefix.length()).split("\\.")[0]);
            }
        }
        return List.copyOf(children);
    }
}
