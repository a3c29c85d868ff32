package columna.experiments.study.definition;

import columna.experiments.spec.ExperimentKeys;
import columna.experiments.spec.Key;
import columna.experiments.study.definition.Change.FormatChange;
import columna.experiments.study.definition.Change.Part;
import columna.experiments.study.definition.Change.Setting;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.Location;
import columna.experiments.yaml.NearestName;
import columna.experiments.yaml.YamlNode;
import columna.experiments.yaml.YamlNode.Entry;
import columna.experiments.yaml.YamlNode.Items;
import columna.experiments.yaml.YamlNode.Scalar;
import columna.experiments.yaml.YamlNode.Section;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.hardware.technology.Technology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Reads the section {@code axes}. Names and kinds are checked here; what one value demands of another, when a point is made. */
final class AxisReader {

    private static final String FORMATS = "formats";
    private static final List<String> RANGE = List.of("from", "to", "step", "count", "scale");

    private final Map<String, Key<?>> keys = new HashMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> groups = new LinkedHashSet<>();

    AxisReader(Set<String> signals) {
        ExperimentKeys.all().forEach(key -> keys.put(key.path(), key));
        for (String signal : signals) {
            for (String name = signal; !name.isEmpty(); name = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "") {
                groups.add(name);
            }
        }
        names.addAll(keys.keySet());
        for (Part part : Part.values()) {
            names.add(FORMATS + "." + part.word());
            groups.forEach(group -> names.add(FORMATS + "." + group + "." + part.word()));
        }
        groups.forEach(group -> names.add(FORMATS + "." + group));
    }

    List<Axis> read(Section section) {
        List<Axis> axes = new ArrayList<>();
        Map<String, String> targets = new HashMap<>();
        for (Entry entry : section.entries()) {
            Axis axis = axis(entry);
            axes.add(axis);
            Set<String> changed = new LinkedHashSet<>();
            axis.levels().forEach(level -> level.changes().forEach(change -> changed.add(change.target())));
            for (String target : changed) {
                String other = targets.put(target, axis.name());
                if (other != null) {
                    throw entry.location().complain("found the axes '" + other + "' and '" + axis.name() + "', which both change '" + target
                            + "'; allowed: one axis for each key");
                }
            }
        }
        return axes;
    }

    private Axis axis(Entry entry) {
        String name = entry.key();
        List<Level> levels = switch (entry.value()) {
            case Items items -> {
                if (items.values().isEmpty()) {
                    throw items.location().complain("found the axis '" + name + "' without values; allowed: at least one, or no such axis");
                }
                yield items.values().stream().map(value -> level(name, entry.location(), Fields.scalar(value, name, "a list of values"))).toList();
            }
            case Section section when section.entries().stream().anyMatch(e -> e.key().equals("keys")) -> together(name, section);
            case Section section when !section.entries().isEmpty() && section.entries().stream().allMatch(e -> e.value() instanceof Section) ->
                variants(name, section);
            case Section section -> range(name, entry.location(), section);
            case Scalar scalar -> throw scalar.location().complain("found " + scalar.kind() + " for the axis '" + name
                    + "'; allowed: a list of values, a range such as {from: 4, to: 16, step: 2}, named variants, or {keys: [...], values: [...]}");
        };
        Set<String> labels = new LinkedHashSet<>();
        for (Level level : levels) {
            if (!labels.add(level.label())) {
                throw entry.location().complain("found the value '" + level.label() + "' twice on the axis '" + name + "'; allowed: different values");
            }
        }
        return new Axis(name, levels);
    }

    /** Several keys that get the same value. */
    private List<Level> together(String name, Section section) {
        Fields fields = new Fields(name, section, List.of("keys", "values"));
        List<Scalar> names = Fields.items(section.entries().stream().filter(e -> e.key().equals("keys")).findFirst().orElseThrow().value(), name + ".keys",
                "a list of keys").stream().map(key -> Fields.scalar(key, name + ".keys", "a list of keys")).toList();
        Entry values = fields.entry("values").orElseThrow(() ->
                section.location().complain("found no '" + name + ".values'; it is required, allowed: a list of values or a range"));
        List<Scalar> scalars = switch (values.value()) {
            case Section range -> numbers(name, values.location(), range);
            case YamlNode list -> Fields.items(list, name + ".values", "a list of values or a range").stream()
                    .map(value -> Fields.scalar(value, name + ".values", "a list of values")).toList();
        };
        return scalars.stream().map(value -> new Level(value.text(), number(value),
                names.stream().map(key -> change(key.text(), key.location(), value)).toList())).toList();
    }

    private List<Level> variants(String name, Section section) {
        List<Level> levels = new ArrayList<>();
        for (Entry variant : section.entries()) {
            List<Change> changes = new ArrayList<>();
            for (Entry setting : ((Section) variant.value()).entries()) {
                changes.add(change(setting.key(), setting.location(), Fields.scalar(setting.value(), setting.key(), "one value")));
            }
            levels.add(new Level(variant.key(), OptionalDouble.empty(), changes));
        }
        return levels;
    }

    private List<Level> range(String name, Location location, Section section) {
        return numbers(name, location, section).stream().map(value -> level(name, location, value)).toList();
    }

    private static List<Scalar> numbers(String name, Location location, Section section) {
        Fields fields = new Fields(name, section, RANGE);
        double from = fields.number("from", -1e12, 1e12);
        double to = fields.number("to", -1e12, 1e12);
        String scale = fields.text("scale").orElse("linear");
        if (!List.of("linear", "log").contains(scale)) {
            throw fields.location("scale").complain("found '" + scale + "' for '" + name + ".scale'; allowed: linear or log");
        }
        boolean log = scale.equals("log");
        if (fields.entry("step").isPresent() == fields.entry("count").isPresent() || log && (from <= 0 || to <= 0 || fields.entry("step").isPresent())) {
            throw section.location().complain("found a range for '" + name + "' that is not clear; allowed: from, to and step, or from, to and count, "
                    + "on a log scale count and numbers above 0");
        }
        List<Double> values = log || fields.entry("count").isPresent()
                ? spaced(from, to, (int) fields.whole("count", 2, 10_000, 2), log)
                : stepped(from, to, fields.number("step", 1e-12, 1e12), location, name);
        return values.stream().map(value -> new Scalar(location, plain(value), true)).toList();
    }

    private static List<Double> spaced(double from, double to, int count, boolean log) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double share = (double) i / (count - 1);
            values.add(log ? from * StrictMath.pow(to / from, share) : from + share * (to - from));
        }
        return values;
    }

    private static List<Double> stepped(double from, double to, double step, Location location, String name) {
        int count = (int) Math.floor((to - from) / step + 1e-9) + 1;
        if (count < 1 || count > 10_000) {
            throw location.complain("found a range of " + Math.max(0, count) + " values for '" + name + "'; allowed: 1 to 10,000");
        }
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(from + i * step);
        }
        return values;
    }

    /** Whole numbers without a point; others with at most six digits that count. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new java.math.BigDecimal(value, new java.math.MathContext(6)).stripTrailingZeros().toPlainString();
    }

    private Level level(String name, Location location, Scalar value) {
        return new Level(value.text(), number(value), List.of(change(name, location, value)));
    }

    private static OptionalDouble number(Scalar value) {
        try {
            return OptionalDouble.of(Double.parseDouble(value.text()));
        } catch (NumberFormatException word) {
            return OptionalDouble.empty();
        }
    }

    private Change change(String name, Location location, Scalar value) {
        if (name.equals("seed")) {
            throw location.complain("found the axis 'seed'; allowed: the key 'seeds' of the study, by which every configuration is repeated");
        }
        Optional<FormatChange> part = formatPart(name, value);
        if (part.isPresent()) {
            return part.get();
        }
        if (name.startsWith(FORMATS + ".") && (groups.contains(name.substring(FORMATS.length() + 1)) || name.equals("formats.default"))) {
            return new Setting(name, format(name, value));
        }
        Key<?> key = keys.get(name);
        if (key == null) {
            throw location.complain("found the unknown key '" + name + "'" + NearestName.of(name, names).map(near -> "; did you mean '" + near + "'?")
                    .orElse("; allowed: a key that 'columna explain' knows, formats.SIGNAL, or formats.SIGNAL followed by .bits, .added_bits, "
                            + ".integer_bits, .rounding or .overflow"));
        }
        if (key.reader().apply(value).isEmpty()) {
            throw value.location().complain(key.complaint(value));
        }
        if (name.equals("technology") && !Technology.names().contains(value.text()) && !java.nio.file.Files.isRegularFile(java.nio.file.Path.of(value.text()))) {
            throw value.location().complain("found no technology '" + value.text() + "'" + NearestName.hint(value.text(), Technology.names()));
        }
        return new Setting(name, value.text());
    }

    private static String format(String name, Scalar value) {
        try {
            Format.parse(value.text(), Quantization.RND, Overflow.SAT);
            return value.text();
        } catch (IllegalArgumentException wrong) {
            throw value.location().complain("found " + value.kind() + " for '" + name + "': " + wrong.getMessage().replaceFirst("\\.$", ""));
        }
    }

    private Optional<FormatChange> formatPart(String name, Scalar value) {
        for (Part part : Part.values()) {
            String ending = "." + part.word();
            if (name.startsWith(FORMATS) && name.endsWith(ending)) {
                String middle = name.substring(FORMATS.length(), name.length() - ending.length()).replaceFirst("^\\.", "");
                if (middle.isEmpty() || groups.contains(middle)) {
                    return Optional.of(new FormatChange(middle, part, checked(part, name, value)));
                }
            }
        }
        return Optional.empty();
    }

    private static String checked(Part part, String name, Scalar value) {
        switch (part) {
            case BITS -> Fields.whole(value, name, 1, 32);
            case ADDED_BITS -> Fields.whole(value, name, -31, 31);
            case INTEGER_BITS -> Fields.whole(value, name, -64, 64);
            case ROUNDING -> word(value, name, Arrays.stream(Quantization.values()).map(Enum::name).toList());
            case OVERFLOW -> word(value, name, Arrays.stream(Overflow.values()).map(Enum::name).toList());
        }
        return value.text().replaceFirst("^\\+", "");
    }

    private static void word(Scalar value, String name, List<String> words) throws BadInput {
        if (!words.contains(value.text())) {
            throw value.location().complain("found " + value.kind() + " for '" + name + "'" + NearestName.hint(value.text(), words));
        }
    }
}
