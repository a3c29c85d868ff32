package columna.experiments.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.spec.PredictionSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Law 7: chips learn to predict, and what cannot be learned is not. */
class PredictionLearningTest {

    private static PredictionResult run(PredictionSpec spec) {
        return new PredictionRun(spec).simulate((steps, chip, reference) -> {}, () -> false);
    }

    /**
     * Shorter runs than the shipped ones. The best constant is known afterwards only, so a chip that has learned nothing is at or above 1; the
     * chip's margin to the reference is a share of the best constant's error, as trajectories part once they have learned from different words.
     */
    @ParameterizedTest
    @CsvSource({
        "lstm-columns, 0.75, stream.steps=60000 stream.scored_steps=10000",
        "constructive, 0.75, stream.steps=60000 stream.scored_steps=10000 system.stage_steps=20000",
        "ccn, 0.75, stream.steps=60000 stream.scored_steps=10000 system.stage_steps=20000",
        "dense-snap1, 0.1, stream.steps=12000 stream.shift_at=4000 stream.scored_steps=2000",
        "dense-rtrl, 0.2, stream.steps=5000 stream.shift_at=1500 stream.scored_steps=1000 system.units=10",
        "sparse-rtrl, 0.1, stream.steps=12000 stream.shift_at=4000 stream.scored_steps=2000",
        "lstm-snap1, 0.1, stream.steps=20000 stream.scored_steps=2000",
        "gru-snap1, 0.1, stream.steps=20000 stream.scored_steps=2000",
        "master-user, 0.3, stream.steps=60000 stream.scored_steps=5000 stream.length=5",
        "master-user-meta, 0.1, stream.steps=40000 stream.scored_steps=5000"
    })
    void theChipLearnsWhatItsReferenceLearns(String name, double most, String settings) {
        String[] few = (settings + " numerics.windows=0").split(" ");
        PredictionResult learned = run(SmallPredictions.shipped(name, few));
        assertThat(learned.chipOverChance()).isLessThan(most);
        assertThat(learned.referenceOverChance()).isLessThan(most);
        assertThat(learned.chipOverChance() - learned.referenceOverChance()).isBetween(-0.1, 0.1);
        String[] still = (settings + " numerics.windows=0 learning.rate=0").split(" ");
        PredictionResult rateZero = run(SmallPredictions.shipped(name, still));
        // A random read-out of random units may share a little with what is to be predicted, but no more than this.
        assertThat(rateZero.chipOverChance()).as("%s with rate 0", name).isGreaterThanOrEqualTo(PredictionResult.LEARNED);
        assertThat(rateZero.learned()).isFalse();
    }

    /** Targets of another stream: what is learned helps nothing, and the error stays where a constant has it. */
    @Test
    void shuffledTargetsAreNotLearned() {
        PredictionResult shuffled = run(SmallPredictions.shipped(
                "lstm-columns", "stream.steps=60000", "stream.scored_steps=20000", "stream.shuffled_targets=true", "numerics.windows=0"));
        assertThat(shuffled.chipOverChance()).isGreaterThan(0.95);
        assertThat(shuffled.learned()).isFalse();
    }
}
