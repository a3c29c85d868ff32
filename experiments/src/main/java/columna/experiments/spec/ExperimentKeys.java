package columna.experiments.spec;

import columna.experiments.spec.ChipSpec.Lfsr;
import columna.experiments.spec.ChipSpec.Topology;
import columna.experiments.spec.LearningSpec.OptimiserName;
import columna.experiments.spec.LearningSpec.Rule;
import columna.experiments.spec.LearningSpec.ScheduleName;
import columna.experiments.spec.LearningSpec.UpdateEvery;
import columna.experiments.spec.TableSpec.Interpolation;
import columna.experiments.spec.TaskSpec.TaskName;
import columna.hardware.block.Ports;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of all keys of an experiment file, in the file's order: range, default, unit and meaning of each, once. */
public final class ExperimentKeys {
    static final String REQUIRED = "";
    private static final int LARGEST_COUNT = 1_000_000_000;

    static final Key<String> NAME = Key.text("experiment", "a name of letters, digits, '-', '_' and '.', at most 64", "[A-Za-z0-9][A-Za-z0-9._-]{0,63}",
            REQUIRED, "The experiment's name; it names the folder of its results.");
    static final Key<String> DESCRIPTION = Key.text("description", "a text of at most 400 characters", "(?s).{0,400}",
            "\"\"", "One line that says what the experiment is for; the report shows it.");
    static final Key<Long> SEED = Key.longWhole("seed", 0, (1L << 53) - 1, "1", "",
            "Where all randomness begins: initial parameters, data and stochastic rounding; the same seed gives the same bits.");

    static final Key<TaskName> TASK_NAME = Key.word("task.name", TaskName.class, REQUIRED,
            "What the chip learns: to repeat a pattern of random bits, or to evaluate nested expressions over digits.");
    static final Key<Integer> PATTERN_STEPS = Key.whole("task.pattern_steps", 1, 10_000, "5", "time steps",
            "Time steps that show the pattern; as many at the end ask for it.").onlyWith(TASK_NAME, "copy");
    static final Key<Integer> BITS_PER_STEP = Key.whole("task.bits_per_step", 1, 64, "3", "bits", "Random bits of the pattern in one time step.").onlyWith(TASK_NAME, "copy");
    static final Key<Integer> PAD_STEPS = Key.whole("task.pad_steps", 0, 10_000, "3", "time steps",
            "Time steps of padding between the pattern and the answer.").onlyWith(TASK_NAME, "copy");
    static final Key<Integer> LEVELS = Key.whole("task.levels", 2, 20, "10", "levels",
            "Levels of nesting of an expression: the operator outside is the first, and at the last are digits only.").onlyWith(TASK_NAME, "listops");
    static final Key<Integer> MOST_ARGUMENTS = Key.whole("task.most_arguments", 2, 100, "10", "arguments",
            "The most arguments of an operator; there are at least two.").onlyWith(TASK_NAME, "listops");
    static final Key<Integer> SHORTEST = Key.whole("task.shortest", 3, 100_000, "501", "symbols",
            "The fewest symbols of an expression; each is read in one time step, and one more tells the end.").onlyWith(TASK_NAME, "listops");
    static final Key<Integer> LONGEST = Key.whole("task.longest", 3, 100_000, "1999", "symbols",
            "The most symbols of an expression.").onlyWith(TASK_NAME, "listops");
    static final Key<Integer> TEST_SEQUENCES = Key.whole("task.test_sequences", 1, LARGEST_COUNT, "200", "sequences",
            "Sequences never seen in learning on which accuracy is measured afterwards.");
    static final Key<Boolean> SHUFFLED_TARGETS = Key.flag("task.shuffled_targets", "false",
            "A control: every sequence gets another one's targets, so a chip that still learns is wrong.");

    static final Key<NetworkSpec.Cell> CELL = Key.word("network.cell", NetworkSpec.Cell.class, "complex",
            "Recurrent layers: LRU with complex or with positive real eigenvalues, or a dense linear network, whose online rule is SnAp-1.");
    static final Key<Integer> LAYERS = Key.whole("network.layers", 1, 64, "2", "layers", "Recurrent layers, each followed by a mixing block.");
    static final Key<Integer> UNITS = Key.whole("network.units", 1, 4096, "32", "units", "Hidden units of a recurrent layer (N).");
    static final Key<Integer> WIDTH = Key.whole("network.width", 1, 4096, "32", "features", "Features between the layers (H).");
    static final Key<Double> MINIMUM_RADIUS = Key.number("network.minimum_radius", 0, 1, "0.0", "",
            "Least magnitude of a unit's eigenvalue lambda at the start.").onlyWith(CELL, "complex", "real");
    static final Key<Double> MAXIMUM_RADIUS = Key.number("network.maximum_radius", 0, 1, "1.0", "",
            "Greatest magnitude of a unit's eigenvalue lambda at the start.").onlyWith(CELL, "complex", "real");
    static final Key<Double> MAXIMUM_PHASE = Key.number("network.maximum_phase", 0, 6.283185307179586, "6.28", "rad",
            "Greatest phase of a unit's eigenvalue lambda at the start.").onlyWith(CELL, "complex");
    static final Key<Double> NORM_EPSILON = Key.number("network.norm_epsilon", 1e-12, 1, "0.000001", "",
            "Added to the variance in layer normalisation: its root bounds how much an almost constant input is amplified.");

    static final Key<Rule> RULE = Key.word("learning.rule", Rule.class, REQUIRED,
            "Gradient of the recurrent parameters: online keeps eligibility traces, truncated looks one time step back, spatial not at all.");
    static final Key<Long> SEQUENCES = Key.longWhole("learning.sequences", 0, LARGEST_COUNT, "20000", "sequences", "Sequences the chip learns from.");
    static final Key<UpdateEvery> UPDATE_EVERY = Key.word("learning.update.every", UpdateEvery.class, "sequences",
            "Whether parameters change at the end of sequences or at the end of every time step.");
    static final Key<Integer> UPDATE_COUNT = Key.whole("learning.update.count", 1, 1_000_000, "1", "sequences",
            "Sequences whose gradients are summed before parameters change.").onlyWith(UPDATE_EVERY, "sequences");
    static final Key<OptimiserName> OPTIMISER = Key.word("learning.optimiser.name", OptimiserName.class, REQUIRED,
            "How a gradient changes a parameter, computed on the chip.");
    static final Key<Double> RATE = Key.number("learning.optimiser.rate", 0, 1000, REQUIRED, "",
            "Learning rate; 0 is allowed as a control that cannot learn.");
    static final Key<Double> RECURRENT_RATE_FACTOR = Key.number("learning.optimiser.recurrent_rate_factor", 0, 1000, "0.5", "",
            "Factor on the rate of the recurrent parameters lambda, gamma and B.");
    static final Key<Double> MOMENTUM = Key.decay("learning.optimiser.momentum", "1-2^-3",
            "Share of the previous change that is repeated.").onlyWith(OPTIMISER, "momentum");
    static final Key<Double> BETA1 = Key.decay("learning.optimiser.beta1", "1-2^-3",
            "Decay of the mean of gradients.").onlyWith(OPTIMISER, "adam");
    static final Key<Double> BETA2 = Key.decay("learning.optimiser.beta2", "1-2^-10",
            "Decay of the mean of squared gradients.").onlyWith(OPTIMISER, "adam");
    static final Key<ScheduleName> SCHEDULE = Key.word("learning.schedule.name", ScheduleName.class, "constant",
            "How the rate moves over the updates.");
    static final Key<Long> WARMUP_UPDATES = Key.longWhole("learning.schedule.warmup_updates", 0, LARGEST_COUNT, "0", "updates",
            "Updates in which the rate rises linearly from zero.").onlyWith(SCHEDULE, "warmup-cosine");
    static final Key<Double> MINIMUM_RATE = Key.number("learning.schedule.minimum_rate", 0, 1000, "0.0", "",
            "Rate that the half cosine reaches at the last update.").onlyWith(SCHEDULE, "warmup-cosine");

    static final Key<Integer> CORES_PER_LAYER = Key.whole("chip.cores_per_layer", 1, 4096, "2", "cores",
            "LRU cores that share the units of a layer; where they do not divide evenly, the first cores take one unit more.").onlyWith(CELL, "complex", "real");
    static final Key<Double> CLOCK_MHZ = Key.number("chip.clock_mhz", 0.001, 100_000, "200", "MHz", "Clock frequency; it turns cycles into seconds and leakage into energy.");
    static final Key<Optional<Integer>> DEADLINE_CYCLES = Key.whole("chip.deadline_cycles", 1, LARGEST_COUNT, "none", "cycles",
            "Cycles a time step may take; a step that takes longer makes the verdict bad.").orWord("none");
    static final Key<Boolean> REMEMBER_STEPS = Key.flag("chip.remember_steps", "true",
            "Whether the timing engine replays time steps it has already clocked; cycles are the same, only faster to find.");
    static final Key<Integer> RECURRENT_LANES = Key.whole("chip.recurrent_core.lanes", 1, 1024, "8", "lanes",
            "Multiply-accumulate units of an LRU core.");
    static final Key<Ports> RECURRENT_PORTS = Key.labelled("chip.recurrent_core.ports", Ports.class, Ports::label, "1R1W", "Ports of every memory bank of an LRU core.");
    static final Key<Integer> RECURRENT_TABLE_UNITS = Key.whole("chip.recurrent_core.table_units", 1, 1024, "1", "units",
            "Look-up units of an LRU core, each with a copy of its tables; at most as many as lanes.");
    static final Key<Integer> MIXING_LANES = Key.whole("chip.mixing_core.lanes", 1, 1024, "16", "lanes",
            "Multiply-accumulate units of a mixing core.");
    static final Key<Ports> MIXING_PORTS = Key.labelled("chip.mixing_core.ports", Ports.class, Ports::label, "1R1W", "Ports of every memory bank of a mixing core.");
    static final Key<Integer> MIXING_TABLE_UNITS = Key.whole("chip.mixing_core.table_units", 1, 1024, "1", "units",
            "Look-up units of a mixing core, each with a copy of its tables; at most as many as lanes.");
    static final Key<Integer> MEMORY_READ_CYCLES = Key.whole("chip.pipeline.memory_read_cycles", 1, 16, "1", "cycles", "Cycles from a read to its word.");
    static final Key<Integer> MULTIPLY_CYCLES = Key.whole("chip.pipeline.multiply_cycles", 1, 16, "1", "cycles", "Cycles of the multiplier.");
    static final Key<Integer> ROUND_CYCLES = Key.whole("chip.pipeline.round_cycles", 1, 16, "1", "cycles", "Cycles of rounding and saturation.");
    static final Key<Topology> TOPOLOGY = Key.word("chip.bus.topology", Topology.class, "spatial",
            "Which segments the bus has: spatial joins neighbouring levels, broadcast all cores, tree adds in its nodes, ring takes the shorter way, mesh routes rows first.");
    static final Key<Integer> BUS_WIDTH_BITS = Key.whole("chip.bus.width_bits", 1, 65_536, "128", "bits", "Payload of one beat of the bus.");
    static final Key<Integer> HOP_CYCLES = Key.whole("chip.bus.hop_cycles", 1, 1024, "1", "cycles", "Cycles of a beat on each segment of the bus.");
    static final Key<Integer> BUFFER_BEATS = Key.whole("chip.bus.buffer_beats", 1, 65_536, "4", "beats", "Beats a receiver holds before it stops the sender.");
    static final Key<Optional<Double>> ERROR_THRESHOLD = Key.number("chip.bus.error_threshold", 0, 1_000_000, "none", "",
            "Magnitude below which an element of an error signal is not sent and taken as 0; time steps then differ and each is clocked.").orWord("none");
    static final Key<Lfsr> LFSR = Key.word("chip.random.lfsr", Lfsr.class, "LFSR16", "Shift register that supplies random bits for stochastic rounding.");
    static final Key<Integer> RANDOM_BITS = Key.whole("chip.random.bits", 1, 32, "8", "bits", "Random bits that one stochastic rounding uses.");

    static final Key<String> DEFAULT_FORMAT = Key.text("formats.default", "a number format such as fixed<16,4,RND,SAT>", "(?s).*",
            "fixed<16,4,RND,SAT>", "Number format of every signal without one of its own; modes not written are RND and SAT.");

    static final Map<TableSpec.Function, Key<Integer>> ENTRIES = new EnumMap<>(TableSpec.Function.class);
    static final Map<TableSpec.Function, Key<Interpolation>> INTERPOLATION = new EnumMap<>(TableSpec.Function.class);

    static {
        for (TableSpec.Function function : TableSpec.Function.values()) {
            String of = " of the look-up table of " + function.word().replace('_', ' ') + ".";
            ENTRIES.put(function, Key.powerOfTwo("tables." + function.word() + ".entries", 4, 65_536, "256", "entries", "Entries" + of));
            INTERPOLATION.put(function, Key.word("tables." + function.word() + ".interpolation", Interpolation.class, "linear",
                    "What happens between two entries" + of));
        }
    }

    static final Key<String> TECHNOLOGY = Key.text("technology", "the name of a shipped technology or the path of a technology file", "(?s).{1,4096}",
            "cmos-28nm", "What the chip is made in: the table of energies, areas and leakages.");
    static final Key<Integer> SAMPLED_SEQUENCES = Key.whole("numerics.sampled_sequences", 0, 1_000_000, "40", "sequences",
            "Sequences in which range, saturation and signal-to-noise of every signal are observed.");

    static final Key<Optional<Double>> SIGNAL_TO_NOISE = Key.number("verify.signal_to_noise.default", -100, 300, "format", "dB",
            "Least signal-to-noise ratio of a time step against the float reference; format: what the narrowest word of the chip should reach.").orWord("format");
    static final Key<Double> TIME_STEPS_BEYOND = Key.number("verify.time_steps_beyond", 0, 1, "0.1", "",
            "Share of the observed time steps in which a signal may stay below its ratio.");
    static final Key<Double> GRADIENT_COSINE = Key.number("verify.gradient_cosine", -1, 1, "0.8", "",
            "Least cosine between the chip's gradient of a layer and that of the same rule in exact arithmetic.");
    static final Key<Double> GRADIENT_NORM = Key.number("verify.gradient_norm", 0, 1000, "0.5", "",
            "How far the norm of the chip's gradient of a layer may be from that of the exact one, as a share of it.");
    static final Key<Double> LOSS_GAP = Key.number("verify.loss_gap", 0, 1000, "0.02", "nats",
            "How much greater than the reference's the chip's loss on test sequences may be.");
    static final Key<Double> ACCURACY_GAP = Key.number("verify.accuracy_gap", 0, 1, "0.01", "",
            "How much lower than the reference's the chip's accuracy on test sequences may be.");
    static final Key<Double> SCORE_DRIFT = Key.number("verify.baseline.score", 0, 1, "0.01", "",
            "How far the chip's accuracy, and its loss as a share of a guess's, may be from the baseline's.");
    static final Key<Double> ENERGY_DRIFT = drift("energy", "0.001", "energy of learning");
    static final Key<Double> CYCLES_DRIFT = drift("cycles", "0.0", "number of cycles");
    static final Key<Double> MEMORY_DRIFT = drift("memory", "0.0", "number of memory bits");
    static final Key<Double> AREA_DRIFT = drift("area", "0.001", "area");
    static final Key<Double> SIGNAL_TO_NOISE_DRIFT = Key.number("verify.baseline.signal_to_noise", 0, 300, "3.0", "dB",
            "How far the signal-to-noise ratio of a signal may fall below the baseline's.");

    private static final List<Key<?>> ALL = Stream.of(
                    List.of(NAME, DESCRIPTION, SEED),
                    List.of(TASK_NAME, PATTERN_STEPS, BITS_PER_STEP, PAD_STEPS, LEVELS, MOST_ARGUMENTS, SHORTEST, LONGEST, TEST_SEQUENCES, SHUFFLED_TARGETS),
                    List.of(CELL, LAYERS, UNITS, WIDTH, MINIMUM_RADIUS, MAXIMUM_RADIUS, MAXIMUM_PHASE, NORM_EPSILON),
                    List.of(RULE, SEQUENCES, UPDATE_EVERY, UPDATE_COUNT),
                    List.of(OPTIMISER, RATE, RECURRENT_RATE_FACTOR, MOMENTUM, BETA1, BETA2),
                    List.of(SCHEDULE, WARMUP_UPDATES, MINIMUM_RATE),
                    List.of(CORES_PER_LAYER, CLOCK_MHZ, DEADLINE_CYCLES, REMEMBER_STEPS),
                    List.of(RECURRENT_LANES, RECURRENT_PORTS, RECURRENT_TABLE_UNITS, MIXING_LANES, MIXING_PORTS, MIXING_TABLE_UNITS),
                    List.of(MEMORY_READ_CYCLES, MULTIPLY_CYCLES, ROUND_CYCLES),
                    List.of(TOPOLOGY, BUS_WIDTH_BITS, HOP_CYCLES, BUFFER_BEATS, ERROR_THRESHOLD, LFSR, RANDOM_BITS),
                    List.of(DEFAULT_FORMAT), tables(),
                    List.of(TECHNOLOGY, SAMPLED_SEQUENCES),
                    List.of(SIGNAL_TO_NOISE, TIME_STEPS_BEYOND, GRADIENT_COSINE, GRADIENT_NORM, LOSS_GAP, ACCURACY_GAP),
                    List.of(SCORE_DRIFT, ENERGY_DRIFT, CYCLES_DRIFT, MEMORY_DRIFT, AREA_DRIFT, SIGNAL_TO_NOISE_DRIFT))
            .<Key<?>>flatMap(List::stream).toList();

    private ExperimentKeys() {}

    /** Every key, in the order of the file. In a section with a key {@code default}, the keys besides it are the chip's signals. */
    public static List<Key<?>> all() {
        return ALL;
    }

    private static Key<Double> drift(String name, String share, String what) {
        return Key.number("verify.baseline." + name, 0, 1000, share, "", "How far the " + what + " may be from the baseline's, as a share of it.");
    }

    private static List<Key<?>> tables() {
        List<Key<?>> keys = new ArrayList<>();
        TableSpec.Function.all().forEach(function -> keys.addAll(List.of(ENTRIES.get(function), INTERPOLATION.get(function))));
        return keys;
    }
}
