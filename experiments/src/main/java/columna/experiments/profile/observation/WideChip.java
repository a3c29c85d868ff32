package columna.experiments.profile.observation;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.profile.formats.Buildable;
import columna.experiments.profile.formats.ChipConstraints;
import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.experiments.spec.TableSpec;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.function.SignalRecord;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.Writing;
import columna.sim.program.Phase;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A chip with wide formats and large tables that runs single sequences at given parameters and never changes them: for signals of
 * a chip that the float reference does not have.
 */
final class WideChip {

    private static final int ADDED_INTEGER_BITS = 4;
    private static final int LEAST_BITS = 27;
    private static final int ADDED_BITS = 6;
    private static final int MOST_BITS = 30;
    private static final int TABLE_ENTRIES = 8192;

    private final FunctionalChip chip;
    private final ChipParameters parameters;
    private final ChipLearner learner;
    private final Set<String> constants;

    private WideChip(ExperimentSpec spec, ChipDesign design) {
        this.chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        this.parameters = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        this.learner = new ChipLearner(spec, chip, kind -> {});
        this.constants = constants(design);
    }

    static WideChip of(ExperimentSpec spec) {
        ExperimentSpec still = still(spec);
        SequencedMap<String, Format> formats = new LinkedHashMap<>();
        ChipDesign design = ChipDesign.of(still);
        ChipFormats.of(design).formats().forEach((name, format) -> formats.put(name, wide(format)));
        Buildable buildable = Buildable.of(still, ChipConstraints.of(design), new ChipFormats(formats));
        return new WideChip(buildable.spec(), buildable.design());
    }

    /** No change of parameters, no state of an optimiser. */
    private static ExperimentSpec still(ExperimentSpec spec) {
        LearningSpec.Update update = switch (spec.learning().update()) {
            case LearningSpec.Update.EverySequences every -> new LearningSpec.Update.EverySequences(1);
            case LearningSpec.Update.EveryTimeStep everyTimeStep -> everyTimeStep;
        };
        LearningSpec learning = new LearningSpec(spec.learning().rule(), spec.learning().sequences(), update,
                new LearningSpec.Optimiser.Sgd(0, 1), new LearningSpec.Schedule.Constant());
        Map<TableSpec.Function, TableSpec> tables = new EnumMap<>(TableSpec.Function.class);
        spec.tables().forEach((function, table) ->
                tables.put(function, new TableSpec(Math.max(TABLE_ENTRIES, table.entries()), table.interpolation())));
        return spec.withLearning(learning).withTables(tables);
    }

    private static Format wide(Format format) {
        int width = Math.clamp(format.width() + ADDED_BITS, LEAST_BITS, MOST_BITS);
        return new Format(width, format.integerBits() + ADDED_INTEGER_BITS, format.signed(), Quantization.RND, Overflow.SAT, 0);
    }

    private static Set<String> constants(ChipDesign design) {
        Set<String> names = new LinkedHashSet<>(design.chip().signals().keySet());
        design.chip().cores().forEach(core -> core.program().phases().values().stream().flatMap(List::stream)
                .filter(Writing.class::isInstance)
                .forEach(operation -> names.remove(((Writing) operation).destination().memory().name())));
        return names;
    }

    /** Runs a sequence at these parameters; every word that is written to a signal without counterpart is counted. */
    void run(Sequence sequence, Parameters at, SignalHistograms histograms) {
        parameters.load(at);
        for (String constant : constants) {
            if (counts(constant, histograms)) {
                chip.chip().coresWith(constant).forEach(core -> add(chip.cells(core, constant), histograms.of(constant)));
            }
        }
        learner.learn(sequence, timeStep -> (core, phase, cells) -> {
            // What is cleared at the beginning of a sequence is no value of the signal.
            if (phase != Phase.RESET && counts(cells.memory().name(), histograms)) {
                add(cells, histograms.of(cells.memory().name()));
            }
        });
    }

    private static boolean counts(String signal, SignalHistograms histograms) {
        return histograms.has(signal) && histograms.source(signal) == Source.WIDE_CHIP;
    }

    private static void add(Cells cells, Histogram histogram) {
        Memory memory = cells.memory();
        for (int part = 0; part < memory.parts(); part++) {
            for (int[] row : cells.rows(part == 1)) {
                for (int word : row) {
                    histogram.add(memory.format().toDouble(word));
                }
            }
        }
    }

    /** Says which signals met the range of the wide chip itself. */
    void markClipped(SignalHistograms histograms) {
        Map<String, SignalRecord> records = chip.records();
        records.forEach((name, record) -> {
            if (record.saturations() > 0 && counts(name, histograms)) {
                histograms.markClipped(name);
            }
        });
    }
}
