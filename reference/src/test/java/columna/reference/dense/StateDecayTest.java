package columna.reference.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against the means over 100 networks of an independent calculation of the same specification, printed with three digits. */
class StateDecayTest {

    private static double[] mean(StateDecay decay) {
        double[] mean = new double[20];
        for (long seed = 1; seed <= 100; seed++) {
            double[] one = decay.meanStates(seed, mean.length);
            for (int t = 0; t < mean.length; t++) {
                mean[t] += one[t] / 100;
            }
        }
        return mean;
    }

    /** Two means over 100 networks of some per cent deviation each: 5 %. */
    private static void assertMean(double[] mean, int step, double expected) {
        assertThat(mean[step - 1]).as("t = %d", step).isCloseTo(expected, Offset.offset(0.05 * expected));
    }

    @Test
    void withoutBiasesAllIsForgotten() {
        double[] lstm = mean(new StateDecay(StateDecay.Cell.LSTM, 50, false));
        assertMean(lstm, 1, 0.222);
        assertMean(lstm, 2, 0.128);
        assertMean(lstm, 3, 0.075);
        assertMean(lstm, 5, 0.027);
        double[] gru = mean(new StateDecay(StateDecay.Cell.GRU, 50, false));
        assertMean(gru, 1, 0.500);
        assertMean(gru, 2, 0.270);
        assertMean(gru, 3, 0.152);
        assertMean(gru, 5, 0.053);
    }

    @Test
    void biasesHoldAPlateau() {
        assertMean(mean(new StateDecay(StateDecay.Cell.LSTM, 50, true)), 20, 0.048);
        assertMean(mean(new StateDecay(StateDecay.Cell.GRU, 50, true)), 20, 0.079);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new StateDecay(StateDecay.Cell.GRU, 0, true)).hasMessage("state decay: 0 units; allowed are 1 and more");
    }
}
