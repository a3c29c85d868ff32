package columna.experiments.study.definition;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.ShippedExperiments;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import columna.experiments.yaml.YamlNode;
import columna.experiments.yaml.YamlNode.Entry;
import columna.experiments.yaml.YamlNode.Items;
import columna.experiments.yaml.YamlNode.Section;
import columna.experiments.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.LongStream;

/** From the text of a study file to a {@link StudyDefinition}. */
public final class StudyReader {

    private static final List<String> KEYS = List.of(
            "study", "description", "experiment", "settings", "axes", "sampling", "seeds", "stop", "objectives", "bounds", "search");
    private static final int MOST_SEEDS = 1000;
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private final Set<String> signals;
    private final Path folder;
    private final Optional<String> resolved;
    private final List<String> settings;

    private StudyReader(Set<String> signals, Path folder, Optional<String> resolved, List<String> settings) {
        this.signals = signals;
        this.folder = folder;
        this.resolved = resolved;
        this.settings = settings;
    }

    /**
     * Reads a study.
     *
     * @param source what messages call the text
     * @param text the file
     * @param folder where a relative path of an experiment begins
     * @param signals every signal that a chip may have
     * @param settings of the command line, {@code KEY=VALUE}; they replace what experiment and study say
     * @throws BadInput one sentence
     */
    public static StudyDefinition read(String source, String text, Path folder, Set<String> signals, List<String> settings) {
        return new StudyReader(signals, folder, Optional.empty(), settings).read(YamlText.parse(source, text), text);
    }

    /**
     * Reads a study again from what its store keeps, whatever became of the files.
     *
     * @param experiment the resolved experiment before any axis
     */
    public static StudyDefinition stored(String text, String experiment, Set<String> signals) {
        return new StudyReader(signals, Path.of(""), Optional.of(experiment), List.of()).read(YamlText.parse("study", text), text);
    }

    private StudyDefinition read(Section document, String text) {
        Fields fields = new Fields("", document, KEYS);
        String name = fields.required("study", "a name of letters, digits, '-', '_' and '.'");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw fields.location("study").complain("found '" + name + "' for 'study'; allowed: a name of letters, digits, '-', '_' and '.', at most 64");
        }
        return new StudyDefinition(
                name,
                fields.text("description").orElse(""),
                text,
                signals,
                base(fields),
                axes(fields),
                sampling(fields),
                seeds(fields),
                fields.section("stop", List.of("after", "loss_above")).map(stop ->
                        new StopRule(stop.number("after", 0.001, 0.999), stop.number("loss_above", 0, 1e6))),
                objectives(fields),
                bounds(fields),
                fields.section("search", List.of("population", "generations", "seed")).map(StudyReader::search).orElse(SearchSettings.DEFAULT));
    }

    private ExperimentSpec base(Fields fields) {
        String experiment = fields.required("experiment", "a shipped experiment (see 'columna list') or the path of an experiment file");
        if (resolved.isPresent()) {
            return ExperimentSpec.parse("experiment", resolved.get(), signals, List.of());
        }
        String found = ShippedExperiments.names().contains(experiment) ? experiment : folder.resolve(experiment).toString();
        List<String> all = new ArrayList<>();
        fields.entry("settings").ifPresent(entry -> Fields.asSection(entry.value(), "settings", "keys of the experiment, such as learning.sequences")
                .entries().forEach(setting -> all.add(setting.key() + "=" + Fields.scalar(setting.value(), setting.key(), "one value").text())));
        all.addAll(settings);
        // Without a path: an unknown shipped name is told as such.
        return ExperimentSpec.read(experiment.matches(".*(/|\\.ya?ml)") || experiment.contains("/") ? found : experiment, signals, all);
    }

    private List<Axis> axes(Fields fields) {
        Entry entry = fields.entry("axes").orElseThrow(() ->
                fields.location("study").complain("found no 'axes'; it is required, allowed: a section with at least one axis"));
        Section section = Fields.asSection(entry.value(), "axes", "at least one axis");
        if (section.entries().isEmpty()) {
            throw entry.location().complain("found no axis in 'axes'; allowed: at least one");
        }
        return new AxisReader(signals).read(section);
    }

    private static Sampling sampling(Fields fields) {
        return fields.section("sampling", List.of("method", "configurations", "seed")).<Sampling>map(sampling -> {
            String method = sampling.required("method", "grid, random or latin-hypercube");
            int count = (int) sampling.whole("configurations", 1, 10_000_000, 100);
            long seed = sampling.whole("seed", 0, LARGEST_SEED, 1);
            return switch (method) {
                case "grid" -> new Sampling.Grid();
                case "random" -> new Sampling.Random(count, seed);
                case "latin-hypercube" -> new Sampling.LatinHypercube(count, seed);
                default -> throw sampling.location("method").complain("found '" + method + "' for 'sampling.method'"
                        + NearestName.hint(method, List.of("grid", "random", "latin-hypercube")));
            };
        }).orElseGet(Sampling.Grid::new);
    }

    /** A number of seeds, from 1 on, or a list of them; without the key the experiment's own would not be repeated. */
    private static List<Long> seeds(Fields fields) {
        Optional<Entry> entry = fields.entry("seeds");
        if (entry.isPresent() && entry.get().value() instanceof Items items) {
            List<Long> seeds = Fields.items(items, "seeds", "at least one seed").stream()
                    .map(item -> Fields.whole(item, "seeds", 0, LARGEST_SEED)).toList();
            if (new LinkedHashSet<>(seeds).size() < seeds.size()) {
                throw items.location().complain("found a seed twice in 'seeds'; allowed: different seeds");
            }
            return seeds;
        }
        return LongStream.rangeClosed(1, fields.whole("seeds", 1, MOST_SEEDS, 1)).boxed().toList();
    }

    private static List<Measure> objectives(Fields fields) {
        List<Measure> chosen = fields.entry("objectives")
                .map(entry -> Fields.items(entry.value(), "objectives", "a list of " + String.join(", ", Measure.words())).stream()
                        .map(item -> measure(item, "objectives")).distinct().toList())
                .orElse(List.of(Measure.LOSS, Measure.ENERGY));
        if (chosen.size() < 2 || chosen.stream().noneMatch(Measure::quality) || chosen.stream().allMatch(Measure::quality)) {
            throw fields.location("objectives").complain("found " + chosen.stream().map(Measure::word).toList()
                    + " for 'objectives'; allowed: loss or accuracy, and at least one of energy, memory, learning-memory, area and latency");
        }
        return chosen;
    }

    private static Measure measure(YamlNode node, String name) {
        String word = Fields.scalar(node, name, String.join(", ", Measure.words())).text();
        return named(word).orElseThrow(() ->
                node.location().complain("found '" + word + "' for '" + name + "'" + NearestName.hint(word, Measure.words())));
    }

    private static Optional<Measure> named(String word) {
        return List.of(Measure.values()).stream().filter(measure -> measure.word().equals(word)).findFirst();
    }

    private static List<Bound> bounds(Fields fields) {
        List<Bound> bounds = new ArrayList<>();
        fields.section("bounds", Measure.words()).ifPresent(section -> {
            for (String word : Measure.words()) {
                section.section(word, List.of("least", "most")).ifPresent(bound -> bounds.add(bound(section, word, bound)));
            }
        });
        return bounds;
    }

    private static Bound bound(Fields section, String word, Fields bound) {
        if (bound.entry("least").isEmpty() && bound.entry("most").isEmpty()) {
            throw section.location(word).complain("found a bound on '" + word + "' without a number; allowed: {least: X}, {most: X} or both");
        }
        return new Bound(named(word).orElseThrow(), optional(bound, "least"), optional(bound, "most"));
    }

    private static OptionalDouble optional(Fields bound, String key) {
        return bound.entry(key).isPresent() ? OptionalDouble.of(bound.number(key, -1e300, 1e300)) : OptionalDouble.empty();
    }

    private static SearchSettings search(Fields fields) {
        return new SearchSettings(
                (int) fields.whole("population", 4, 10_000, SearchSettings.DEFAULT.population()),
                (int) fields.whole("generations", 1, 100_000, SearchSettings.DEFAULT.generations()),
                fields.whole("seed", 0, LARGEST_SEED, SearchSettings.DEFAULT.seed()));
    }
}
