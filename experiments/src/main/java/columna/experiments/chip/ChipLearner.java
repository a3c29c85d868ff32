package columna.experiments.chip;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.experiments.spec.TaskSpec;
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
 * The score of a learned sequence counts each time step; that of an inferred sequence with one label counts the label.
 */
public final class ChipLearner {

    private static final String INPUT = "input";
    private static final String TARGET = "target";

    private final FunctionalChip chip;
    private final TaskSpec task;
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
        this.task = spec.task();
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
        ScoreSum score = new ScoreSum(task);
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
        return task.labelled() && !learning ? score.ofLabels(sequence.targets()[lastTarget]) : score.ofTimeSteps();
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

    private double[] oneHot(double[] targets) {
        double[] words = new double[targets.length * task.classes()];
        for (int o = 0; o < targets.length; o++) {
            words[o * task.classes() + (int) targets[o]] = 1;
        }
        return words;
    }
}
