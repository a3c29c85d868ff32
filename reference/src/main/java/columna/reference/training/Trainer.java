package columna.reference.training;

import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Score;
import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;
import columna.reference.optimisation.Optimiser;
import columna.reference.optimisation.OptimiserSpec;
import columna.reference.task.Sequence;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Trains the parameters of one network in place. A batch is dealt out to a fixed number of lanes, sequence i to lane i modulo the lanes;
 * each lane sums its gradients in order, and the lanes are summed in order. So the bits do not depend on the number of threads.
 *
 * <p>In single precision the forward and backward pass and the gradient of a lane are single; the parameters, the sum over lanes and the
 * optimiser stay double, the parameters being rounded anew for each batch.
 */
public final class Trainer implements AutoCloseable {

    /** The lanes of a batch, whatever the number of threads. */
    static final int LANES = 8;

    private final Parameters parameters;
    private final Parameters total;
    private final Optimiser optimiser;
    private final TrainingOptions options;
    private final List<Lane> lanes;
    private final ExecutorService executor;
    private long sequences;
    private long labels;
    private double evaluated;

    /** A trainer of these parameters in double precision, without dropout. */
    public Trainer(NetworkSpec spec, Parameters parameters, LearningRule rule, OptimiserSpec optimiser, int threads) {
        this(spec, parameters, rule, optimiser, TrainingOptions.PLAIN, threads);
    }

    /** A trainer of these parameters. */
    public Trainer(NetworkSpec spec, Parameters parameters, LearningRule rule, OptimiserSpec optimiser, TrainingOptions options,
            int threads) {
        this(spec, parameters, rule, optimiser, options, Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory()));
    }

    /** A trainer that starts no thread of its own, so that its work can be measured in the caller's processor time. */
    public static Trainer onCallingThread(NetworkSpec spec, Parameters parameters, LearningRule rule, OptimiserSpec optimiser) {
        return onCallingThread(spec, parameters, rule, optimiser, TrainingOptions.PLAIN);
    }

    /** As {@link #onCallingThread(NetworkSpec, Parameters, LearningRule, OptimiserSpec)} with options. */
    public static Trainer onCallingThread(NetworkSpec spec, Parameters parameters, LearningRule rule, OptimiserSpec optimiser,
            TrainingOptions options) {
        return new Trainer(spec, parameters, rule, optimiser, options, new CallingThread());
    }

    private Trainer(NetworkSpec spec, Parameters parameters, LearningRule rule, OptimiserSpec optimiser, TrainingOptions options,
            ExecutorService executor) {
        this.parameters = parameters;
        this.total = parameters.zeros();
        this.optimiser = new Optimiser(optimiser, parameters);
        this.options = options;
        this.lanes = Lane.of(spec, parameters, rule, options, LANES);
        this.executor = executor;
    }

    /** The parameters, as they are now. */
    public Parameters parameters() {
        return parameters;
    }

    /** The optimiser: updates done, learning rate. */
    public Optimiser optimiser() {
        return optimiser;
    }

    /**
     * One update with the mean gradient of a batch (one sequence, or an update every k sequences).
     *
     * @return the score of the batch before the update
     */
    public Score step(List<Sequence> batch) {
        Gradient gradient = gradient(batch);
        optimiser.update(gradient.mean());
        return gradient.score();
    }

    /** The mean gradient of a batch and its score. */
    public record Gradient(Parameters mean, Score score) {}

    /** The mean gradient of a batch, without an update. The arrays are overwritten by the next batch. */
    public Gradient gradient(List<Sequence> batch) {
        Score score = scores(batch, true);
        total.clear();
        for (int lane = 0; lane < Math.min(LANES, batch.size()); lane++) {
            lanes.get(lane).addGradientTo(total);
        }
        if (batch.size() > 1) {
            total.scale(1.0 / batch.size());
        }
        return new Gradient(total, score);
    }

    /** The mean loss and the accuracy over sequences, without learning. */
    public Score evaluate(List<Sequence> sequences) {
        labels = sequences.stream().mapToLong(sequence -> sequence.targets()[0].length).sum();
        Score score = scores(sequences, false);
        evaluated = score.loss();
        return score;
    }

    /**
     * The accuracy by time-averaged log-probabilities of the last {@link #evaluate}, whose sequences had one label for each output, 0 to 1.
     *
     * @see Learner#averagedCorrect
     */
    public double averagedAccuracy() {
        return averaged().accuracy();
    }

    /**
     * The last {@link #evaluate} with answers by time-averaged log-probabilities, one for each output of a sequence.
     *
     * @see Learner#averagedCorrect
     */
    public Score averaged() {
        return new Score(evaluated, lanes.stream().mapToLong(Lane::averagedCorrect).sum(), labels);
    }

    /**
     * Truly online learning of one sequence in double precision, without dropout: an update after every time step whose mask is not zero, with
     * the gradient of that time step's loss; hidden states and traces go on as they are.
     *
     * @return L_t of every time step, each before its update
     */
    public double[] stepByStep(Sequence sequence) {
        if (!(lanes.getFirst() instanceof Lane.InDouble lane) || options.dropout() != 0) {
            throw new IllegalStateException("updates at every time step: precision " + options.precision() + " and dropout "
                    + options.dropout() + "; allowed are DOUBLE and 0");
        }
        Learner learner = lane.learner();
        learner.begin(sequence);
        for (int t = 0; t < sequence.steps(); t++) {
            learner.advance(t);
            if (sequence.mask()[t] != 0) {
                optimiser.update(learner.gradient());
                learner.refresh();
            }
        }
        return learner.stepLosses();
    }

    /** Writes everything that further training depends on. */
    public void save(DataOutput out) throws IOException {
        out.writeLong(sequences);
        parameters.save(out);
        optimiser.save(out);
    }

    /** Reads what {@link #save} wrote; training then goes on to the same bits. */
    public void restore(DataInput in) throws IOException {
        sequences = in.readLong();
        parameters.restore(in);
        optimiser.restore(in);
    }

    private Score scores(List<Sequence> batch, boolean learn) {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("batch: 0 sequences; at least 1 is needed");
        }
        Score[] scores = new Score[batch.size()];
        lanes.getFirst().refresh();
        inLanes(lane -> () -> run(lane, batch, scores, learn));
        sequences += learn ? batch.size() : 0;
        double loss = 0;
        long correct = 0;
        long scored = 0;
        for (Score score : scores) {
            loss += score.loss();
            correct += score.correct();
            scored += score.scored();
        }
        return new Score(loss / scores.length, correct, scored);
    }

    private void run(int index, List<Sequence> batch, Score[] scores, boolean learn) {
        Lane lane = lanes.get(index);
        if (index > 0 && index < batch.size()) {
            lane.refresh();
        }
        lane.clear();
        for (int i = index; i < batch.size(); i += LANES) {
            scores[i] = learn ? lane.learn(batch.get(i), options.dropout(sequences + i)) : lane.evaluate(batch.get(i));
        }
    }

    private void inLanes(IntFunction<Runnable> work) {
        List<Future<?>> running = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            running.add(executor.submit(work.apply(lane)));
        }
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
