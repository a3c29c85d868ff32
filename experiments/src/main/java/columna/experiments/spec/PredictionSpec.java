package columna.experiments.spec;

import columna.experiments.yaml.Location;
import columna.experiments.yaml.YamlNode.Section;
import columna.experiments.yaml.YamlText;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * An experiment in which a chip predicts a stream and learns at every time step, fully resolved: every default filled in, every name checked.
 *
 * @param name the experiment's name
 * @param description one line
 * @param seed where all randomness begins
 * @param stream what is predicted
 * @param system the network on the chip
 * @param learning how its weights learn
 * @param chip the chip's resources
 * @param formats the number format of every signal
 * @param tables look-up tables
 * @param technology a shipped technology's name or a path
 * @param observedSteps time steps of each window in which signals are compared with exact arithmetic
 * @param windows how many such windows there are, spread over the run
 * @param verify what may be found when it is verified
 * @param values every key that has a meaning, dotted path to value as YAML, in the order of the file
 * @param places where each value was written
 */
public record PredictionSpec(
        String name,
        String description,
        long seed,
        StreamSpec stream,
        SystemSpec system,
        WeightStepSpec learning,
        Chip chip,
        FormatTable formats,
        Map<TableSpec.Function, TableSpec> tables,
        String technology,
        int observedSteps,
        int windows,
        Tolerances verify,
        SequencedMap<String, String> values,
        Places places) {

    /**
     * What may be found when the chip is verified.
     *
     * @param signalToNoise least ratio of a time step of every signal in dB; none: what the narrowest word should reach
     * @param timeStepsBeyond share of observed time steps in which a signal may stay below its ratio
     * @param errorGap how much greater than the reference's the chip's squared error may be, as a share of the best constant's
     */
    public record Tolerances(SignalTable<Optional<Double>> signalToNoise, double timeStepsBeyond, double errorGap) {}

    /**
     * The chip's resources; every core has the same.
     *
     * @param clockMhz clock frequency in MHz
     * @param deadlineCycles cycles a time step may take, if there is a deadline
     * @param rememberSteps whether the timing engine replays time steps it has seen
     * @param core lanes, ports and look-up units
     * @param pipeline latencies of the arithmetic pipeline
     * @param bus the bus between cores and host
     * @param random the random numbers of stochastic rounding
     * @param gatedLeakage share of its leakage that a core leaks while it is gated off, 0 to 1
     */
    public record Chip(
            double clockMhz,
            Optional<Integer> deadlineCycles,
            boolean rememberSteps,
            ChipSpec.Core core,
            ChipSpec.Pipeline pipeline,
            ChipSpec.Bus bus,
            ChipSpec.Randomness random,
            double gatedLeakage) {}

    public PredictionSpec {
        tables = Collections.unmodifiableMap(new EnumMap<>(tables));
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads a shipped prediction or a file, with settings {@code KEY=VALUE} that replace what it says, the later winning.
     *
     * @param signals the names that {@code formats} may hold, besides their groups and {@code default}
     * @throws columna.experiments.yaml.BadInput up to five mistakes, one sentence each
     */
    public static PredictionSpec read(String nameOrPath, Set<String> signals, List<String> settings) {
        return PredictionReader.read(ShippedPredictions.find(nameOrPath), signals, settings);
    }

    /** Whether a shipped name or a file is a prediction: it then has a section {@code system}. */
    public static boolean isOne(String nameOrPath) {
        return ShippedPredictions.names().contains(nameOrPath) || ShippedPredictions.holdsOne(nameOrPath);
    }

    /** The same experiment with other values, for example {@code with(signals, "learning.rate=0")}. */
    public PredictionSpec with(Set<String> signals, String... settings) {
        Section document = YamlText.parse(name, toYaml());
        return PredictionReader.read(document, signals, List.of(settings));
    }

    /** The same with other number formats and tables. */
    public PredictionSpec with(FormatTable otherFormats, Map<TableSpec.Function, TableSpec> otherTables) {
        SequencedMap<String, String> other = new LinkedHashMap<>();
        values.forEach((path, text) -> {
            if (!path.startsWith("formats.") && !path.startsWith("tables.")) {
                other.put(path, text);
            }
        });
        otherFormats.table().withDefault().forEach((signal, format) -> other.put("formats." + signal, Key.quoted(format.toString())));
        otherTables.forEach((function, table) -> {
            other.put("tables." + function.word() + ".entries", Integer.toString(table.entries()));
            other.put("tables." + function.word() + ".interpolation", table.interpolation().word());
        });
        return new PredictionSpec(
                name, description, seed, stream, system, learning, chip, otherFormats, otherTables, technology, observedSteps, windows, verify, other, places);
    }

    /** Where a value was written, or the nearest section around it, or the beginning of the file if it is a default. */
    public Location locationOf(String path) {
        return places.of(path);
    }

    /** The experiment as a file with every key that applies; it reads back to an equal one. */
    public String toYaml() {
        return KeyedYaml.write(values, PredictionKeys.all());
    }
}
