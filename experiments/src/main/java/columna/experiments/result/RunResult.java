package columna.experiments.result;

import columna.experiments.chip.ChipDesign;
import columna.experiments.cost.AreaLedger;
import columna.experiments.cost.EnergyLedger;
import columna.experiments.numerics.ObservedNumbers;
import columna.experiments.numerics.PrecisionStudy;
import columna.experiments.spec.ExperimentSpec;
import columna.hardware.technology.Technology;
import columna.reference.learning.Score;
import columna.sim.accounting.Inventory;
import columna.sim.accounting.RunActivity;
import columna.sim.function.SignalRecord;
import columna.sim.program.StepKind;
import columna.sim.timing.StepOutcome;
import java.util.List;
import java.util.Map;

/**
 * Everything that a run found; a report is drawn from it alone.
 *
 * @param spec the resolved experiment
 * @param design the chip
 * @param technology the prices
 * @param complete whether all sequences were learned
 * @param curve loss while learning
 * @param chipTest score of the chip after learning
 * @param referenceTest score of the reference after learning
 * @param updates updates done
 * @param activity kinds of time steps while learning, and how many
 * @param cycles clock cycles of the learning
 * @param steps what a step of each kind takes, those of inference included
 * @param inventory what the chip is built of
 * @param energy the bill of the learning
 * @param inferenceEnergyPerSequence the bill of inferring one sequence
 * @param area the chip's area
 * @param errors traffic of errors, and what skipping small ones saved
 * @param records events of every signal on observed sequences
 * @param numerics signal-to-noise and gradient alignment
 * @param precision signal-to-noise at other widths; empty where numbers are not observed
 */
public record RunResult(
        ExperimentSpec spec,
        ChipDesign design,
        Technology technology,
        boolean complete,
        LossCurve curve,
        Score chipTest,
        Score referenceTest,
        long updates,
        RunActivity activity,
        long cycles,
        Map<StepKind, StepOutcome> steps,
        Inventory inventory,
        EnergyLedger energy,
        EnergyLedger inferenceEnergyPerSequence,
        AreaLedger area,
        ErrorTraffic errors,
        Map<String, SignalRecord> records,
        ObservedNumbers numerics,
        List<PrecisionStudy.Point> precision) {

    public RunResult {
        precision = List.copyOf(precision);
    }

    /** Loss of a fair guess, nats per answer. */
    public double chanceLoss() {
        return spec.task().chanceLoss();
    }

    /** Sequences learned. */
    public long sequences() {
        var points = curve.points();
        return points.isEmpty() ? 0 : points.getLast().sequences();
    }

    /** Cycles of learning from one sequence, on average, updates included. */
    public double cyclesPerSequence() {
        return (double) cycles / Math.max(1, sequences());
    }

    /** Cycles of inferring one sequence on the same chip. */
    public long inferenceCyclesPerSequence() {
        return inferenceOfOneSequence(spec).cycles(kind -> steps.get(kind).cycles());
    }

    /** Whether any kind of step misses the deadline. */
    public boolean late() {
        return activity.kinds().stream().anyMatch(kind -> steps.get(kind).late());
    }

    /** Whether the chip answers clearly better than a guess: a tenth of the loss of guessing is gone. */
    public boolean learned() {
        return chipTest.loss() < 0.9 * chanceLoss();
    }

    /** Whether the reference does. */
    public boolean referenceLearned() {
        return referenceTest.loss() < 0.9 * chanceLoss();
    }

    /** The time steps of one sequence that is only inferred. */
    public static RunActivity inferenceOfOneSequence(ExperimentSpec spec) {
        RunActivity activity = new RunActivity();
        activity.add(new StepKind(true, false, false, false), 1);
        activity.add(new StepKind(false, false, false, false), spec.task().steps() - 1L);
        return activity;
    }
}
