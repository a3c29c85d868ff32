package columna.reference.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.reference.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SnAp-1 of gated recurrent units against finite differences of the last time step's loss with respect to weights in force all along. */
class GruLearnerTest {

    private static final int UNITS = 3;
    private static final int INPUTS = 2;
    private static final int STEPS = 7;
    private static final double DELTA = 1e-6;

    private static GruLearner learner(long seed, boolean diagonal) {
        GruLearner learner = GruLearner.initial(UNITS, INPUTS, 2, new RandomStreams(seed));
        double[][] weights = learner.weights();
        for (int row = 0; row < weights.length; row++) {
            for (int j = 0; diagonal && j < UNITS; j++) {
                if (j != row % UNITS) {
                    weights[row][j] = 0;
                }
            }
            weights[row][UNITS + INPUTS] = 0.1 * (row - 4);
        }
        return learner;
    }

    private static double loss(GruLearner learner) {
        double loss = 0;
        for (int t = 0; t < STEPS; t++) {
            loss = learner.advance(new double[] {Math.sin(t), Math.cos(3 * t)}, new double[] {0.3, -0.2 * t});
        }
        return loss;
    }

    private static double difference(long seed, boolean diagonal, int row, int column) {
        double[] losses = new double[2];
        for (int side = 0; side < 2; side++) {
            GruLearner moved = learner(seed, diagonal);
            moved.weights()[row][column] += side == 0 ? -DELTA : DELTA;
            losses[side] = loss(moved);
        }
        return (losses[1] - losses[0]) / (2 * DELTA);
    }

    /** A central difference errs by DELTA^2 and by rounding over DELTA, both below 1e-8 here. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itIsExactWhereUnitsDoNotFeedEachOther(long seed) {
        GruLearner learner = learner(seed, true);
        loss(learner);
        for (int row = 0; row < learner.weights().length; row++) {
            for (int column = 0; column <= UNITS + INPUTS; column++) {
                if (column >= UNITS || column == row % UNITS) {
                    assertThat(learner.gradient()[row][column]).as("row %d, column %d", row, column)
                            .isCloseTo(difference(seed, true, row, column), within(1e-8));
                }
            }
        }
    }

    /** Units that feed each other, and constant weights: then sensitivities of all units are the derivatives. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rtrlIsExactEverywhere(long seed) {
        GruLearner learner = GruLearner.initialRtrl(UNITS, INPUTS, 2, new RandomStreams(seed));
        double[][] same = learner(seed, false).weights();
        for (int row = 0; row < same.length; row++) {
            System.arraycopy(same[row], 0, learner.weights()[row], 0, same[row].length);
        }
        loss(learner);
        double largest = 0;
        for (int row = 0; row < same.length; row++) {
            for (int column = 0; column <= UNITS + INPUTS; column++) {
                assertThat(learner.gradient()[row][column]).as("row %d, column %d", row, column)
                        .isCloseTo(difference(seed, false, row, column), within(1e-8));
                largest = Math.max(largest, Math.abs(learner.gradient()[row][column]));
            }
        }
        assertThat(largest).isGreaterThan(1e-3);
    }

    /**
     * Where the other units do not hear the kept ones, all paths from a kept unit's parameters lead through kept units. The other units'
     * parameters get their immediate derivatives: all that there is in the first time step.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sparseRtrlIsExactWhereAllPathsAreKept(int kept) {
        GruLearner learner = deaf(GruLearner.initialSparse(UNITS, INPUTS, 2, kept, new RandomStreams(5)), kept);
        loss(learner);
        for (int row = 0; row < learner.weights().length; row++) {
            for (int column = 0; row % UNITS < kept && column <= UNITS + INPUTS; column++) {
                double[] losses = new double[2];
                for (int side = 0; side < 2; side++) {
                    GruLearner moved = deaf(GruLearner.initialSparse(UNITS, INPUTS, 2, kept, new RandomStreams(5)), kept);
                    moved.weights()[row][column] += side == 0 ? -DELTA : DELTA;
                    losses[side] = loss(moved);
                }
                assertThat(learner.gradient()[row][column]).as("row %d, column %d", row, column)
                        .isCloseTo((losses[1] - losses[0]) / (2 * DELTA), within(1e-8));
            }
        }
        GruLearner sparse = GruLearner.initialSparse(UNITS, INPUTS, 2, kept, new RandomStreams(5));
        GruLearner exact = GruLearner.initialRtrl(UNITS, INPUTS, 2, new RandomStreams(5));
        sparse.advance(new double[] {0.5, -1}, new double[] {1, 2});
        exact.advance(new double[] {0.5, -1}, new double[] {1, 2});
        assertThat(sparse.gradient()).isDeepEqualTo(exact.gradient());
    }

    private static GruLearner deaf(GruLearner learner, int kept) {
        for (int row = 0; row < learner.weights().length; row++) {
            for (int j = 0; row % UNITS >= kept && j < kept; j++) {
                learner.weights()[row][j] = 0;
            }
        }
        return learner;
    }

    @Test
    void andOnlyThere() {
        GruLearner learner = learner(1, false);
        loss(learner);
        double largest = 0;
        for (int row = 0; row < learner.weights().length; row++) {
            largest = Math.max(largest, Math.abs(learner.gradient()[row][0] - difference(1, false, row, 0)));
        }
        assertThat(largest).isGreaterThan(1e-4);
    }
}
