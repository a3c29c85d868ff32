package columna.experiments.study.computation;

import columna.experiments.chip.ChipDesign;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.study.definition.StopRule;
import columna.experiments.task.TaskData;
import columna.experiments.training.ChipLearning;
import columna.experiments.training.Chunks;
import columna.reference.learning.Score;
import columna.reference.task.Sequence;
import columna.sim.accounting.RunActivity;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What a chip came to: its bits, and nothing that depends on when or at what price.
 *
 * @param complete false if the chip was given up
 * @param test on sequences it has not learned from
 * @param curve while learning
 * @param updates of the parameters
 * @param steps kinds of time steps while learning, and how many
 */
record LearningOutcome(boolean complete, ScoredChunk test, List<ScoredChunk> curve, long updates, List<Steps> steps) {

    /** So many time steps of one kind. */
    record Steps(boolean reset, boolean learning, boolean error, boolean update, long count) {}

    private static final int TENTH = 10;

    static LearningOutcome compute(ExperimentSpec spec, Optional<StopRule> stop, BooleanSupplier stopRequested) {
        RunActivity activity = new RunActivity();
        ChipLearning chip = new ChipLearning(spec, ChipDesign.of(spec), (kind, errors) -> activity.add(kind, 1));
        TaskData data = new TaskData(spec);
        Chunks chunks = new Chunks(spec, data);
        List<ScoredChunk> curve = new ArrayList<>();
        boolean hopeless = false;
        while (chunks.hasNext() && !hopeless) {
            if (stopRequested.getAsBoolean()) {
                throw new CancellationException();
            }
            long before = chunks.handed();
            List<Sequence> next = chunks.next();
            Score score = chip.learn(next, before);
            boolean due = stop.isPresent() && before < stop.get().after() * chunks.total() && chunks.handed() >= stop.get().after() * chunks.total();
            curve.add(ScoredChunk.of(chunks.handed(), score));
            hopeless = due && recentLoss(curve) > stop.get().lossAbove();
        }
        Score test = chip.test(data.test(), (tested, loss) -> {});
        List<Steps> steps = activity.kinds().stream()
                .map(kind -> new Steps(kind.reset(), kind.learning(), kind.error(), kind.update(), activity.occurrences(kind)))
                .toList();
        return new LearningOutcome(!chunks.hasNext(), ScoredChunk.of(chunks.handed(), test), curve, chip.updates(), steps);
    }

    /** Mean over the last tenth of the chunks so far. */
    private static double recentLoss(List<ScoredChunk> curve) {
        int recent = Math.ceilDiv(curve.size(), TENTH);
        return curve.subList(curve.size() - recent, curve.size()).stream().mapToDouble(ScoredChunk::loss).average().orElseThrow();
    }

    RunActivity activity() {
        RunActivity activity = new RunActivity();
        steps.forEach(s -> activity.add(new StepKind(s.reset(), s.learning(), s.error(), s.update()), s.count()));
        return activity;
    }

    String toJson() {
        return Json.write(this);
    }

    static LearningOutcome fromJson(String json) {
        return Json.read(json, LearningOutcome.class);
    }
}
