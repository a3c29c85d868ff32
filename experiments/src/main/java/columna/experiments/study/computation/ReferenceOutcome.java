package columna.experiments.study.computation;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.experiments.training.Chunks;
import columna.experiments.training.ReferenceLearning;
import columna.reference.task.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What the float reference came to.
 *
 * @param test on sequences it has not learned from
 * @param curve while learning
 */
record ReferenceOutcome(ScoredChunk test, List<ScoredChunk> curve) {

    static ReferenceOutcome compute(ExperimentSpec spec, BooleanSupplier stopRequested) {
        TaskData data = new TaskData(spec);
        try (ReferenceLearning reference = new ReferenceLearning(spec)) {
            List<ScoredChunk> curve = new ArrayList<>();
            Chunks chunks = new Chunks(spec, data);
            while (chunks.hasNext()) {
                if (stopRequested.getAsBoolean()) {
                    throw new CancellationException();
                }
                List<Sequence> next = chunks.next();
                curve.add(ScoredChunk.of(chunks.handed(), reference.learn(next)));
            }
            return new ReferenceOutcome(ScoredChunk.of(chunks.handed(), reference.test(data.test())), curve);
        }
    }

    String toJson() {
        return Json.write(this);
    }

    static ReferenceOutcome fromJson(String json) {
        return Json.read(json, ReferenceOutcome.class);
    }
}
