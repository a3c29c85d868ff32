package columna.experiments.spec;

import columna.experiments.yaml.Location;
import columna.experiments.yaml.NearestName;
import columna.experiments.yaml.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One key of the experiment file: its dotted path, what it may hold, its default and its meaning. The table of all keys
 * ({@link ExperimentKeys}) is the only place where a range, a default or a description is written; the reader, the writer,
 * {@code columna explain} and the documentation are read from it.
 *
 * @param <T> the type a record holds
 * @param path dotted path from the document's root, for example {@code learning.optimiser.rate}
 * @param kind what may be written, as it stands after "allowed: "
 * @param defaultText what an absent key stands for, as it would be written; empty if the key is required
 * @param condition when the key has a meaning at all
 * @param unit the unit of the value, empty for words and texts
 * @param meaning one sentence for a person who builds chips
 * @param reader the value of a scalar, empty if it is not allowed
 * @param writer the inverse of the reader, as YAML text
 * @param words the words that may be written, empty unless the key is a choice
 */
public record Key<T>(
        String path,
        String kind,
        Optional<String> defaultText,
        Optional<Condition> condition,
        String unit,
        String meaning,
        Function<Scalar, Optional<T>> reader,
        Function<T, String> writer,
        List<String> words) {

    /** The key is allowed only where another key has one of these words. */
    public record Condition(String path, List<String> words) {
        @Override
        public String toString() {
            return path + ": " + String.join(" or ", words);
        }
    }

    public Key {
        words = List.copyOf(words);
    }

    static Key<Integer> whole(String path, int least, int most, String defaultText, String unit, String meaning) {
        String kind = "a whole number from " + least + " to " + most;
        return new Key<>(path, kind, optional(defaultText), Optional.empty(), unit, meaning,
                scalar -> wholeIn(scalar, least, most).map(Long::intValue), String::valueOf, List.of());
    }

    static Key<Long> longWhole(String path, long least, long most, String defaultText, String unit, String meaning) {
        String kind = "a whole number from " + least + " to " + most;
        return new Key<>(path, kind, optional(defaultText), Optional.empty(), unit, meaning,
                scalar -> wholeIn(scalar, least, most), String::valueOf, List.of());
    }

    static Key<Integer> powerOfTwo(String path, int least, int most, String defaultText, String unit, String meaning) {
        String kind = "a power of two from " + least + " to " + most;
        return new Key<>(path, kind, optional(defaultText), Optional.empty(), unit, meaning,
                scalar -> wholeIn(scalar, least, most).map(Long::intValue).filter(n -> Integer.bitCount(n) == 1),
                String::valueOf, List.of());
    }

    static Key<Double> number(String path, double least, double most, String defaultText, String unit, String meaning) {
        String kind = "a number from " + plain(least) + " to " + plain(most);
        return new Key<>(path, kind, optional(defaultText), Optional.empty(), unit, meaning,
                scalar -> numberIn(scalar, least, most), Key::plain, List.of());
    }

    /** One minus a power of two, which a chip multiplies by with a shift: {@code 0.875} or {@code 1-2^-3}. */
    static Key<Double> decay(String path, String defaultText, String meaning) {
        String kind = "one minus a power of two: 0.5, 0.75, 0.875, 0.9375, ..., written as a number or as 1-2^-K with K from 1 to 15";
        return new Key<>(path, kind, optional(defaultText), Optional.empty(), "", meaning, Key::decayOf, Key::decayText, List.of());
    }

    private static Optional<Double> decayOf(Scalar scalar) {
        for (int shift = 1; shift <= 15; shift++) {
            double value = 1 - Math.scalb(1.0, -shift);
            if (scalar.text().equals("1-2^-" + shift) || numberIn(scalar, 0, 1).filter(x -> x == value).isPresent()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static String decayText(double value) {
        return "1-2^-" + -Math.getExponent(1 - value);
    }

    static Key<Boolean> flag(String path, String defaultText, String meaning) {
        return choice(path, Map.of("true", true, "false", false), List.of("true", "false"), defaultText, meaning);
    }

    static <W extends Enum<W> & Word> Key<W> word(String path, Class<W> type, String defaultText, String meaning) {
        return labelled(path, type, Word::word, defaultText, meaning);
    }

    /** A choice among constants that another module has given their labels. */
    static <E extends Enum<E>> Key<E> labelled(String path, Class<E> type, Function<E, String> label, String defaultText, String meaning) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            choices.put(label.apply(constant), constant);
        }
        return choice(path, choices, List.copyOf(choices.keySet()), defaultText, meaning);
    }

    private static <T> Key<T> choice(String path, Map<String, T> choices, List<String> words, String defaultText, String meaning) {
        String kind = words.size() == 1 ? "'" + words.getFirst() + "'" : String.join(", ", words);
        return new Key<>(path, kind, optional(defaultText), Optional.empty(), "", meaning,
                scalar -> Optional.ofNullable(choices.get(scalar.text())),
                value -> words.stream().filter(word -> choices.get(word).equals(value)).findFirst().orElseThrow(), words);
    }

    static Key<String> text(String path, String kind, String pattern, String defaultText, String meaning) {
        return new Key<>(path, kind, optional(defaultText), Optional.empty(), "", meaning,
                scalar -> Optional.of(scalar.text()).filter(text -> !scalar.empty() && text.matches(pattern)), Key::quoted, List.of());
    }

    /** The same key, allowed only where the other key has one of the words. */
    Key<T> onlyWith(Key<?> other, String... allowed) {
        return new Key<>(path, kind, defaultText, Optional.of(new Condition(other.path, List.of(allowed))), unit, meaning, reader, writer, words);
    }

    /** The same key, which may also hold a word that stands for no value of its own, such as {@code none}. */
    Key<Optional<T>> orWord(String word) {
        return new Key<>(path, kind + ", or " + word, defaultText, condition, unit, meaning,
                scalar -> scalar.plain() && scalar.text().equals(word)
                        ? Optional.of(Optional.empty())
                        : reader.apply(scalar).map(Optional::of),
                value -> value.map(writer).orElse(word), words);
    }

    /** Whether this is the default of a table over signals: its section holds signals and groups of them besides. */
    public boolean isStandardOfSignals() {
        return name().equals(SignalTable.DEFAULT);
    }

    /** Whether the key must be written. */
    public boolean required() {
        return defaultText.isEmpty();
    }

    /** The value of an absent key. */
    T defaultValue() {
        return reader.apply(new Scalar(Location.ofArgument("default"), defaultText.orElseThrow(), true)).orElseThrow();
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The path without its last part, empty for a key of the root. */
    public String section() {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    /** Says what was found and what is allowed, with the nearest word where the key has words. */
    public String complaint(Scalar found) {
        return complaint(path, found);
    }

    /** The same for a signal of the table whose default this key is. */
    String complaint(String at, Scalar found) {
        String hint = NearestName.of(found.text(), words).map(word -> "; did you mean '" + word + "'?").orElse("");
        return "found " + found.kind() + " for '" + at + "'; allowed: " + kind + hint;
    }

    private static Optional<String> optional(String defaultText) {
        return defaultText.equals(ExperimentKeys.REQUIRED) ? Optional.empty() : Optional.of(defaultText);
    }

    private static Optional<Long> wholeIn(Scalar scalar, long least, long most) {
        if (!scalar.plain() || !scalar.text().matches("[-+]?[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(scalar.text())).filter(n -> n >= least && n <= most);
    }

    private static Optional<Double> numberIn(Scalar scalar, double least, double most) {
        if (!scalar.plain() || !scalar.text().matches("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(scalar.text())).filter(x -> x >= least && x <= most).map(x -> x + 0.0);
    }

    /** The shortest decimal that reads back to the same double. */
    static String plain(double value) {
        String shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return shortest.length() <= 12 ? shortest : Double.toString(value).toLowerCase(Locale.ROOT);
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        out.append(String.format(Locale.ROOT, "\\u%04X", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
