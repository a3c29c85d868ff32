package columna.experiments.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A value for every signal: its own, else that of the longest group its dotted name begins with, else the default. A group is a run of
 * whole components, so {@code lru.trace} holds {@code lru.trace.B} but not {@code lru.traces}.
 *
 * @param <V> the value
 * @param standard the value of signals that nothing else names
 * @param named signal or group to value, in the order of the file
 */
public record SignalTable<V>(V standard, SequencedMap<String, V> named) {

    /** The key of {@link #standard}. */
    static final String DEFAULT = "default";

    public SignalTable {
        named = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(named));
    }

    /** The value of a signal. */
    public V of(String signal) {
        String key = keyOf(signal);
        return key.equals(DEFAULT) ? standard : named.get(key);
    }

    /** The key that decides a signal's value: the signal, a group or {@code default}. */
    public String keyOf(String signal) {
        for (String name = signal; !name.isEmpty(); name = group(name)) {
            if (named.containsKey(name)) {
                return name;
            }
        }
        return DEFAULT;
    }

    /** The name without its last component; empty if it has only one. */
    static String group(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }

    Map<String, V> withDefault() {
        SequencedMap<String, V> all = new LinkedHashMap<>();
        all.put(DEFAULT, standard);
        all.putAll(named);
        return all;
    }
}
