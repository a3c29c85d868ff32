package columna.experiments.spec;

import columna.experiments.yaml.NearestName;
import columna.experiments.yaml.YamlNode.Section;
import columna.hardware.technology.Technology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a located document to a {@link PredictionSpec}: names and kinds first, then formats, then what one value demands of another. */
final class PredictionReader {
    private final SpecValues values;

    private PredictionReader(SpecValues values) {
        this.values = values;
    }

    static PredictionSpec read(Section document, Set<String> signals, List<String> settings) {
        Problems problems = new Problems();
        SpecValues values = new SpecDocument(document, PredictionKeys.all(), signals, problems).values(settings);
        values.checkAll();
        FormatTable formats = new FormatReader(values, problems).read();
        problems.raise();
        PredictionSpec spec = new PredictionReader(values).spec(formats);
        check(spec, problems);
        problems.raise();
        return spec;
    }

    private PredictionSpec spec(FormatTable formats) {
        return new PredictionSpec(
                values.get(ExperimentKeys.NAME),
                values.get(ExperimentKeys.DESCRIPTION),
                values.get(ExperimentKeys.SEED),
                stream(),
                system(),
                learning(),
                chip(),
                formats,
                tables(),
                values.get(ExperimentKeys.TECHNOLOGY),
                values.get(PredictionKeys.OBSERVED_STEPS),
                values.get(PredictionKeys.WINDOWS),
                new PredictionSpec.Tolerances(
                        values.table(ExperimentKeys.SIGNAL_TO_NOISE),
                        values.get(ExperimentKeys.TIME_STEPS_BEYOND),
                        values.get(PredictionKeys.ERROR_GAP)),
                values.resolved(),
                values.places());
    }

    private StreamSpec stream() {
        StreamSpec.Source source = switch (values.get(PredictionKeys.STREAM)) {
            case TRACE_PATTERNING -> conditioning(true);
            case TRACE_CONDITIONING -> conditioning(false);
            case SINE -> new StreamSpec.Sine(
                    values.get(PredictionKeys.PERIOD),
                    values.get(PredictionKeys.SHIFTED_PERIOD),
                    values.get(PredictionKeys.AHEAD),
                    values.get(PredictionKeys.SHIFT_AT));
            case DIFFERING_BITS -> new StreamSpec.DifferingBits(
                    values.get(PredictionKeys.BITS), values.get(PredictionKeys.LENGTH), values.get(PredictionKeys.ACCUMULATED));
            case DELAYED_RECALL -> new StreamSpec.Recall(
                    values.get(PredictionKeys.DELAY), values.get(PredictionKeys.SHIFTED_DELAY), values.get(PredictionKeys.SHIFT_AT));
        };
        return new StreamSpec(
                values.get(PredictionKeys.STEPS),
                values.get(PredictionKeys.SCORED_STEPS),
                values.get(PredictionKeys.SHUFFLED_TARGETS),
                source);
    }

    private StreamSpec.Conditioning conditioning(boolean patterns) {
        return new StreamSpec.Conditioning(
                patterns,
                values.get(PredictionKeys.SHORTEST_INTERVAL),
                values.get(PredictionKeys.LONGEST_INTERVAL),
                values.get(PredictionKeys.SHORTEST_PAUSE),
                values.get(PredictionKeys.LONGEST_PAUSE),
                values.get(PredictionKeys.DISCOUNT),
                values.get(PredictionKeys.SHIFT_AT),
                values.get(PredictionKeys.SHIFTED_SHORTEST),
                values.get(PredictionKeys.SHIFTED_LONGEST));
    }

    private SystemSpec system() {
        return switch (values.get(PredictionKeys.SYSTEM)) {
            case LSTM_COLUMNS -> new SystemSpec.LstmColumns(
                    values.get(PredictionKeys.STAGES),
                    values.get(PredictionKeys.COLUMNS_PER_STAGE),
                    Math.min(values.get(PredictionKeys.COLUMNS_PER_CORE), values.get(PredictionKeys.COLUMNS_PER_STAGE)),
                    values.get(PredictionKeys.STAGE_STEPS),
                    shift(values.get(PredictionKeys.STATISTICS_DECAY)),
                    values.get(PredictionKeys.VARIANCE_FLOOR),
                    values.get(PredictionKeys.INITIAL_RANGE));
            case FEATURE_COLUMNS -> new SystemSpec.FeatureColumns(
                    values.get(PredictionKeys.COLUMNS),
                    values.get(PredictionKeys.COLUMN_WIDTH),
                    values.get(PredictionKeys.LATERAL_SHARE),
                    values.get(PredictionKeys.RECURRENT),
                    values.get(PredictionKeys.META_GRADIENT));
            case DENSE -> new SystemSpec.Dense(
                    values.get(PredictionKeys.CELL),
                    values.get(PredictionKeys.UNITS),
                    values.get(PredictionKeys.RULE),
                    values.get(PredictionKeys.PATHS));
        };
    }

    private WeightStepSpec learning() {
        WeightStepSpec.Optimiser optimiser = switch (values.get(PredictionKeys.OPTIMISER)) {
            case SGD -> new WeightStepSpec.Optimiser.Sgd();
            case RMS_PROP -> new WeightStepSpec.Optimiser.RmsProp(shift(values.get(PredictionKeys.SQUARE_DECAY)));
        };
        return new WeightStepSpec(
                values.get(PredictionKeys.RATE), values.get(PredictionKeys.OUTPUT_RATE_FACTOR), values.get(PredictionKeys.TRACE_DECAY), optimiser);
    }

    /** K of a decay 1 - 2<sup>-K</sup>. */
    private static int shift(double decay) {
        return -Math.getExponent(1 - decay);
    }

    private PredictionSpec.Chip chip() {
        return new PredictionSpec.Chip(
                values.get(ExperimentKeys.CLOCK_MHZ),
                values.get(ExperimentKeys.DEADLINE_CYCLES),
                values.get(ExperimentKeys.REMEMBER_STEPS),
                new ChipSpec.Core(
                        values.get(PredictionKeys.LANES), values.get(PredictionKeys.PORTS), values.get(PredictionKeys.TABLE_UNITS)),
                new ChipSpec.Pipeline(
                        values.get(ExperimentKeys.MEMORY_READ_CYCLES),
                        values.get(ExperimentKeys.MULTIPLY_CYCLES),
                        values.get(ExperimentKeys.ROUND_CYCLES)),
                new ChipSpec.Bus(
                        values.get(ExperimentKeys.TOPOLOGY),
                        values.get(ExperimentKeys.BUS_WIDTH_BITS),
                        values.get(ExperimentKeys.HOP_CYCLES),
                        values.get(ExperimentKeys.BUFFER_BEATS),
                        Optional.empty()),
                new ChipSpec.Randomness(values.get(ExperimentKeys.LFSR), values.get(ExperimentKeys.RANDOM_BITS)),
                values.get(PredictionKeys.GATED_LEAKAGE));
    }

    private Map<TableSpec.Function, TableSpec> tables() {
        Map<TableSpec.Function, TableSpec> tables = new EnumMap<>(TableSpec.Function.class);
        for (TableSpec.Function function : TableSpec.Function.ofPredictions()) {
            tables.put(function, new TableSpec(
                    values.get(ExperimentKeys.ENTRIES.get(function)), values.get(ExperimentKeys.INTERPOLATION.get(function))));
        }
        return tables;
    }

    private static void check(PredictionSpec spec, Problems problems) {
        StreamSpec stream = spec.stream();
        if (stream.scoredSteps() > stream.steps()) {
            problems.add(spec.locationOf("stream.scored_steps"), "found " + stream.scoredSteps() + " scored time steps in a run of "
                    + stream.steps() + "; allowed: at most stream.steps");
        }
        if (stream.source() instanceof StreamSpec.Conditioning trials) {
            ordered(spec, problems, "interval", trials.shortestInterval(), trials.longestInterval());
            ordered(spec, problems, "pause", trials.shortestPause(), trials.longestPause());
            ordered(spec, problems, "shifted interval", trials.shiftedShortest(), trials.shiftedLongest());
        }
        if (spec.system() instanceof SystemSpec.Dense dense && dense.rule() == SystemSpec.DenseRule.SPARSE_RTRL && dense.paths() > dense.units()) {
            problems.add(spec.locationOf("system.paths"), "found paths among " + dense.paths() + " units of " + dense.units()
                    + "; allowed: at most system.units");
        }
        ChipSpec.Core core = spec.chip().core();
        if (core.tableUnits() > core.lanes()) {
            problems.add(spec.locationOf("chip.core.table_units"), "found " + core.tableUnits() + " look-up units in a core of "
                    + core.lanes() + " lanes; allowed: at most one for each lane");
        }
        ChipSpec.Randomness random = spec.chip().random();
        if (random.bits() > random.lfsr().registerBits()) {
            problems.add(spec.locationOf("chip.random.bits"), "found " + random.bits() + " random bits from a register of "
                    + random.lfsr().registerBits() + "; allowed: at most the bits of " + random.lfsr());
        }
        technology(spec, problems);
    }

    private static void ordered(PredictionSpec spec, Problems problems, String what, int shortest, int longest) {
        if (shortest > longest) {
            problems.add(spec.locationOf(what.startsWith("shifted ") ? "stream.shifted_shortest_interval" : "stream.shortest_" + what), "found a shortest " + what + " of " + shortest
                    + " time steps above the longest of " + longest + "; allowed: at most the longest");
        }
    }

    private static void technology(PredictionSpec spec, Problems problems) {
        String name = spec.technology();
        if (!Technology.names().contains(name) && !Files.isRegularFile(Path.of(name))) {
            problems.add(spec.locationOf("technology"), "found no technology '" + name + "'" + NearestName.hint(name, Technology.names())
                    + " (or the path of a technology file)");
        }
    }
}
