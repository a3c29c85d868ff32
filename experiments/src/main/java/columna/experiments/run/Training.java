package columna.experiments.run;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.LearningRates;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.numerics.NumericsStudy;
import columna.experiments.result.LossCurve;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Score;
import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import columna.sim.function.FunctionalChip;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The chip and the float reference, learning side by side from the same sequences and the same initial parameters. Neither
 * sees the other; the reference runs on a second thread, which changes no bit.
 */
final class Training implements AutoCloseable {

    private static final int SEQUENCES_PER_CHUNK = 16;

    private final ExperimentSpec spec;
    private final ChipLearner learner;
    private final Trainer trainer;
    private final NumericsStudy numerics;
    private final FunctionalChip chip;
    private final LossCurve curve = new LossCurve();
    private final TaskData data;

    /**
     * @param clock told the kind of every time step of learning
     */
    Training(ExperimentSpec spec, ChipDesign design, TaskData data, Consumer<StepKind> clock) {
        this.spec = spec;
        this.data = data;
        NetworkSpec network = ReferenceNetwork.of(spec);
        Parameters initial = ReferenceNetwork.initial(spec);
        this.chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        ChipParameters parameters = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        parameters.load(initial);
        this.learner = new ChipLearner(spec, chip, kind -> {
            if (kind.learning()) {
                clock.accept(kind);
            }
        });
        this.numerics = new NumericsStudy(spec, design, parameters, network);
        LearningRule rule = ReferenceNetwork.rule(spec);
        this.trainer = new Trainer(network, initial, rule, new LearningRates(spec).ofReference(), 1);
    }

    /** Learns all sequences of the experiment, or fewer if asked to stop. */
    void learn(RunProgress progress, BooleanSupplier stopRequested) {
        Iterator<Sequence> sequences = data.training().iterator();
        long total = spec.learning().sequences();
        int batch = LearningRates.sequencesPerUpdate(spec.learning());
        int chunk = Math.max(1, SEQUENCES_PER_CHUNK / batch) * batch;
        progress.phase("learning", total);
        long sampleEvery = Math.max(1, total / Math.max(1, spec.numerics().sampledSequences()));
        long nextSample = 0;
        for (long done = 0; done < total && !stopRequested.getAsBoolean(); ) {
            List<Sequence> next = take(sequences, Math.min(chunk, total - done));
            CompletableFuture<List<Score>> reference = CompletableFuture.supplyAsync(() -> reference(next, batch));
            double chipLoss = 0;
            long correct = 0;
            long scored = 0;
            for (int i = 0; i < next.size(); i++) {
                boolean sample = done + i >= nextSample
                        && numerics.sampled() < spec.numerics().sampledSequences()
                        && learner.gradientsAreClear();
                Score score = sample ? numerics.learn(learner, next.get(i), done + i) : learner.learn(next.get(i));
                if (sample) {
                    nextSample += sampleEvery;
                }
                chipLoss += score.loss();
                correct += score.correct();
                scored += score.scored();
            }
            done += next.size();
            Score mean = mean(reference.join());
            curve.add(done, new Score(chipLoss / next.size(), correct, scored), mean);
            progress.sequences(done, chipLoss / next.size(), mean.loss());
        }
    }

    private static List<Sequence> take(Iterator<Sequence> sequences, long count) {
        List<Sequence> taken = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            taken.add(sequences.next());
        }
        return taken;
    }

    private List<Score> reference(List<Sequence> sequences, int batch) {
        List<Score> scores = new ArrayList<>();
        for (int from = 0; from < sequences.size(); from += batch) {
            List<Sequence> part = sequences.subList(from, Math.min(from + batch, sequences.size()));
            if (spec.learning().update() instanceof LearningSpec.Update.EveryTimeStep) {
                part.forEach(sequence -> scores.add(stepByStep(sequence)));
            } else if (part.size() == batch) {
                scores.add(trainer.step(part));
            } else {
                // The chip, too, waits for a full batch before it updates.
                scores.add(trainer.evaluate(part));
            }
        }
        return scores;
    }

    /** The reference does not count right answers while parameters change inside a sequence. */
    private Score stepByStep(Sequence sequence) {
        return new Score(Arrays.stream(trainer.stepByStep(sequence)).sum(), 0, 0);
    }

    private static Score mean(List<Score> scores) {
        double loss = scores.stream().mapToDouble(Score::loss).average().orElse(Double.NaN);
        return new Score(
                loss,
                scores.stream().mapToLong(Score::correct).sum(),
                scores.stream().mapToLong(Score::scored).sum());
    }

    /** Scores both on sequences they have not learned from. */
    TestScores test(RunProgress progress) {
        List<Sequence> sequences = data.test();
        progress.phase("testing", sequences.size());
        CompletableFuture<Score> reference = CompletableFuture.supplyAsync(() -> trainer.evaluate(sequences));
        List<Score> scores = new ArrayList<>();
        for (Sequence sequence : sequences) {
            scores.add(learner.infer(sequence));
            progress.sequences(scores.size(), mean(scores).loss(), Double.NaN);
        }
        return new TestScores(mean(scores), reference.join());
    }

    /**
     * Scores after learning.
     *
     * @param chip of the chip
     * @param reference of the float reference
     */
    record TestScores(Score chip, Score reference) {}

    LossCurve curve() {
        return curve;
    }

    /** Whether all sequences have been learned. */
    boolean complete() {
        var points = curve.points();
        return spec.learning().sequences() == (points.isEmpty() ? 0 : points.getLast().sequences());
    }

    NumericsStudy numerics() {
        return numerics;
    }

    FunctionalChip chip() {
        return chip;
    }

    long updates() {
        return learner.updates();
    }

    @Override
    public void close() {
        trainer.close();
    }
}
