package columna.experiments.spec;

import java.util.List;
import java.util.SequencedMap;

/** Values by dotted path as a YAML document. The names of signals have dots of their own and are quoted. */
final class KeyedYaml {

    private KeyedYaml() {}

    static String write(SequencedMap<String, String> values, List<Key<?>> table) {
        List<String> ofSignals = table.stream().filter(Key::isStandardOfSignals).map(key -> key.section() + ".").toList();
        StringBuilder out = new StringBuilder();
        String[] open = {""};
        values.forEach((path, text) -> {
            String section = ofSignals.stream().filter(path::startsWith).findFirst().map(prefix -> prefix.substring(0, prefix.length() - 1))
                    .orElseGet(() -> SignalTable.group(path));
            String name = section.isEmpty() ? path : path.substring(section.length() + 1);
            heading(out, open, section);
            int depth = section.isEmpty() ? 0 : section.split("\\.").length;
            out.repeat("  ", depth).append(name.contains(".") ? Key.quoted(name) : name).append(": ").append(text).append('\n');
        });
        return out.toString();
    }

    private static void heading(StringBuilder out, String[] open, String section) {
        String[] parts = section.isEmpty() ? new String[0] : section.split("\\.");
        String path = "";
        for (int depth = 0; depth < parts.length; depth++) {
            path = path.isEmpty() ? parts[depth] : path + "." + parts[depth];
            if (!(open[0] + ".").startsWith(path + ".")) {
                out.repeat("  ", depth).append(parts[depth]).append(":\n");
            }
        }
        open[0] = section;
    }
}
