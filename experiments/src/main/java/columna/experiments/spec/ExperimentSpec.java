package columna.experiments.spec;

import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.Location;
import columna.experiments.yaml.YamlNode.Section;
import columna.experiments.yaml.YamlText;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * An experiment, fully resolved: every default filled in, every name checked. Two are equal if they say the same, wherever it was
 * written.
 *
 * @param name the experiment's name
 * @param description one line
 * @param seed where all randomness begins
 * @param technology a shipped technology's name or a path
 * @param places where each value was written
 */
public record ExperimentSpec(
        String name,
        String description,
        long seed,
        TaskSpec task,
        NetworkSpec network,
        LearningSpec learning,
        ChipSpec chip,
        FormatTable formats,
        Map<TableSpec.Function, TableSpec> tables,
        String technology,
        NumericsSpec numerics,
        VerifySpec verify,
        Places places) {

    public ExperimentSpec {
        tables = Collections.unmodifiableMap(new EnumMap<>(tables));
    }

    /**
     * Reads a shipped experiment or a file.
     *
     * @param nameOrPath a name of {@link ShippedExperiments} or the path of a file
     * @param signals the names that {@code formats} may hold, besides their groups and {@code default}
     * @throws BadInput up to five mistakes, one sentence each
     */
    public static ExperimentSpec read(String nameOrPath, Set<String> signals) {
        return read(nameOrPath, signals, List.of());
    }

    /** As {@link #read(String, Set)}, with settings {@code KEY=VALUE} that replace what the file says, the later winning. */
    public static ExperimentSpec read(String nameOrPath, Set<String> signals, List<String> settings) {
        return SpecReader.read(ShippedExperiments.find(nameOrPath), signals, settings);
    }

    /** Reads the text of an experiment file; messages call it by the source's name. */
    public static ExperimentSpec parse(String source, String yaml, Set<String> signals, List<String> settings) {
        Section document = YamlText.parse(source, yaml);
        return SpecReader.read(document, signals, settings);
    }

    /** The same experiment with other values, for example {@code with(signals, "learning.optimiser.rate=0")}. */
    public ExperimentSpec with(Set<String> signals, String... settings) {
        return parse(name, toYaml(), signals, List.of(settings));
    }

    /** The same with another seed. */
    public ExperimentSpec withSeed(long other) {
        return new ExperimentSpec(name, description, other, task, network, learning, chip, formats, tables, technology, numerics, verify, places);
    }

    /** The same learning otherwise. */
    public ExperimentSpec withLearning(LearningSpec other) {
        return new ExperimentSpec(name, description, seed, task, network, other, chip, formats, tables, technology, numerics, verify, places);
    }

    /** The same with other number formats. */
    public ExperimentSpec withFormats(FormatTable other) {
        return new ExperimentSpec(name, description, seed, task, network, learning, chip, other, tables, technology, numerics, verify, places);
    }

    /** The same with other look-up tables. */
    public ExperimentSpec withTables(Map<TableSpec.Function, TableSpec> others) {
        return new ExperimentSpec(name, description, seed, task, network, learning, chip, formats, others, technology, numerics, verify, places);
    }

    /** The same, observed otherwise. */
    public ExperimentSpec withNumerics(NumericsSpec other) {
        return new ExperimentSpec(name, description, seed, task, network, learning, chip, formats, tables, technology, other, verify, places);
    }

    /** The table of a function. */
    public TableSpec table(TableSpec.Function function) {
        return tables.get(function);
    }

    /** Where a value was written, or the nearest section around it, or the beginning of the file if it is a default. */
    public Location locationOf(String path) {
        return places.of(path);
    }

    /** Every key that applies, dotted path to value as it would be written, in the order of the file. */
    public SequencedMap<String, String> values() {
        return SpecWriter.values(this);
    }

    /** The experiment as a file with every key that applies; it reads back to an equal one. */
    public String toYaml() {
        return SpecWriter.write(this);
    }

    /** Equal in all but the places. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExperimentSpec spec && content().equals(spec.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private List<Object> content() {
        return List.of(name, description, seed, task, network, learning, chip, formats, tables, technology, numerics, verify);
    }
}
