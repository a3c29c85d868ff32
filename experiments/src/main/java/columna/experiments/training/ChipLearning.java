package columna.experiments.training;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.numerics.NumericsStudy;
import columna.experiments.numerics.ObservedNumbers;
import columna.experiments.spec.ExperimentSpec;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.learning.Score;
import columna.reference.task.Sequence;
import columna.sim.chip.SentErrors;
import columna.sim.function.FunctionalChip;
import columna.sim.function.SignalRecord;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The chip of an experiment while it learns, on the calling thread. Sequences spread over the whole of learning are observed, which
 * changes no bit.
 */
public final class ChipLearning {

    private final ExperimentSpec spec;
    private final FunctionalChip chip;
    private final ChipLearner learner;
    private final NumericsStudy numerics;
    private final long sampleEvery;
    private long nextSample;

    /**
     * @param clock told the kind of every time step of learning, and the errors that it sent where small ones are skipped
     */
    public ChipLearning(ExperimentSpec spec, ChipDesign design, BiConsumer<StepKind, SentErrors> clock) {
        this.spec = spec;
        this.chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        ChipParameters parameters = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        parameters.load(ReferenceNetwork.initial(spec));
        this.learner = new ChipLearner(spec, chip, kind -> {
            if (kind.learning()) {
                clock.accept(kind, chip.sentErrors());
            }
        });
        this.numerics = new NumericsStudy(spec, design, parameters, ReferenceNetwork.of(spec));
        this.sampleEvery = Math.max(1, spec.learning().sequences() / Math.max(1, spec.numerics().sampledSequences()));
    }

    /**
     * Learns from some sequences; their mean score, each before the update that it takes part in.
     *
     * @param before sequences learned before these
     */
    public Score learn(List<Sequence> sequences, long before) {
        List<Score> scores = new ArrayList<>();
        for (Sequence sequence : sequences) {
            long place = before + scores.size();
            boolean sample = place >= nextSample
                    && numerics.sampled() < spec.numerics().sampledSequences()
                    && learner.gradientsAreClear();
            scores.add(sample ? numerics.learn(learner, sequence, place) : learner.learn(sequence));
            if (sample) {
                nextSample += sampleEvery;
            }
        }
        return Scores.mean(scores);
    }

    /**
     * Scores sequences without learning from them.
     *
     * @param tested told how many have been scored, and their mean loss
     */
    public Score test(List<Sequence> sequences, Tested tested) {
        List<Score> scores = new ArrayList<>();
        double loss = 0;
        for (Sequence sequence : sequences) {
            Score score = learner.infer(sequence);
            scores.add(score);
            loss += score.loss();
            tested.so(scores.size(), loss / scores.size());
        }
        return Scores.mean(scores);
    }

    /** How far testing has come. */
    @FunctionalInterface
    public interface Tested {
        void so(long sequences, double meanLoss);
    }

    /** The chip, with every word it holds. */
    public FunctionalChip chip() {
        return chip;
    }

    /** Updates done so far. */
    public long updates() {
        return learner.updates();
    }

    /** What the observed sequences say about numbers. */
    public ObservedNumbers numerics() {
        return numerics.observed();
    }

    /** Events of every signal on the observed sequences. */
    public Map<String, SignalRecord> records() {
        return chip.records();
    }
}
