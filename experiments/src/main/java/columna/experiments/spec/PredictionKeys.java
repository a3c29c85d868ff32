package columna.experiments.spec;

import columna.hardware.block.Ports;
import columna.experiments.spec.WeightStepSpec.OptimiserName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table of all keys of an experiment that predicts a stream, in the file's order: range, default, unit and meaning of each, once. */
public final class PredictionKeys {
    private static final int LARGEST_COUNT = 1_000_000_000;

    static final Key<StreamSpec.Name> STREAM = Key.word("stream.name", StreamSpec.Name.class, ExperimentKeys.REQUIRED, "What is predicted.");
    static final Key<Long> STEPS = Key.longWhole("stream.steps", 1, LARGEST_COUNT, ExperimentKeys.REQUIRED, "time steps", "Time steps of the run; the chip learns at each.");
    static final Key<Long> SCORED_STEPS = Key.longWhole("stream.scored_steps", 1, LARGEST_COUNT, ExperimentKeys.REQUIRED, "time steps",
            "Time steps at the end of the run over which predictions are scored.");
    static final Key<Boolean> SHUFFLED_TARGETS = Key.flag("stream.shuffled_targets", "false",
            "A control: what is learned from belongs to another stream, so a chip that still learns is wrong.");
    static final Key<Integer> SHORTEST_INTERVAL = conditioning("shortest_interval", 1, "24", "Least time steps from the conditioned to the unconditioned stimulus.");
    static final Key<Integer> LONGEST_INTERVAL = conditioning("longest_interval", 1, "36", "Most time steps from the conditioned to the unconditioned stimulus.");
    static final Key<Integer> SHORTEST_PAUSE = conditioning("shortest_pause", 0, "80", "Least time steps between trials.");
    static final Key<Integer> LONGEST_PAUSE = conditioning("longest_pause", 0, "120", "Most time steps between trials.");
    static final Key<Double> DISCOUNT = Key.number("stream.discount", 0, 1, "0.9", "", "Weight of the next time step in the discounted sum that is predicted (gamma).")
            .onlyWith(STREAM, "trace-patterning", "trace-conditioning");

    static final Key<Long> SHIFT_AT = Key.longWhole("stream.shift_at", 0, LARGEST_COUNT, "1000000000", "time steps",
            "Time step at which the stream changes: its interval, period or delay; beyond the run it never does.");
    static final Key<Integer> SHIFTED_SHORTEST = conditioning("shifted_shortest_interval", 1, "24", "Least time steps between the stimuli from the shift on.");
    static final Key<Integer> SHIFTED_LONGEST = conditioning("shifted_longest_interval", 1, "36", "Most time steps between the stimuli from the shift on.");
    static final Key<Double> PERIOD = Key.number("stream.period", 2, 1_000_000, "20", "time steps", "Period of the sine.").onlyWith(STREAM, "sine");
    static final Key<Double> SHIFTED_PERIOD = Key.number("stream.shifted_period", 2, 1_000_000, "12", "time steps", "Period of the sine from the shift on.")
            .onlyWith(STREAM, "sine");
    static final Key<Integer> AHEAD = Key.whole("stream.ahead", 1, 100_000, "5", "time steps", "How far ahead the sine is predicted.").onlyWith(STREAM, "sine");
    static final Key<Integer> DELAY = Key.whole("stream.delay", 0, 100_000, "2", "time steps", "After how many time steps noise is to be repeated.")
            .onlyWith(STREAM, "delayed-recall");
    static final Key<Integer> SHIFTED_DELAY = Key.whole("stream.shifted_delay", 0, 100_000, "6", "time steps", "The same from the shift on.")
            .onlyWith(STREAM, "delayed-recall");

    static final Key<Integer> BITS = Key.whole("stream.bits", 2, 1024, "8", "bits", "Random bits of an observation.").onlyWith(STREAM, "differing-bits");
    static final Key<Integer> LENGTH = Key.whole("stream.length", 1, 1_000_000, "20", "time steps", "Time steps of a sequence; parameters of columns learn at its end.")
            .onlyWith(STREAM, "differing-bits");
    static final Key<Boolean> ACCUMULATED = Key.flag("stream.accumulated", "false", "Whether the target adds up over the sequence.")
            .onlyWith(STREAM, "differing-bits");

    static final Key<SystemSpec.Name> SYSTEM = Key.word("system.name", SystemSpec.Name.class, ExperimentKeys.REQUIRED, "The network on the chip.");
    static final Key<Integer> STAGES = lstm("stages", 32, "1", "stages", "Stages of columns; each learns while it is the last that has begun and is frozen afterwards.");
    static final Key<Integer> COLUMNS_PER_STAGE = lstm("columns_per_stage", 4096, "7", "columns", "LSTM columns of a stage.");
    static final Key<Integer> COLUMNS_PER_CORE = lstm("columns_per_core", 4096, "7", "columns", "Columns that share a core; the last core of a stage may hold fewer.");
    static final Key<Long> STAGE_STEPS = Key.longWhole("system.stage_steps", 1, LARGEST_COUNT, "1000000000", "time steps",
            "Time steps of a stage's turn; the last stage learns to the end.").onlyWith(SYSTEM, "lstm-columns");
    static final Key<Double> STATISTICS_DECAY = Key.decay("system.statistics_decay", "1-2^-10",
            "Decay of the running means and variances by which signals are normalised.").onlyWith(SYSTEM, "lstm-columns");
    static final Key<Double> VARIANCE_FLOOR = Key.number("system.variance_floor", 0.00001, 1, "0.001", "", "Least variance that normalisation divides by.")
            .onlyWith(SYSTEM, "lstm-columns");
    static final Key<Double> INITIAL_RANGE = Key.number("system.initial_range", 0.000001, 10, "0.01", "",
            "Parameters of columns start uniformly between minus and plus this.").onlyWith(SYSTEM, "lstm-columns");

    static final Key<SystemSpec.DenseCell> CELL = Key.word("system.cell", SystemSpec.DenseCell.class, "tanh", "The kind of units.").onlyWith(SYSTEM, "dense");
    static final Key<Integer> UNITS = Key.whole("system.units", 1, 1024, "16", "units", "Hidden units, which all see each other.").onlyWith(SYSTEM, "dense");
    static final Key<SystemSpec.DenseRule> RULE = Key.word("system.rule", SystemSpec.DenseRule.class, "snap1",
            "Sensitivities that are carried forward: of each unit to its own parameters, of all to all, or those among some units.").onlyWith(SYSTEM, "dense");
    static final Key<Integer> PATHS = Key.whole("system.paths", 1, 1024, "4", "units", "Units among which sensitivities are carried; at most all of them.")
            .onlyWith(RULE, "sparse-rtrl");

    static final Key<Integer> COLUMNS = Key.whole("system.columns", 1, 256, "6", "columns", "Columns, each on a core of its own.").onlyWith(SYSTEM, "feature-columns");
    static final Key<Integer> COLUMN_WIDTH = Key.whole("system.width", 1, 1024, "12", "features", "Features of a column, in both of its layers.")
            .onlyWith(SYSTEM, "feature-columns");
    static final Key<Double> LATERAL_SHARE = Key.number("system.lateral_share", 0, 1000, "0.1", "",
            "Expected lateral weights of a column, as a share of its weights to own features; links of the bus carry what they read.").onlyWith(SYSTEM, "feature-columns");
    static final Key<Boolean> RECURRENT = Key.flag("system.recurrent", "true", "Whether columns add to their states and read states, or forget them.")
            .onlyWith(SYSTEM, "feature-columns");
    static final Key<Boolean> META_GRADIENT = Key.flag("system.meta_gradient", "false",
            "Whether another trace per parameter counts that the read-out has learned from earlier states.").onlyWith(SYSTEM, "feature-columns");

    static final Key<Double> RATE = Key.number("learning.rate", 0, 1000, ExperimentKeys.REQUIRED, "", "Learning rate; 0 is allowed as a control that cannot learn.");
    static final Key<Double> OUTPUT_RATE_FACTOR = Key.number("learning.output_rate_factor", 0, 1000, "1.0", "",
            "Factor on the rate of the weights that read the network out.");
    static final Key<Double> TRACE_DECAY = Key.number("learning.trace_decay", 0, 1, "0.99", "", "Decay of the eligibility beside the discount (lambda of TD(lambda)).")
            .onlyWith(SYSTEM, "lstm-columns");
    static final Key<OptimiserName> OPTIMISER = Key.word("learning.optimiser", OptimiserName.class, "sgd", "What a weight makes of the error, computed on the chip.");
    static final Key<Double> SQUARE_DECAY = Key.decay("learning.square_decay", "1-2^-13", "Decay of the mean of squared steps.").onlyWith(OPTIMISER, "rms-prop");

    static final Key<Integer> LANES = Key.whole("chip.core.lanes", 1, 1024, "8", "lanes", "Multiply-accumulate units of every core.");
    static final Key<Ports> PORTS = Key.labelled("chip.core.ports", Ports.class, Ports::label, "1R1W", "Ports of every memory bank.");
    static final Key<Integer> TABLE_UNITS = Key.whole("chip.core.table_units", 1, 1024, "1", "units",
            "Look-up units of every core, each with a copy of its tables; at most as many as lanes.");
    static final Key<Double> GATED_LEAKAGE = Key.number("chip.gated_leakage", 0, 1, "0.0", "",
            "Share of its leakage that a core leaks before its stage begins, while it is gated off.");

    static final Key<Integer> OBSERVED_STEPS = Key.whole("numerics.observed_steps", 0, 1_000_000, "50", "time steps",
            "Time steps of a window in which every signal is compared with exact arithmetic from the chip's own state.");
    static final Key<Integer> WINDOWS = Key.whole("numerics.windows", 0, 1_000_000, "8", "windows", "How many windows are observed, spread over the run.");

    static final Key<Double> ERROR_GAP = Key.number("verify.error_gap", 0, 1000, "0.05", "",
            "How much greater than the reference's the chip's squared error may be, as a share of the best constant's.");

    private static final List<Key<?>> ALL = Stream.of(
                    List.of(ExperimentKeys.NAME, ExperimentKeys.DESCRIPTION, ExperimentKeys.SEED),
                    List.of(STREAM, STEPS, SCORED_STEPS, SHUFFLED_TARGETS, SHORTEST_INTERVAL, LONGEST_INTERVAL, SHORTEST_PAUSE, LONGEST_PAUSE, DISCOUNT),
                    List.of(BITS, LENGTH, ACCUMULATED, PERIOD, AHEAD, DELAY, SHIFT_AT, SHIFTED_SHORTEST, SHIFTED_LONGEST, SHIFTED_PERIOD, SHIFTED_DELAY),
                    List.of(SYSTEM, STAGES, COLUMNS_PER_STAGE, COLUMNS_PER_CORE, STAGE_STEPS, STATISTICS_DECAY, VARIANCE_FLOOR, INITIAL_RANGE),
                    List.of(CELL, UNITS, RULE, PATHS),
                    List.of(COLUMNS, COLUMN_WIDTH, LATERAL_SHARE, RECURRENT, META_GRADIENT),
                    List.of(RATE, OUTPUT_RATE_FACTOR, TRACE_DECAY, OPTIMISER, SQUARE_DECAY),
                    List.of(ExperimentKeys.CLOCK_MHZ, ExperimentKeys.DEADLINE_CYCLES, ExperimentKeys.REMEMBER_STEPS, LANES, PORTS, TABLE_UNITS),
                    List.of(ExperimentKeys.MEMORY_READ_CYCLES, ExperimentKeys.MULTIPLY_CYCLES, ExperimentKeys.ROUND_CYCLES),
                    List.of(ExperimentKeys.TOPOLOGY, ExperimentKeys.BUS_WIDTH_BITS, ExperimentKeys.HOP_CYCLES, ExperimentKeys.BUFFER_BEATS),
                    List.of(ExperimentKeys.LFSR, ExperimentKeys.RANDOM_BITS, GATED_LEAKAGE),
                    List.of(ExperimentKeys.DEFAULT_FORMAT), tables(),
                    List.of(ExperimentKeys.TECHNOLOGY, OBSERVED_STEPS, WINDOWS),
                    List.of(ExperimentKeys.SIGNAL_TO_NOISE, ExperimentKeys.TIME_STEPS_BEYOND, ERROR_GAP))
            .<Key<?>>flatMap(List::stream).toList();

    private PredictionKeys() {}

    /** Every key, in the order of the file. */
    public static List<Key<?>> all() {
        return ALL;
    }

    private static Key<Integer> conditioning(String name, int least, String standard, String meaning) {
        return Key.whole("stream." + name, least, 1_000_000, standard, "time steps", meaning).onlyWith(STREAM, "trace-patterning", "trace-conditioning");
    }

    private static Key<Integer> lstm(String name, int most, String standard, String unit, String meaning) {
        return Key.whole("system." + name, 1, most, standard, unit, meaning).onlyWith(SYSTEM, "lstm-columns");
    }

    private static List<Key<?>> tables() {
        List<Key<?>> keys = new ArrayList<>();
        TableSpec.Function.ofPredictions().forEach(function ->
                keys.addAll(List.of(ExperimentKeys.ENTRIES.get(function), ExperimentKeys.INTERPOLATION.get(function))));
        return keys;
    }
}
