package columna.experiments.spec;

import columna.experiments.spec.ChipSpec.Bus;
import columna.experiments.spec.ChipSpec.Core;
import columna.experiments.spec.ChipSpec.Pipeline;
import columna.experiments.spec.ChipSpec.Randomness;
import columna.experiments.spec.LearningSpec.Optimiser;
import columna.experiments.spec.LearningSpec.Schedule;
import columna.experiments.spec.LearningSpec.Update;
import columna.experiments.yaml.YamlNode.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a located document to an {@link ExperimentSpec}: names and kinds first, then formats, then what one value demands of another. */
final class SpecReader {
    private final SpecValues values;

    private SpecReader(SpecValues values) {
        this.values = values;
    }

    static ExperimentSpec read(Section document, Set<String> signals, List<String> settings) {
        Problems problems = new Problems();
        SpecValues values = new SpecDocument(document, ExperimentKeys.all(), signals, problems).values(settings);
        values.checkAll();
        FormatTable formats = new FormatReader(values, problems).read();
        problems.raise();
        ExperimentSpec spec = new SpecReader(values).spec(formats);
        SpecChecks.check(spec, problems);
        problems.raise();
        return spec;
    }

    private ExperimentSpec spec(FormatTable formats) {
        return new ExperimentSpec(
                values.get(ExperimentKeys.NAME),
                values.get(ExperimentKeys.DESCRIPTION),
                values.get(ExperimentKeys.SEED),
                task(),
                network(),
                learning(),
                chip(),
                formats,
                tables(),
                values.get(ExperimentKeys.TECHNOLOGY),
                new NumericsSpec(values.get(ExperimentKeys.SAMPLED_SEQUENCES)),
                verify(),
                values.places());
    }

    private VerifySpec verify() {
        return new VerifySpec(
                values.table(ExperimentKeys.SIGNAL_TO_NOISE),
                values.get(ExperimentKeys.TIME_STEPS_BEYOND),
                values.get(ExperimentKeys.GRADIENT_COSINE),
                values.get(ExperimentKeys.GRADIENT_NORM),
                values.get(ExperimentKeys.LOSS_GAP),
                values.get(ExperimentKeys.ACCURACY_GAP),
                new VerifySpec.Drift(
                        values.get(ExperimentKeys.SCORE_DRIFT),
                        values.get(ExperimentKeys.ENERGY_DRIFT),
                        values.get(ExperimentKeys.CYCLES_DRIFT),
                        values.get(ExperimentKeys.MEMORY_DRIFT),
                        values.get(ExperimentKeys.AREA_DRIFT),
                        values.get(ExperimentKeys.SIGNAL_TO_NOISE_DRIFT)));
    }

    private TaskSpec task() {
        int tests = values.get(ExperimentKeys.TEST_SEQUENCES);
        boolean shuffled = values.get(ExperimentKeys.SHUFFLED_TARGETS);
        return switch (values.get(ExperimentKeys.TASK_NAME)) {
            case COPY -> new TaskSpec.Copy(values.get(ExperimentKeys.PATTERN_STEPS), values.get(ExperimentKeys.BITS_PER_STEP),
                    values.get(ExperimentKeys.PAD_STEPS), tests, shuffled);
            case LISTOPS -> new TaskSpec.ListOps(values.get(ExperimentKeys.LEVELS), values.get(ExperimentKeys.MOST_ARGUMENTS),
                    values.get(ExperimentKeys.SHORTEST), values.get(ExperimentKeys.LONGEST), tests, shuffled);
        };
    }

    private NetworkSpec network() {
        return new NetworkSpec(
                values.get(ExperimentKeys.CELL),
                values.get(ExperimentKeys.LAYERS),
                values.get(ExperimentKeys.UNITS),
                values.get(ExperimentKeys.WIDTH),
                values.get(ExperimentKeys.MINIMUM_RADIUS),
                values.get(ExperimentKeys.MAXIMUM_RADIUS),
                values.get(ExperimentKeys.MAXIMUM_PHASE),
                values.get(ExperimentKeys.NORM_EPSILON));
    }

    private LearningSpec learning() {
        Update update = switch (values.get(ExperimentKeys.UPDATE_EVERY)) {
            case SEQUENCES -> new Update.EverySequences(values.get(ExperimentKeys.UPDATE_COUNT));
            case TIME_STEP -> new Update.EveryTimeStep();
        };
        return new LearningSpec(values.get(ExperimentKeys.RULE), values.get(ExperimentKeys.SEQUENCES), update, optimiser(), schedule());
    }

    private Optimiser optimiser() {
        double rate = values.get(ExperimentKeys.RATE);
        double factor = values.get(ExperimentKeys.RECURRENT_RATE_FACTOR);
        return switch (values.get(ExperimentKeys.OPTIMISER)) {
            case SGD -> new Optimiser.Sgd(rate, factor);
            case MOMENTUM -> new Optimiser.Momentum(rate, factor, values.get(ExperimentKeys.MOMENTUM));
            case ADAM -> new Optimiser.Adam(rate, factor, values.get(ExperimentKeys.BETA1), values.get(ExperimentKeys.BETA2));
        };
    }

    private Schedule schedule() {
        return switch (values.get(ExperimentKeys.SCHEDULE)) {
            case CONSTANT -> new Schedule.Constant();
            case WARMUP_COSINE -> new Schedule.WarmupCosine(
                    values.get(ExperimentKeys.WARMUP_UPDATES), values.get(ExperimentKeys.MINIMUM_RATE));
        };
    }

    private ChipSpec chip() {
        return new ChipSpec(
                values.get(ExperimentKeys.CELL) == NetworkSpec.Cell.DENSE ? 1 : values.get(ExperimentKeys.CORES_PER_LAYER),
                values.get(ExperimentKeys.CLOCK_MHZ),
                values.get(ExperimentKeys.DEADLINE_CYCLES),
                values.get(ExperimentKeys.REMEMBER_STEPS),
                new Core(
                        values.get(ExperimentKeys.RECURRENT_LANES),
                        values.get(ExperimentKeys.RECURRENT_PORTS),
                        values.get(ExperimentKeys.RECURRENT_TABLE_UNITS)),
                new Core(
                        values.get(ExperimentKeys.MIXING_LANES),
                        values.get(ExperimentKeys.MIXING_PORTS),
                        values.get(ExperimentKeys.MIXING_TABLE_UNITS)),
                new Pipeline(
                        values.get(ExperimentKeys.MEMORY_READ_CYCLES),
                        values.get(ExperimentKeys.MULTIPLY_CYCLES),
                        values.get(ExperimentKeys.ROUND_CYCLES)),
                new Bus(
                        values.get(ExperimentKeys.TOPOLOGY),
                        values.get(ExperimentKeys.BUS_WIDTH_BITS),
                        values.get(ExperimentKeys.HOP_CYCLES),
                        values.get(ExperimentKeys.BUFFER_BEATS),
                        values.get(ExperimentKeys.ERROR_THRESHOLD)),
                new Randomness(values.get(ExperimentKeys.LFSR), values.get(ExperimentKeys.RANDOM_BITS)));
    }

    private Map<TableSpec.Function, TableSpec> tables() {
        Map<TableSpec.Function, TableSpec> tables = new EnumMap<>(TableSpec.Function.class);
        for (TableSpec.Function function : TableSpec.Function.all()) {
            tables.put(function, new TableSpec(
                    values.get(ExperimentKeys.ENTRIES.get(function)), values.get(ExperimentKeys.INTERPOLATION.get(function))));
        }
        return tables;
    }
}
