package columna.experiments.prediction;

import columna.experiments.cost.EnergyLedger;
import columna.experiments.numerics.NoiseSum;
import columna.experiments.priced.ClockedChip;
import columna.experiments.spec.PredictionSpec;
import columna.sim.function.SignalRecord;
import columna.sim.program.StepKind;
import java.util.List;
import java.util.Map;

/**
 * Everything that a run found; a report is drawn from it alone.
 *
 * @param spec the resolved experiment
 * @param complete whether all time steps were done
 * @param curve squared errors over the run
 * @param stages what each stage cost, in their order
 * @param built the whole chip, every core with all memories it will ever need
 * @param energy the bill of the run
 * @param inferenceEnergy the bill of one time step that only predicts, on the last stage's chip
 * @param noise signal-to-noise of every signal in the observed windows
 * @param records events of every signal in them
 */
public record PredictionResult(
        PredictionSpec spec,
        boolean complete,
        ErrorCurve curve,
        List<StageCost> stages,
        ClockedChip built,
        EnergyLedger energy,
        EnergyLedger inferenceEnergy,
        Map<String, NoiseSum> noise,
        Map<String, SignalRecord> records) {

    /** A chip that predicts has at most this share of the error of the best constant. */
    static final double LEARNED = 0.9;

    private static final StepKind INFERENCE = new StepKind(false, false, false, false);

    /** Means over the scored time steps. */
    public ErrorCurve.Point score() {
        return curve.score();
    }

    /** Error of the chip over that of the best constant prediction. */
    public double chipOverChance() {
        return score().chip() / score().constant();
    }

    /** The same of the reference. */
    public double referenceOverChance() {
        return score().reference() / score().constant();
    }

    /** Whether the chip predicts clearly better than the best constant. */
    public boolean learned() {
        return chipOverChance() < LEARNED;
    }

    /** Whether the reference does. */
    public boolean referenceLearned() {
        return referenceOverChance() < LEARNED;
    }

    /** Clock cycles of the run. */
    public long cycles() {
        return stages.stream().mapToLong(StageCost::cycles).sum();
    }

    /** Mean cycles of a time step of the last stage. */
    public double cyclesPerStep() {
        StageCost last = stages.getLast();
        return (double) last.cycles() / Math.max(1, last.steps());
    }

    /** Cycles of a time step that only predicts, on the last stage's chip. */
    public long inferenceCycles() {
        return stages.getLast().clocked().engine().step(INFERENCE).cycles();
    }

    /** Whether any kind of step misses the deadline. */
    public boolean late() {
        return stages.stream().anyMatch(stage ->
                stage.activity().kinds().stream().anyMatch(kind -> stage.clocked().engine().step(kind).late()));
    }

    static StepKind inference() {
        return INFERENCE;
    }
}
