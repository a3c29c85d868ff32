package columna.experiments.spec;

import columna.fixedpoint.Format;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Collections;
import java.util.LinkedHashMap;

/**
 * The number format of every signal: its own, else that of the longest group its dotted name begins with, else the default. A group
 * is a run of whole components, so {@code lru.trace} holds {@code lru.trace.B} but not {@code lru.traces}.
 *
 * @param defaultFormat the format of signals that nothing else names
 * @param formats signal or group to format, in the order of the file
 */
public record FormatTable(Format defaultFormat, SequencedMap<String, Format> formats) {

    public FormatTable {
        formats = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(formats));
    }

    /** The format of a signal. */
    public Format formatOf(String signal) {
        String key = keyOf(signal);
        return key.equals("default") ? defaultFormat : formats.get(key);
    }

    /** The key that decides the signal's format: the signal, a group or {@code default}. */
    public String keyOf(String signal) {
        for (String name = signal; !name.isEmpty(); name = group(name)) {
            if (formats.containsKey(name)) {
                return name;
            }
        }
        return "default";
    }

    /** The name without its last component; empty if it has only one. */
    static String group(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }

    Map<String, Format> withDefault() {
        SequencedMap<String, Format> all = new LinkedHashMap<>();
        all.put("default", defaultFormat);
        all.putAll(formats);
        return all;
    }
}
