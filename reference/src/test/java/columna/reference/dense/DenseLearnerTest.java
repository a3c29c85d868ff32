package columna.reference.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules against finite differences, against each other where theory says they agree, and against one step worked out by hand. */
class DenseLearnerTest {

    /** Two exact methods differ by rounding alone: sums of some hundred terms of size 1. */
    private static final double ROUNDING = 1e-12;

    private static DenseCase network(DenseSpec.Cell cell) {
        return DenseCase.of(new DenseSpec(cell, 5, 2, 3), 7);
    }

    private static void equal(double[][] actual, double[][] expected, double tolerance) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int r = 0; r < expected.length; r++) {
            assertThat(actual[r]).as("row %d, seed %d", r, DenseCase.SEED).containsExactly(expected[r], within(tolerance));
        }
    }

    /** Central differences with step 1e-5: error of the order of 1e-10 from the third derivative, 1e-11 from rounding. */
    @ParameterizedTest
    @EnumSource(DenseSpec.Cell.class)
    void backpropagationAgreesWithFiniteDifferences(DenseSpec.Cell cell) {
        DenseCase network = network(cell);
        DenseParameters gradient = network.learned(new DenseRule.Bptt()).gradient();
        equal(gradient.recurrent(), differences(network, network.parameters().recurrent()), 1e-8);
        equal(gradient.readout(), differences(network, network.parameters().readout()), 1e-8);
    }

    private static double[][] differences(DenseCase network, double[][] weights) {
        double step = 1e-5;
        double[][] differences = new double[weights.length][weights[0].length];
        for (int r = 0; r < weights.length; r++) {
            for (int c = 0; c < weights[r].length; c++) {
                double before = weights[r][c];
                weights[r][c] = before + step;
                double above = network.loss();
                weights[r][c] = before - step;
                double below = network.loss();
                weights[r][c] = before;
                differences[r][c] = (above - below) / (2 * step);
            }
        }
        return differences;
    }

    @ParameterizedTest
    @EnumSource(DenseSpec.Cell.class)
    void allPathsAndAWindowOfTheWholeSequenceAreExact(DenseSpec.Cell cell) {
        DenseCase network = network(cell);
        double[][] exact = network.learned(new DenseRule.Bptt()).gradient().recurrent();
        equal(network.learned(DenseRule.fullRtrl(5)).gradient().recurrent(), exact, ROUNDING);
        equal(network.learned(new DenseRule.SlidingBptt(7)).gradient().recurrent(), exact, ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(DenseSpec.Cell.class)
    void aWindowOfOneStepIsTheImmediateDerivative(DenseSpec.Cell cell) {
        DenseCase network = network(cell);
        double[][] immediate = network.learned(DenseRule.truncated()).gradient().recurrent();
        equal(network.learned(new DenseRule.SlidingBptt(1)).gradient().recurrent(), immediate, ROUNDING);
    }

    /** A tanh network without paths keeps the immediate derivative only; an LSTM keeps its cells' own paths as well. */
    @Test
    void noPathsIsTruncationForTanhAndMoreForTheLstm() {
        DenseCase tanh = network(DenseSpec.Cell.TANH);
        double[][] none = tanh.learned(DenseRule.sparseRtrl(PathMask.none(5))).gradient().recurrent();
        equal(none, tanh.learned(DenseRule.truncated()).gradient().recurrent(), ROUNDING);
        DenseCase lstm = network(DenseSpec.Cell.LSTM);
        double[][] kept = lstm.learned(DenseRule.sparseRtrl(PathMask.none(5))).gradient().recurrent();
        double[][] truncated = lstm.learned(DenseRule.truncated()).gradient().recurrent();
        assertThat(Math.abs(kept[0][5] - truncated[0][5])).isGreaterThan(1e-4);
    }

    /** One unit, W = 0, U = 1, b = 0, V = 1, c = 0, target 0: E_2 = decay d_1 z_1 + d_2 z_2, grad = h_1 d_1 z_1 + h_2 E_2. */
    @Test
    void eligibilityOfOneUnitByHand() {
        DenseParameters parameters = DenseParameters.zeros(new DenseSpec(DenseSpec.Cell.TANH, 1, 1, 1));
        parameters.recurrent()[0][1] = 1;
        parameters.readout()[0][0] = 1;
        DenseLearner learner = new DenseLearner(parameters, new DenseRule.Eligibility(0.95));
        learner.learn(new double[][] {{0.5}, {-0.25}}, new double[][] {{0}, {0}});
        double first = Math.tanh(0.5);
        double second = Math.tanh(-0.25);
        double d1 = 1 - first * first;
        double d2 = 1 - second * second;
        double onRecurrent = second * d2 * first;
        double onInput = first * d1 * 0.5 + second * (0.95 * d1 * 0.5 + d2 * -0.25);
        double onBias = first * d1 + second * (0.95 * d1 + d2);
        assertThat(learner.gradient().recurrent()[0]).containsExactly(new double[] {onRecurrent, onInput, onBias}, within(1e-15));
    }

    @Test
    void readoutOnlyLeavesTheRecurrentWeightsAlone() {
        DenseCase network = network(DenseSpec.Cell.LSTM);
        DenseParameters gradient = network.learned(new DenseRule.ReadoutOnly()).gradient();
        assertThat(gradient.recurrent()).isDeepEqualTo(new double[20][8]);
        assertThat(gradient.readout()).isDeepEqualTo(network.learned(new DenseRule.Bptt()).gradient().readout());
    }

    /** What a learner reads after {@code begin} owes nothing to the sequence before. */
    @ParameterizedTest
    @EnumSource(DenseSpec.Cell.class)
    void everySequenceStartsFromRest(DenseSpec.Cell cell) {
        DenseCase network = network(cell);
        PathSchedule resampled = PathSchedule.resampled(PathSelection.RANDOM_ROWS, 2, network.parameters(), new RandomStreams(7));
        for (DenseRule rule : new DenseRule[] {new DenseRule.Bptt(), new DenseRule.SlidingBptt(3), new DenseRule.Rtrl(resampled),
            new DenseRule.Eligibility(0.95)}) {
            DenseLearner learner = network.learned(rule);
            learner.learn(network.x(), network.targets());
            assertThat(learner.gradient().recurrent()).as("%s", rule).isDeepEqualTo(network.learned(rule).gradient().recurrent());
        }
    }

    /** The Jacobian by central differences in {@code h_{t-1}}, x and an LSTM's cell state held; step 1e-5, error of the order of 1e-10. */
    @ParameterizedTest
    @EnumSource(DenseSpec.Cell.class)
    void theJacobianAgreesWithFiniteDifferences(DenseSpec.Cell cell) {
        DenseCase network = network(cell);
        double[][] weights = network.parameters().recurrent();
        CellStep before = CellStep.first(network.parameters().spec(), weights, network.x()[0]);
        CellStep after = before.next(weights, network.x()[1]);
        double[][] differences = new double[5][5];
        for (int j = 0; j < 5; j++) {
            double[] above = moved(before, j, 1e-5, weights, network.x()[1]);
            double[] below = moved(before, j, -1e-5, weights, network.x()[1]);
            for (int i = 0; i < 5; i++) {
                differences[i][j] = (above[i] - below[i]) / 2e-5;
            }
        }
        equal(after.jacobian(weights), differences, 1e-9);
    }

    private static double[] moved(CellStep before, int unit, double by, double[][] weights, double[] x) {
        double[] hidden = before.hidden().clone();
        hidden[unit] += by;
        return switch (before) {
            case TanhStep _ -> TanhStep.of(weights, hidden, x).hidden();
            case LstmStep lstm -> LstmStep.of(weights, hidden, lstm.cell(), x).hidden();
        };
    }

    @Test
    void refusesWhatDoesNotFit() {
        DenseCase network = network(DenseSpec.Cell.TANH);
        assertThatThrownBy(() -> network.learned(DenseRule.fullRtrl(4))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path mask at time step 0: 4 units, the network has 5");
        assertThatThrownBy(() -> network.learned(new DenseRule.Bptt()).influence()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new DenseRule.SlidingBptt(0)).hasMessage("sliding window: 0 time steps; it must be 1 or more");
        assertThatThrownBy(() -> new DenseRule.Eligibility(1)).hasMessage("eligibility: decay is 1.0; it must be from 0 to below 1");
        assertThatThrownBy(() -> network.parameters().spec().block("Q")).hasMessage("dense network: no weights Q; it has [W, U, b, V, c]");
    }
}
