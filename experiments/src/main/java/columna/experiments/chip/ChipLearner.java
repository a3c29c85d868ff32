package columna.experiments.chip;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.fixedpoint.Format;
import columna.reference.learning.Score;
import columna.reference.task.Sequence;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.program.StepKind;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The host beside the chip: presents sequences time step by time step, says which steps have a target and when an update is
 * due, sends learning rates, and scores the logits. Nothing of a sequence is stored.
 */
public final class ChipLearner {

    private static final String INPUT = "input";
    private static final String TARGET = "target";
    private static final int CLASSES = 2;

    private final FunctionalChip chip;
    private final LearningRates rates;
    private final boolean everyTimeStep;
    private final int sequencesPerUpdate;
    private final Cells logits;
    private final Consumer<StepKind> steps;
    private long updates;
    private int pendingSequences;

    /**
     * A host.
     *
     * @param steps told of every time step, for timing and accounting
     */
    public ChipLearner(ExperimentSpec spec, FunctionalChip chip, Consumer<StepKind> steps) {
        this.chip = chip;
        this.rates = new LearningRates(spec);
        this.everyTimeStep = spec.learning().update() instanceof LearningSpec.Update.EveryTimeStep;
        this.sequencesPerUpdate = LearningRates.sequencesPerUpdate(spec.learning());
        this.logits = chip.cells(chip.chip().index("decoder"), "decoder.logits");
        this.steps = steps;
    }

    /** Whether the next sequence starts with cleared gradients. */
    public boolean gradientsAreClear() {
        return pendingSequences == 0;
    }

    /** Updates done so far. */
    public long updates() {
        return updates;
    }

    /** Learns from one sequence. */
    public Score learn(Sequence sequence) {
        return present(sequence, true, Optional.empty());
    }

    /** Learns from one sequence with equal bits, observed. */
    public Score learn(Sequence sequence, Observation observation) {
        return present(sequence, true, Optional.of(observation));
    }

    /** Infers one sequence; nothing changes but the hidden state. */
    public Score infer(Sequence sequence) {
        return present(sequence, false, Optional.empty());
    }

    /** Sees every write of every time step. */
    @FunctionalInterface
    public interface Observation {
        /** The probe of a time step, counted from 0. */
        FunctionalChip.Probe at(int timeStep);
    }

    private Score present(Sequence sequence, boolean learning, Optional<Observation> observation) {
        int lastTarget = lastTarget(sequence);
        boolean updateDue = learning && !everyTimeStep && ++pendingSequences == sequencesPerUpdate;
        ScoreSum score = new ScoreSum();
        for (int t = 0; t < sequence.steps(); t++) {
            boolean target = sequence.mask()[t] != 0;
            boolean error = learning && target;
            boolean update = error && (everyTimeStep || (updateDue && t == lastTarget));
            StepKind kind = new StepKind(t == 0, learning, error, update);
            send(sequence, t, kind);
            run(kind, t, observation);
            steps.accept(kind);
            if (target) {
                score.add(logits, sequence.targets()[t]);
            }
        }
        if (updateDue) {
            pendingSequences = 0;
        }
        return score.mean();
    }

    private void run(StepKind kind, int t, Optional<Observation> observation) {
        if (observation.isPresent()) {
            chip.step(kind, observation.get().at(t));
        } else {
            chip.step(kind);
        }
    }

    private static int lastTarget(Sequence sequence) {
        for (int t = sequence.steps() - 1; t >= 0; t--) {
            if (sequence.mask()[t] != 0) {
                return t;
            }
        }
        return -1;
    }

    private void send(Sequence sequence, int t, StepKind kind) {
        chip.send(INPUT, Words.row(sequence.inputs()[t], chip.payloadFormat(INPUT)));
        if (kind.error()) {
            chip.send(TARGET, Words.row(oneHot(sequence.targets()[t]), chip.payloadFormat(TARGET)));
        }
        if (kind.update()) {
            sendRate("rate", rates.ofChip(updates));
            sendRate("rate.recurrent", rates.ofChipRecurrent(updates));
            updates++;
        }
    }

    private void sendRate(String channel, double rate) {
        chip.send(channel, Words.row(new double[] {rate}, chip.payloadFormat(channel)));
    }

    private static double[] oneHot(double[] bits) {
        double[] words = new double[bits.length * CLASSES];
        for (int b = 0; b < bits.length; b++) {
            words[b * CLASSES + (int) bits[b]] = 1;
        }
        return words;
    }

    /** Cross-entropy and accuracy of the logits, computed by the host in double. */
    private static final class ScoreSum {

        private double loss;
        private long correct;
        private long scored;

        void add(Cells logits, double[] bits) {
            Format format = logits.memory().format();
            for (int b = 0; b < bits.length; b++) {
                double zero = format.toDouble(logits.word(0, CLASSES * b, false));
                double one = format.toDouble(logits.word(0, CLASSES * b + 1, false));
                double margin = bits[b] == 1 ? one - zero : zero - one;
                loss += Math.max(0, -margin) + StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
                // A tie is decided for class 0, as by the reference.
                boolean saysOne = one > zero;
                correct += saysOne == (bits[b] == 1) ? 1 : 0;
                scored++;
            }
        }

        Score mean() {
            return new Score(scored == 0 ? 0 : loss / scored, correct, scored);
        }
    }
}
