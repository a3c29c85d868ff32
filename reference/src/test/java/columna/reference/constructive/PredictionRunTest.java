package columna.reference.constructive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs of networks on streams. */
class PredictionRunTest {

    private static ConstructiveNetwork network(long seed, double rate, long stageSteps) {
        return ConstructiveNetwork.draw(ConstructiveSpec.paper(2, 2, 2, stageSteps, rate, 1e-3), seed);
    }

    private static PredictionRun conditioning(long seed, PredictionNetwork network) {
        return new PredictionRun(network, new TraceConditioning(new TrialTiming(3, 5, 60, 80), 0.9, seed));
    }

    /**
     * A network with rates of 0 predicts 0 for ever, so its error is that of predicting nothing; learning must beat half of it. A pause of
     * 60 and more keeps what the learner predicts, a sum over all trials to come, within 0.9^60 = 0.002 of the return of one trial.
     */
    @Test
    void learningHalvesTheErrorOfPredictingNothing() {
        for (long seed = 1; seed <= 2; seed++) {
            ConstructiveNetwork untaught = network(seed, 0, 100_000);
            PredictionRun still = conditioning(seed, untaught);
            still.learn(100_000);
            double nothing = still.learn(20_000);
            assertThat(untaught.step(new double[2], 0, 0.9)).isZero();
            TruncatedNetwork truncated = TruncatedNetwork.draw(TruncatedSpec.paper(2, 8, 3, 3e-3), seed);
            for (PredictionNetwork network : List.of(network(seed, 3e-3, 100_000), truncated)) {
                PredictionRun learning = conditioning(seed, network);
                learning.learn(100_000);
                assertThat(learning.learn(20_000)).as("%s, seed %d, nothing %s", network, seed, nothing).isLessThan(nothing / 2);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsHoweverTheRunIsCut() {
        ConstructiveNetwork ofWhole = network(7, 1e-3, 40_000);
        ConstructiveNetwork ofCut = network(7, 1e-3, 40_000);
        PredictionRun whole = conditioning(7, ofWhole);
        PredictionRun cut = conditioning(7, ofCut);
        whole.learn(50_000);
        for (int n = 0; n < 5; n++) {
            cut.learn(10_000);
        }
        assertThat(ofCut.outputWeights()).containsExactly(ofWhole.outputWeights());
        assertThat(cut.steps()).isEqualTo(whole.steps()).isEqualTo(50_000);
        assertThat(network(8, 1e-3, 40_000).stage(0).parameters(0)).isNotEqualTo(network(7, 1e-3, 40_000).stage(0).parameters(0));
    }

    @Test
    void aFrozenStageKeepsItsParametersAndANewOneLearns() {
        ConstructiveNetwork network = network(1, 1e-2, 40_000);
        PredictionRun run = conditioning(1, network);
        double[] drawn = network.stage(1).parameters(0).clone();
        run.learn(40_000);
        double[] first = network.stage(0).parameters(0).clone();
        assertThat(network.stage(1).parameters(0)).containsExactly(drawn);
        run.learn(10_000);
        assertThat(network.activeStage()).isEqualTo(1);
        assertThat(network.stage(0).parameters(0)).containsExactly(first);
        assertThat(network.stage(1).parameters(0)).isNotEqualTo(drawn);
    }

    /**
     * Observations of each stage have their own statistics, which run only while it learns and are used before they see the observation:
     * with decay 1/2 and floor 1/4, x = 2 at t = 0 is seen as (2 - 0)/1, then mu = 1 and var = 1/2 + 1/2 = 1, so x = 2 at t = 1 as (2 - 1)/1.
     */
    @Test
    void observationsAreNormalisedByWhatWasSeenBefore() {
        Normalisation half = new Normalisation(Normalisation.Kind.VARIANCE_FLOOR, 0.5, 0.25);
        ConstructiveSpec spec = new ConstructiveSpec(1, 2, 1, 2, ConstructiveSpec.Growth.CREATED, true, Normalisation.NONE, false, half,
                TemporalDifference.paper(0));
        ConstructiveNetwork network = ConstructiveNetwork.zeros(spec);
        double[] seen = new double[3];
        for (int t = 0; t < 3; t++) {
            network.step(new double[] {2}, 0, 0.9);
            seen[t] = network.stage(t == 2 ? 1 : 0).seen()[0];
        }
        assertThat(seen).containsExactly(2, 1, 2);
    }

    /**
     * A waiting stage runs as a network of its own would that sees the observation and the first stage's hidden states of the time step before, and
     * has the statistics of its features when its turn comes. From its turn on, its own statistics normalise what it sees: first by mean 0 and
     * variance 1, then with h = v seen by mean v/2 and variance 1/2 + v^2/8.
     */
    @Test
    void waitingStagesRunFromTheStartAndSeeHiddenStates() {
        Normalisation half = new Normalisation(Normalisation.Kind.VARIANCE_FLOOR, 0.5, 1e-9);
        ConstructiveSpec spec = new ConstructiveSpec(1, 2, 1, 4, ConstructiveSpec.Growth.WAITING, true, half, true, half, TemporalDifference.paper(0));
        ConstructiveNetwork network = ConstructiveNetwork.draw(spec, 1);
        ConstructiveSpec alone = new ConstructiveSpec(2, 1, 1, 4, ConstructiveSpec.Growth.CREATED, true, half, true, Normalisation.NONE,
                TemporalDifference.paper(0));
        ConstructiveNetwork second = ConstructiveNetwork.zeros(alone);
        System.arraycopy(network.stage(1).parameters(0), 0, second.stage(0).parameters(0), 0, 16);
        double shown = 0;
        for (int t = 0; t < 4; t++) {
            network.step(new double[] {t - 1.5}, 0, 0.9);
            second.step(new double[] {t - 1.5, shown}, 0, 0.9);
            shown = network.stage(0).hidden(0);
            assertThat(network.activeStage()).isZero();
            assertThat(network.stage(1).hidden(0)).isEqualTo(second.stage(0).hidden(0)).isNotZero();
            assertThat(network.variance(1)).isEqualTo(second.variance(0)).isLessThan(1);
            assertThat(network.feature(1)).isEqualTo(second.feature(0));
        }
        network.step(new double[] {1}, 0, 0.9);
        assertThat(network.stage(1).seen()[1]).isEqualTo(shown);
        double next = network.stage(0).hidden(0);
        network.step(new double[] {1}, 0, 0.9);
        double variance = 0.5 + shown * shown / 8;
        assertThat(network.stage(1).seen()[1]).isCloseTo((next - shown / 2) / Math.sqrt(variance), within(1e-14));
    }

    @Test
    void mismatchesAreRefused() {
        ConstructiveNetwork network = ConstructiveNetwork.zeros(ConstructiveSpec.paper(3, 1, 1, 1, 0, 1));
        assertThatThrownBy(() -> new PredictionRun(network, new TraceConditioning(TrialTiming.PAPER, 0.9, 1)))
                .hasMessageContaining("3 inputs on a stream of 2");
        assertThatThrownBy(() -> conditioning(1, network(1, 0, 40_000)).learn(0)).hasMessageContaining("0 time steps");
    }
}
