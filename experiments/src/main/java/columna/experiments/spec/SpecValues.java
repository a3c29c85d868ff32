package columna.experiments.spec;

import columna.experiments.spec.Key.Condition;
import columna.experiments.yaml.Location;
import columna.experiments.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What was written, by dotted path, read through the table of keys. */
final class SpecValues {
    private final List<Key<?>> table;
    private final SequencedMap<String, Scalar> written;
    private final Places places;
    private final Set<String> set;
    private final Problems problems;

    /** Takes the table of keys, the scalars by path, their places, and the paths that the command line set. */
    SpecValues(List<Key<?>> table, SequencedMap<String, Scalar> written, Places places, Set<String> set, Problems problems) {
        this.table = table;
        this.written = written;
        this.places = places;
        this.set = set;
        this.problems = problems;
    }

    Places places() {
        return places;
    }

    Map<String, Scalar> written() {
        return written;
    }

    /**
     * Every key of the table: of the right kind, allowed where it stands, present if required. A missing key is told only when nothing
     * else is wrong, for it may be the one that was misspelled.
     */
    void checkAll() {
        table.forEach(this::check);
        table.stream().filter(Key::isStandardOfSignals).forEach(this::checkSignals);
        if (problems.none()) {
            table.stream().filter(Key::required).filter(key -> !written.containsKey(key.path())).forEach(this::missing);
        }
    }

    private void missing(Key<?> key) {
        problems.add(places.of(key.path()), "found no '" + key.path() + "'; it is required, allowed: " + key.kind());
    }

    /** The signals of a table hold what its default may hold. */
    private void checkSignals(Key<?> standard) {
        signals(standard).forEach((signal, scalar) -> {
            if (standard.reader().apply(scalar).isEmpty()) {
                problems.add(scalar.location(), standard.complaint(standard.section() + "." + signal, scalar));
            }
        });
    }

    private SequencedMap<String, Scalar> signals(Key<?> standard) {
        SequencedMap<String, Scalar> signals = new LinkedHashMap<>();
        String prefix = standard.section() + ".";
        written.forEach((path, scalar) -> {
            if (path.startsWith(prefix) && !path.equals(standard.path())) {
                signals.put(path.substring(prefix.length()), scalar);
            }
        });
        return signals;
    }

    private void check(Key<?> key) {
        Scalar scalar = written.get(key.path());
        if (scalar == null) {
            return;
        }
        if (key.reader().apply(scalar).isEmpty()) {
            problems.add(scalar.location(), key.complaint(scalar));
        } else {
            key.condition().filter(condition -> !holds(condition)).ifPresent(condition -> misplaced(key, condition, scalar.location()));
        }
    }

    /** A key without meaning is a mistake, unless the command line has taken its meaning away. */
    private void misplaced(Key<?> key, Condition condition, Location location) {
        if (!set.contains(condition.path()) || set.contains(key.path())) {
            problems.add(location, "found '" + key.path() + "', which has no meaning here; allowed: only with " + condition);
        }
    }

    private boolean holds(Condition condition) {
        Key<?> other = table.stream().filter(key -> key.path().equals(condition.path())).findFirst().orElseThrow();
        Optional<String> word = Optional.ofNullable(written.get(other.path())).map(Scalar::text).or(other::defaultText);
        // A missing or unknown word is complained about itself.
        return word.filter(other.words()::contains).map(condition.words()::contains).orElse(true);
    }

    /** The table over signals whose default a key is; checked before. */
    <T> SignalTable<T> table(Key<T> standard) {
        SequencedMap<String, T> named = new LinkedHashMap<>();
        signals(standard).forEach((signal, scalar) -> named.put(signal, standard.reader().apply(scalar).orElseThrow()));
        return new SignalTable<>(get(standard), named);
    }

    /** The value of a key that was checked. */
    <T> T get(Key<T> key) {
        Scalar scalar = written.get(key.path());
        return scalar == null ? key.defaultValue() : key.reader().apply(scalar).orElseThrow();
    }

    /** Every key that has a meaning here, in the order of the table, with its value as YAML; formats besides the default after it. */
    SequencedMap<String, String> resolved() {
        SequencedMap<String, String> resolved = new LinkedHashMap<>();
        for (Key<?> key : table) {
            if (key.condition().filter(condition -> !holds(condition)).isEmpty()) {
                resolved.put(key.path(), text(key));
                if (key.isStandardOfSignals()) {
                    signals(key).forEach((signal, scalar) -> resolved.put(key.section() + "." + signal, Key.quoted(scalar.text())));
                }
            }
        }
        return resolved;
    }

    private <T> String text(Key<T> key) {
        return key.writer().apply(get(key));
    }
}
