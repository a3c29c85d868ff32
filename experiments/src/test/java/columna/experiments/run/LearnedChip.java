package columna.experiments.run;

import columna.experiments.chip.ChipDesign;
import columna.experiments.priced.PricedChip;
import columna.experiments.priced.StepClock;
import columna.experiments.result.Learned;
import columna.experiments.result.LossCurve;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.hardware.technology.Technology;
import columna.reference.learning.Score;
import columna.sim.accounting.ActionCounts;
import columna.sim.chip.SentErrors;
import columna.sim.function.FunctionalChip;
import columna.sim.program.Memory;
import columna.sim.program.StepKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A run by its results that no law lets change: every raw word of every memory at the end, the loss curve and the scores.
 *
 * @param words core, signal and part to the raw words, row by row
 * @param curve loss and right answers while learning, of chip and reference
 * @param scores on test sequences, of chip and reference
 */
record LearnedChip(Map<String, List<Integer>> words, List<LossCurve.Point> curve, List<Score> scores) {

    /** What the clock and the counters say of the same run. */
    record Timed(LearnedChip chip, long cycles, ActionCounts counts, long sampled) {}

    private static final RunProgress SILENT = new RunProgress() {
        @Override
        public void phase(String name, long totalSequences) {}

        @Override
        public void sequences(long done, double chipLoss, double referenceLoss) {}
    };

    /** A run without any timing. */
    static LearnedChip untimed(ExperimentSpec spec) {
        try (Training training = training(spec, (kind, errors) -> {})) {
            return learned(training);
        }
    }

    /** The same run with the clocked engine beside it. */
    static Timed timed(ExperimentSpec spec) {
        ChipDesign design = ChipDesign.of(spec);
        PricedChip chip = PricedChip.of(spec, design, Technology.named(spec.technology()));
        StepClock clock = new StepClock(chip.engine(), spec.chip().rememberSteps());
        try (Training training = training(spec, clock::step)) {
            LearnedChip learned = learned(training);
            return new Timed(learned, clock.cycles(), clock.counts(), training.chip().numerics().sampled());
        }
    }

    private static Training training(ExperimentSpec spec, BiConsumer<StepKind, SentErrors> clock) {
        return new Training(spec, ChipDesign.of(spec), new TaskData(spec), clock);
    }

    private static LearnedChip learned(Training training) {
        training.learn(SILENT, () -> false);
        Learned result = training.test(SILENT);
        return new LearnedChip(words(training.chip().chip()), result.curve().points(), List.of(result.chipTest(), result.referenceTest()));
    }

    /** Every raw word of a chip. */
    static Map<String, List<Integer>> words(FunctionalChip chip) {
        Map<String, List<Integer>> words = new TreeMap<>();
        for (int core = 0; core < chip.chip().cores().size(); core++) {
            String name = chip.chip().cores().get(core).name();
            for (Memory memory : chip.chip().cores().get(core).program().memories()) {
                words.put(name + " " + memory.name(), flat(chip.cells(core, memory.name()).rows(false)));
                if (memory.complex()) {
                    words.put(name + " im " + memory.name(), flat(chip.cells(core, memory.name()).rows(true)));
                }
            }
        }
        return words;
    }

    private static List<Integer> flat(int[][] rows) {
        return Arrays.stream(rows).flatMapToInt(Arrays::stream).boxed().toList();
    }
}
