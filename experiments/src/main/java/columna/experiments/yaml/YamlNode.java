package columna.experiments.yaml;

import java.util.List;

/** A value of a YAML document with the place it begins at. */
public sealed interface YamlNode {

    Location location();

    /** What a reader of an error message calls this value. */
    String kind();

    /**
     * A single value as it was written.
     *
     * @param text the characters, without quotes
     * @param plain whether it stood without quotes, so that it may be a number, {@code true} or nothing at all
     */
    record Scalar(Location location, String text, boolean plain) implements YamlNode {
        /** Whether nothing was written: {@code key:} and the null words of YAML 1.2. */
        public boolean empty() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String kind() {
            if (empty()) {
                return "nothing";
            }
            String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
            return plain ? "'" + shown + "'" : "the text \"" + shown + "\"";
        }
    }

    /** A mapping; the entries keep the order of the file, their keys are distinct. */
    record Section(Location location, List<Entry> entries) implements YamlNode {
        public Section {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a section";
        }
    }

    /** A sequence. */
    record Items(Location location, List<YamlNode> values) implements YamlNode {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** One key of a section and its value. */
    record Entry(String key, Location location, YamlNode value) {}
}
