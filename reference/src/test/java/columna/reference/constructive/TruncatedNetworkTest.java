package columna.reference.constructive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.dense.DenseLearner;
import columna.reference.dense.DenseParameters;
import columna.reference.dense.DenseRule;
import columna.reference.dense.DenseSpec;
import columna.reference.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The truncated gradient against differences and against the dense learner, and what TD(lambda) makes of it. */
class TruncatedNetworkTest {

    private static final int INPUTS = 3;
    private static final int UNITS = 4;
    private static final int STEPS = 9;
    private static final double DISCOUNT = 0.9;

    private static TruncatedNetwork network(int window, double rate) {
        TruncatedNetwork network = TruncatedNetwork.draw(
                new TruncatedSpec(INPUTS, UNITS, window, 0.8, rate, new WeightUpdate.Gradient()), 11);
        UniformRandomProvider random = new RandomStreams(12).stream("read-out");
        Arrays.setAll(network.readout(), u -> random.nextDouble(-1, 1));
        return network;
    }

    /** Some signals are 0, as most of trace patterning's are. */
    private static double[][] signals() {
        UniformRandomProvider random = new RandomStreams(13).stream("signals");
        double[][] x = new double[STEPS][INPUTS];
        for (double[] row : x) {
            Arrays.setAll(row, j -> random.nextInt(3) == 0 ? 0 : random.nextDouble(-1, 1));
        }
        return x;
    }

    /** With a target of {@code y - 1} the dense learner's error is 1, and so its gradient that of y. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, STEPS})
    void theGradientIsThatOfTheDenseLearner(int window) {
        TruncatedNetwork network = network(window, 0);
        DenseParameters parameters = DenseParameters.zeros(new DenseSpec(DenseSpec.Cell.LSTM, UNITS, INPUTS, 1));
        for (int row = 0; row < parameters.recurrent().length; row++) {
            int r = row;
            Arrays.setAll(parameters.recurrent()[row], j -> network.weights()[j][r]);
        }
        System.arraycopy(network.readout(), 0, parameters.readout()[0], 0, UNITS);
        DenseLearner learner = new DenseLearner(parameters, new DenseRule.SlidingBptt(window));
        for (double[] x : signals()) {
            double y = network.step(x, 0, DISCOUNT);
            learner.clearGradient();
            learner.advance(x, new double[] {y - 1});
            assertThat(learner.output()[0]).isCloseTo(y, within(1e-14));
            for (int j = 0; j < network.weights().length; j++) {
                int column = j;
                double[] expected = Arrays.stream(learner.gradient().recurrent()).mapToDouble(row -> row[column]).toArray();
                assertThat(network.predictionGradient()[j]).containsExactly(expected, within(1e-13));
            }
        }
    }

    /**
     * Central differences of y at the last time step, weights being moved for the last k steps only: step 1e-5, error of the order of 1e-10
     * from the third derivative and 1e-11 from rounding.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, STEPS})
    void theGradientCountsTheLastStepsOnly(int window) throws IOException {
        TruncatedNetwork network = network(window, 0);
        double[][] x = signals();
        byte[] before = new byte[0];
        for (int t = 0; t < STEPS; t++) {
            if (t == STEPS - window) {
                before = saved(network);
            }
            network.step(x[t], 0, DISCOUNT);
        }
        for (int j = 0; j < network.weights().length; j++) {
            for (int r = 0; r < network.weights()[j].length; r++) {
                double difference = (movedPrediction(before, window, j, r, 1e-5) - movedPrediction(before, window, j, r, -1e-5)) / 2e-5;
                assertThat(network.predictionGradient()[j][r]).as("%d, %d", j, r).isCloseTo(difference, within(1e-9));
            }
        }
    }

    private static double movedPrediction(byte[] before, int window, int j, int r, double by) throws IOException {
        TruncatedNetwork network = network(window, 0);
        network.restore(new DataInputStream(new ByteArrayInputStream(before)));
        network.weights()[j][r] += by;
        double y = 0;
        for (int t = STEPS - window; t < STEPS; t++) {
            y = network.step(signals()[t], 0, DISCOUNT);
        }
        return y;
    }

    private static byte[] saved(TruncatedNetwork network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        network.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** {@code theta += alpha delta z} with the z of the step before, then {@code z = gamma_t lambda z + dy}: a discount of 0 forgets. */
    @Test
    void weightsMoveByTheErrorAndTheEligibilityOfTheStepBefore() {
        TruncatedNetwork network = network(4, 0.1);
        double[] discounts = {0.9, 0.9, 0.5, 0, 0.9};
        double yBefore = 0;
        double[][] zBefore = new double[network.weights().length][UNITS * 4];
        for (int t = 0; t < discounts.length; t++) {
            double[][] weights = copy(network.weights());
            double y = network.step(signals()[t], 0.3, discounts[t]);
            double delta = t == 0 ? 0 : 0.3 + discounts[t] * y - yBefore;
            assertThat(network.error()).isCloseTo(delta, within(1e-15));
            for (int j = 0; j < weights.length; j++) {
                for (int r = 0; r < weights[j].length; r++) {
                    assertThat(network.weights()[j][r]).isCloseTo(weights[j][r] + 0.1 * delta * zBefore[j][r], within(1e-15));
                    double z = discounts[t] * 0.8 * zBefore[j][r] + network.predictionGradient()[j][r];
                    assertThat(network.eligibility()[j][r]).isCloseTo(z, within(1e-15));
                }
            }
            zBefore = copy(network.eligibility());
            yBefore = y;
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Test
    void thePaperStartsWithoutPrediction() {
        TruncatedNetwork network = TruncatedNetwork.draw(TruncatedSpec.paper(12, 15, 4, 1e-3), 1);
        assertThat(network.step(new double[12], 0, DISCOUNT)).isZero();
        double[] all = Arrays.stream(network.weights()).flatMapToDouble(Arrays::stream).toArray();
        assertThat(all).hasSize(272);
        assertThat(Arrays.stream(all).map(Math::abs).max().orElseThrow()).as("the largest of 272 is below 0.4 once in 10^26").isBetween(0.4, 0.5);
    }

    /** The published list of truncation and hidden units, and its {@code P (k + 1)}: about 4,000 operations each. */
    @Test
    void operationsAreThoseOfThePublishedList() {
        int[][] list = {{2, 13, 4095}, {3, 10, 3720}, {5, 8, 4080}, {8, 6, 4158}, {10, 5, 4015}, {15, 4, 4416}, {20, 3, 4095}, {30, 2, 3782}};
        for (int[] entry : list) {
            assertThat(TruncatedSpec.paper(12, entry[0], entry[1], 1e-3).operations()).isEqualTo(entry[2]);
        }
    }

    /** By hand: 7 columns have 4 (12 + 2) parameters each; stage s of CCN 16:4 sees 12 + 4 s signals, of 10:1 12 + s. */
    @Test
    void columnsTakeNoMoreOperationsThanTheBaseline() {
        assertThat(ConstructiveSpec.paper(12, 1, 7, 1, 1e-3, 1e-3).operations(0)).isEqualTo(7 + 7 * 56 + 5 * 7 * 56);
        assertThat(ConstructiveSpec.paper(12, 4, 4, 1, 1e-3, 1e-3).operations(3))
                .isEqualTo(16 + 16 * (14 + 18 + 22 + 26) + 5 * 4 * 4 * 26);
        long ccn = ConstructiveSpec.paper(12, 5, 4, 1, 1e-3, 1e-3).operations(4);
        long constructive = ConstructiveSpec.paper(12, 10, 1, 1, 1e-3, 1e-3).operations(9);
        long baseline = TruncatedSpec.paper(12, 15, 4, 1e-3).operations();
        assertThat(ccn).isLessThanOrEqualTo(baseline).isGreaterThan(baseline * 9 / 10);
        assertThat(constructive).isLessThan(baseline);
    }

    @Test
    void impossibleNetworksAreRefused() {
        assertThatThrownBy(() -> TruncatedSpec.paper(1, 0, 1, 0)).hasMessageContaining("window of 0");
        assertThatThrownBy(() -> TruncatedSpec.paper(1, 1, 1, -1)).hasMessageContaining("rate -1.0");
    }
}
