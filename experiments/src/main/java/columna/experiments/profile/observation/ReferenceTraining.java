package columna.experiments.profile.observation;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.LearningRates;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.run.RunProgress;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.experiments.task.TaskData;
import columna.reference.learning.Learner;
import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The float reference learns all sequences of an experiment; at updates that are spread evenly over training, the first and the last among
 * them, everything is looked at. Observing changes no bit of what it learns.
 */
public final class ReferenceTraining {

    private static final int TELL_EVERY = 16;

    private final ExperimentSpec spec;
    private final SignalHistograms histograms;
    private final Trainer trainer;
    private final SampledUpdate sampled;
    private final boolean everyTimeStep;
    private final int batch;

    private ReferenceTraining(ExperimentSpec spec) {
        this.spec = spec;
        this.histograms = new SignalHistograms(ChipDesign.of(spec));
        this.everyTimeStep = spec.learning().update() instanceof LearningSpec.Update.EveryTimeStep;
        this.batch = LearningRates.sequencesPerUpdate(spec.learning());
        NetworkSpec network = ReferenceNetwork.of(spec);
        Parameters parameters = ReferenceNetwork.initial(spec);
        this.trainer = Trainer.onCallingThread(network, parameters, ReferenceNetwork.rule(spec), new LearningRates(spec).ofReference());
        this.sampled = new SampledUpdate(spec, histograms, trainer, new Learner(network, parameters, ReferenceNetwork.rule(spec)));
    }

    /**
     * Trains and observes.
     *
     * @param samples sequences to look at, rounded up to whole updates; at least 2, at most all
     * @param stopRequested asked between updates; what was seen until then is returned
     */
    public static Observation observe(ExperimentSpec spec, int samples, RunProgress progress, BooleanSupplier stopRequested) {
        return new ReferenceTraining(spec).observe(samples, progress, stopRequested);
    }

    private Observation observe(int samples, RunProgress progress, BooleanSupplier stopRequested) {
        Iterator<Sequence> sequences = new TaskData(spec).training().iterator();
        long updates = spec.learning().sequences() / batch;
        long wanted = Math.min(updates, Math.max(2, Math.ceilDiv(samples, batch)));
        long seen = 0;
        long update = 0;
        progress.phase("reference", updates * batch);
        for (; update < updates && !stopRequested.getAsBoolean(); update++) {
            List<Sequence> next = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                next.add(sequences.next());
            }
            double loss;
            if (update >= due(seen, wanted, updates)) {
                histograms.enterThird((int) (update * SignalObservation.THIRDS / updates));
                sampled.before(next);
                loss = learn(next);
                sampled.after();
                seen++;
            } else {
                loss = learn(next);
            }
            if (update % TELL_EVERY == 0 || update == updates - 1) {
                progress.sequences((update + 1) * batch, Double.NaN, loss);
            }
        }
        sampled.finish();
        RateHistograms.count(spec, histograms);
        return new Observation(histograms.finished(), seen * batch, update * batch, update == updates);
    }

    /** The update of a sample: the first sample at the first update, the last at the last. */
    private static long due(long sample, long samples, long updates) {
        return samples < 2 ? 0 : sample >= samples ? Long.MAX_VALUE : sample * (updates - 1) / (samples - 1);
    }

    private double learn(List<Sequence> next) {
        return everyTimeStep
                ? next.stream().mapToDouble(sequence -> Arrays.stream(trainer.stepByStep(sequence)).sum()).sum() / next.size()
                : trainer.step(next).loss();
    }
}
