package columna.experiments.chip;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.LearningSpec;
import columna.reference.optimisation.OptimiserSpec;
import columna.reference.optimisation.Schedule;
import columna.reference.optimisation.UpdateRule;
import columna.reference.task.Sequence;

/**
 * The learning rate of every update, for the float reference and for the chip. The chip's gradients are sums of errors of
 * scale 1; the mean over outputs, scored time steps and sequences of an update is folded into the rate (SGD, momentum) or
 * cancels (Adam, whose bias corrections are folded in).
 */
public final class LearningRates {

    private final LearningSpec learning;
    private final Schedule schedule;
    private final double gradientScale;

    public LearningRates(ExperimentSpec spec) {
        this.learning = spec.learning();
        this.schedule = schedule(spec);
        this.gradientScale = 1.0 / (gradientFactor(spec) * sequencesPerUpdate(spec.learning()));
    }

    /** What the chip's gradient of one sequence is multiplied by: scored time steps times outputs, of a sequence of middle length. */
    public static double gradientFactor(ExperimentSpec spec) {
        return (double) spec.task().scoredSteps() * spec.task().outputs();
    }

    /** The same of one sequence. */
    public static double gradientFactor(Sequence sequence) {
        return sequence.weight() * sequence.targets()[0].length;
    }

    /** Sequences whose gradients are added before an update; 1 where parameters change at time steps. */
    public static int sequencesPerUpdate(LearningSpec learning) {
        return switch (learning.update()) {
            case LearningSpec.Update.EverySequences(int count) -> count;
            case LearningSpec.Update.EveryTimeStep() -> 1;
        };
    }

    /** Updates of a whole run. */
    public static long updates(ExperimentSpec spec) {
        return switch (spec.learning().update()) {
            case LearningSpec.Update.EverySequences(int count) -> spec.learning().sequences() / count;
            case LearningSpec.Update.EveryTimeStep() -> spec.learning().sequences() * spec.task().scoredSteps();
        };
    }

    private static Schedule schedule(ExperimentSpec spec) {
        double rate = spec.learning().optimiser().rate();
        return switch (spec.learning().schedule()) {
            case LearningSpec.Schedule.Constant() -> new Schedule.Constant(rate);
            case LearningSpec.Schedule.WarmupCosine(long warmup, double minimum) -> new Schedule.WarmupCosine(
                    rate, minimum, warmup, Math.max(updates(spec), warmup + 1));
        };
    }

    /** The reference's optimiser: the same schedule, and the same powers of two where the chip's decays are such. */
    public OptimiserSpec ofReference() {
        UpdateRule rule =
                switch (learning.optimiser()) {
                    case LearningSpec.Optimiser.Sgd sgd -> new UpdateRule.Sgd();
                    case LearningSpec.Optimiser.Momentum momentum -> new UpdateRule.Momentum(decay(momentum.shift()));
                    case LearningSpec.Optimiser.Adam adam -> new UpdateRule.Adam(
                            decay(adam.firstShift()), decay(adam.secondShift()), 1e-8, 0);
                };
        return new OptimiserSpec(rule, schedule, learning.optimiser().recurrentRateFactor());
    }

    /** The chip's rate for parameters outside the recurrence at an update counted from 0. */
    public double ofChip(long update) {
        double rate = schedule.rate(update);
        return switch (learning.optimiser()) {
            case LearningSpec.Optimiser.Sgd sgd -> rate * gradientScale;
            case LearningSpec.Optimiser.Momentum momentum -> rate * gradientScale;
            case LearningSpec.Optimiser.Adam adam -> rate
                    * StrictMath.sqrt(1 - StrictMath.pow(decay(adam.secondShift()), update + 1))
                    / (1 - StrictMath.pow(decay(adam.firstShift()), update + 1));
        };
    }

    /** The chip's rate for the recurrent parameters. */
    public double ofChipRecurrent(long update) {
        return ofChip(update) * learning.optimiser().recurrentRateFactor();
    }

    private static double decay(int shift) {
        return 1 - StrictMath.scalb(1.0, -shift);
    }
}
