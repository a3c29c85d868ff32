package columna.experiments.run;

import columna.experiments.chip.ChipDesign;
import columna.experiments.result.Learned;
import columna.experiments.result.LossCurve;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.experiments.training.ChipLearning;
import columna.experiments.training.Chunks;
import columna.experiments.training.ReferenceLearning;
import columna.reference.learning.Score;
import columna.reference.task.Sequence;
import columna.sim.chip.SentErrors;
import columna.sim.program.StepKind;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * The chip and the float reference, learning side by side from the same sequences and the same initial parameters. Neither
 * sees the other; the reference runs on a second thread, which changes no bit.
 */
final class Training implements AutoCloseable {

    private final TaskData data;
    private final Chunks chunks;
    private final ChipLearning chip;
    private final ReferenceLearning reference;
    private final LossCurve curve = new LossCurve();

    /**
     * @param clock told the kind of every time step of learning, and the errors that it sent where small ones are skipped
     */
    Training(ExperimentSpec spec, ChipDesign design, TaskData data, BiConsumer<StepKind, SentErrors> clock) {
        this.data = data;
        this.chunks = new Chunks(spec, data);
        this.chip = new ChipLearning(spec, design, clock);
        this.reference = new ReferenceLearning(spec);
    }

    /** Learns all sequences of the experiment, or fewer if asked to stop. */
    void learn(RunProgress progress, BooleanSupplier stopRequested) {
        progress.phase("learning", chunks.total());
        while (chunks.hasNext() && !stopRequested.getAsBoolean()) {
            long before = chunks.handed();
            List<Sequence> next = chunks.next();
            CompletableFuture<Score> beside = CompletableFuture.supplyAsync(() -> reference.learn(next));
            Score score = chip.learn(next, before);
            Score wanted = beside.join();
            curve.add(chunks.handed(), score, wanted);
            progress.sequences(chunks.handed(), score.loss(), wanted.loss());
        }
    }

    /** Scores both on sequences they have not learned from; what learning came to. */
    Learned test(RunProgress progress) {
        List<Sequence> sequences = data.test();
        progress.phase("testing", sequences.size());
        CompletableFuture<Score> beside = CompletableFuture.supplyAsync(() -> reference.test(sequences));
        Score score = chip.test(sequences, (tested, loss) -> progress.sequences(tested, loss, Double.NaN));
        return new Learned(!chunks.hasNext(), curve, score, beside.join(), chip.updates(), chip.records(), chip.numerics());
    }

    ChipLearning chip() {
        return chip;
    }

    @Override
    public void close() {
        reference.close();
    }
}
