package columna.experiments.spec;

import columna.experiments.spec.LearningSpec.Optimiser;
import columna.experiments.spec.LearningSpec.OptimiserName;
import columna.experiments.spec.LearningSpec.Schedule;
import columna.experiments.spec.LearningSpec.ScheduleName;
import columna.experiments.spec.LearningSpec.Update;
import columna.experiments.spec.LearningSpec.UpdateEvery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/** Writes an experiment as YAML with every key that applies to it, in the order of the table. */
final class SpecWriter {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

    private SpecWriter() {}

    static String write(ExperimentSpec spec) {
        return of(spec).yaml();
    }

    /** Every key that applies, by dotted path in the order of the table, with its value as it is written in YAML. */
    static SequencedMap<String, String> values(ExperimentSpec spec) {
        SpecWriter writer = of(spec);
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (Key<?> key : ExperimentKeys.all()) {
            if (key.isStandardOfSignals()) {
                writer.tables.get(key.section()).forEach((name, text) -> values.put(key.section() + "." + name, text));
            } else if (writer.texts.containsKey(key.path())) {
                values.put(key.path(), writer.texts.get(key.path()));
            }
        }
        return values;
    }

    private static SpecWriter of(ExperimentSpec spec) {
        SpecWriter writer = new SpecWriter();
        writer.top(spec);
        writer.task(spec.task());
        writer.network(spec.network());
        writer.learning(spec.learning());
        writer.chip(spec.chip());
        if (spec.network().cell() != NetworkSpec.Cell.DENSE) {
            writer.put(ExperimentKeys.CORES_PER_LAYER, spec.chip().coresPerLayer());
        }
        spec.tables().forEach(writer::table);
        writer.put(ExperimentKeys.DEFAULT_FORMAT, spec.formats().table(), format -> Key.quoted(format.toString()));
        writer.verify(spec.verify());
        return writer;
    }

    private void verify(VerifySpec verify) {
        put(ExperimentKeys.SIGNAL_TO_NOISE, verify.signalToNoise(), ExperimentKeys.SIGNAL_TO_NOISE.writer());
        put(ExperimentKeys.TIME_STEPS_BEYOND, verify.timeStepsBeyond());
        put(ExperimentKeys.GRADIENT_COSINE, verify.gradientCosine());
        put(ExperimentKeys.GRADIENT_NORM, verify.gradientNorm());
        put(ExperimentKeys.LOSS_GAP, verify.lossGap());
        put(ExperimentKeys.ACCURACY_GAP, verify.accuracyGap());
        put(ExperimentKeys.SCORE_DRIFT, verify.drift().score());
        put(ExperimentKeys.ENERGY_DRIFT, verify.drift().energy());
        put(ExperimentKeys.CYCLES_DRIFT, verify.drift().cycles());
        put(ExperimentKeys.MEMORY_DRIFT, verify.drift().memory());
        put(ExperimentKeys.AREA_DRIFT, verify.drift().area());
        put(ExperimentKeys.SIGNAL_TO_NOISE_DRIFT, verify.drift().signalToNoise());
    }

    private <V> void put(Key<?> standard, SignalTable<V> table, Function<V, String> text) {
        Map<String, String> values = new LinkedHashMap<>();
        table.withDefault().forEach((name, value) -> values.put(name, text.apply(value)));
        tables.put(standard.section(), values);
    }

    private <T> void put(Key<T> key, T value) {
        texts.put(key.path(), key.writer().apply(value));
    }

    private void top(ExperimentSpec spec) {
        put(ExperimentKeys.NAME, spec.name());
        put(ExperimentKeys.DESCRIPTION, spec.description());
        put(ExperimentKeys.SEED, spec.seed());
        put(ExperimentKeys.TECHNOLOGY, spec.technology());
        put(ExperimentKeys.SAMPLED_SEQUENCES, spec.numerics().sampledSequences());
    }

    private void task(TaskSpec task) {
        switch (task) {
            case TaskSpec.Copy copy -> {
                put(ExperimentKeys.TASK_NAME, TaskSpec.TaskName.COPY);
                put(ExperimentKeys.PATTERN_STEPS, copy.patternSteps());
                put(ExperimentKeys.BITS_PER_STEP, copy.bitsPerStep());
                put(ExperimentKeys.PAD_STEPS, copy.padSteps());
            }
            case TaskSpec.ListOps listOps -> {
                put(ExperimentKeys.TASK_NAME, TaskSpec.TaskName.LISTOPS);
                put(ExperimentKeys.LEVELS, listOps.levels());
                put(ExperimentKeys.MOST_ARGUMENTS, listOps.mostArguments());
                put(ExperimentKeys.SHORTEST, listOps.shortest());
                put(ExperimentKeys.LONGEST, listOps.longest());
            }
        }
        put(ExperimentKeys.TEST_SEQUENCES, task.testSequences());
        put(ExperimentKeys.SHUFFLED_TARGETS, task.shuffledTargets());
    }

    private void network(NetworkSpec network) {
        put(ExperimentKeys.CELL, network.cell());
        put(ExperimentKeys.LAYERS, network.layers());
        put(ExperimentKeys.UNITS, network.units());
        put(ExperimentKeys.WIDTH, network.width());
        if (network.cell() != NetworkSpec.Cell.DENSE) {
            put(ExperimentKeys.MINIMUM_RADIUS, network.minimumRadius());
            put(ExperimentKeys.MAXIMUM_RADIUS, network.maximumRadius());
        }
        if (network.cell() == NetworkSpec.Cell.COMPLEX) {
            put(ExperimentKeys.MAXIMUM_PHASE, network.maximumPhase());
        }
        put(ExperimentKeys.NORM_EPSILON, network.normEpsilon());
    }

    private void learning(LearningSpec learning) {
        put(ExperimentKeys.RULE, learning.rule());
        put(ExperimentKeys.SEQUENCES, learning.sequences());
        switch (learning.update()) {
            case Update.EverySequences every -> {
                put(ExperimentKeys.UPDATE_EVERY, UpdateEvery.SEQUENCES);
                put(ExperimentKeys.UPDATE_COUNT, every.count());
            }
            case Update.EveryTimeStep ignored -> put(ExperimentKeys.UPDATE_EVERY, UpdateEvery.TIME_STEP);
        }
        optimiser(learning.optimiser());
        schedule(learning.schedule());
    }

    private void optimiser(Optimiser optimiser) {
        put(ExperimentKeys.RATE, optimiser.rate());
        put(ExperimentKeys.RECURRENT_RATE_FACTOR, optimiser.recurrentRateFactor());
        switch (optimiser) {
            case Optimiser.Sgd ignored -> put(ExperimentKeys.OPTIMISER, OptimiserName.SGD);
            case Optimiser.Momentum momentum -> {
                put(ExperimentKeys.OPTIMISER, OptimiserName.MOMENTUM);
                put(ExperimentKeys.MOMENTUM, momentum.momentum());
            }
            case Optimiser.Adam adam -> {
                put(ExperimentKeys.OPTIMISER, OptimiserName.ADAM);
                put(ExperimentKeys.BETA1, adam.beta1());
                put(ExperimentKeys.BETA2, adam.beta2());
            }
        }
    }

    private void schedule(Schedule schedule) {
        switch (schedule) {
            case Schedule.Constant ignored -> put(ExperimentKeys.SCHEDULE, ScheduleName.CONSTANT);
            case Schedule.WarmupCosine cosine -> {
                put(ExperimentKeys.SCHEDULE, ScheduleName.WARMUP_COSINE);
                put(ExperimentKeys.WARMUP_UPDATES, cosine.warmupUpdates());
                put(ExperimentKeys.MINIMUM_RATE, cosine.minimumRate());
            }
        }
    }

    private void chip(ChipSpec chip) {
        put(ExperimentKeys.CLOCK_MHZ, chip.clockMhz());
        put(ExperimentKeys.DEADLINE_CYCLES, chip.deadlineCycles());
        put(ExperimentKeys.REMEMBER_STEPS, chip.rememberSteps());
        put(ExperimentKeys.RECURRENT_LANES, chip.recurrentCore().lanes());
        put(ExperimentKeys.RECURRENT_PORTS, chip.recurrentCore().ports());
        put(ExperimentKeys.RECURRENT_TABLE_UNITS, chip.recurrentCore().tableUnits());
        put(ExperimentKeys.MIXING_LANES, chip.mixingCore().lanes());
        put(ExperimentKeys.MIXING_PORTS, chip.mixingCore().ports());
        put(ExperimentKeys.MIXING_TABLE_UNITS, chip.mixingCore().tableUnits());
        put(ExperimentKeys.MEMORY_READ_CYCLES, chip.pipeline().memoryReadCycles());
        put(ExperimentKeys.MULTIPLY_CYCLES, chip.pipeline().multiplyCycles());
        put(ExperimentKeys.ROUND_CYCLES, chip.pipeline().roundCycles());
        put(ExperimentKeys.TOPOLOGY, chip.bus().topology());
        put(ExperimentKeys.BUS_WIDTH_BITS, chip.bus().widthBits());
        put(ExperimentKeys.HOP_CYCLES, chip.bus().hopCycles());
        put(ExperimentKeys.BUFFER_BEATS, chip.bus().bufferBeats());
        put(ExperimentKeys.ERROR_THRESHOLD, chip.bus().errorThreshold());
        put(ExperimentKeys.LFSR, chip.random().lfsr());
        put(ExperimentKeys.RANDOM_BITS, chip.random().bits());
    }

    private void table(TableSpec.Function function, TableSpec table) {
        put(ExperimentKeys.ENTRIES.get(function), table.entries());
        put(ExperimentKeys.INTERPOLATION.get(function), table.interpolation());
    }

    private String yaml() {
        StringBuilder out = new StringBuilder();
        String[] open = {""};
        for (Key<?> key : ExperimentKeys.all()) {
            if (key.isStandardOfSignals()) {
                openSection(out, open, key.section());
                tables.get(key.section()).forEach((name, text) ->
                        indent(out, key.path()).append(Key.quoted(name)).append(": ").append(text).append('\n'));
            } else if (texts.containsKey(key.path())) {
                openSection(out, open, key.section());
                indent(out, key.path()).append(key.name()).append(": ").append(texts.get(key.path())).append('\n');
            }
        }
        return out.toString();
    }

    /** Writes the headings between the section that is open and the next key's. */
    private static void openSection(StringBuilder out, String[] open, String section) {
        String[] parts = section.isEmpty() ? new String[0] : section.split("\\.");
        String path = "";
        for (String part : parts) {
            path = path.isEmpty() ? part : path + "." + part;
            if (!(open[0] + ".").startsWith(path + ".")) {
                indent(out, path).append(part).append(":\n");
            }
        }
        open[0] = section;
    }

    private static StringBuilder indent(StringBuilder out, String path) {
        return out.repeat("  ", (int) path.chars().filter(c -> c == '.').count());
    }
}
