package columna.experiments.training;

import columna.experiments.chip.LearningRates;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.reference.learning.Score;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The float reference of an experiment while it learns, on the calling thread. */
public final class ReferenceLearning implements AutoCloseable {

    private final boolean everyTimeStep;
    private final boolean labelled;
    private final int batch;
    private final Trainer trainer;

    public ReferenceLearning(ExperimentSpec spec) {
        this.everyTimeStep = spec.learning().update() instanceof LearningSpec.Update.EveryTimeStep;
        this.labelled = spec.task().labelled();
        this.batch = LearningRates.sequencesPerUpdate(spec.learning());
        this.trainer = new Trainer(
                ReferenceNetwork.of(spec), ReferenceNetwork.initial(spec), ReferenceNetwork.rule(spec), new LearningRates(spec).ofReference(), 1);
    }

    /** Learns from some sequences; their mean score, each before the update that it takes part in. */
    public Score learn(List<Sequence> sequences) {
        List<Score> scores = new ArrayList<>();
        for (int from = 0; from < sequences.size(); from += batch) {
            List<Sequence> part = sequences.subList(from, Math.min(from + batch, sequences.size()));
            if (everyTimeStep) {
                part.forEach(sequence -> scores.add(stepByStep(sequence)));
            } else if (part.size() == batch) {
                scores.add(trainer.step(part));
            } else {
                // The chip, too, waits for a full batch before it updates.
                scores.add(trainer.evaluate(part));
            }
        }
        return Scores.mean(scores);
    }

    /** The reference does not count right answers while parameters change inside a sequence. */
    private Score stepByStep(Sequence sequence) {
        return new Score(Arrays.stream(trainer.stepByStep(sequence)).sum(), 0, 0);
    }

    /** Scores sequences without learning from them. */
    public Score test(List<Sequence> sequences) {
        Score ofTimeSteps = trainer.evaluate(sequences);
        return labelled ? trainer.averaged() : ofTimeSteps;
    }

    @Override
    public void close() {
        trainer.close();
    }
}
