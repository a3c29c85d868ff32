package columna.reference.learning;

import java.util.Arrays;

/**
 * The causal mean of all time steps so far, {@code m_t = (1/t) sum_{s <= t} u_s} with t counted from 1, whose gradient is passed straight through:
 * dm_t/du_t counts as 1 and earlier time steps get nothing (Zucchet et al. 2023, training on sequences with one label).
 */
final class RunningMean implements Block {

    private final Wire input;
    private final Wire output;
    private final double[] sum;

    RunningMean(Wire input, Wire output) {
        this.input = input;
        this.output = output;
        sum = new double[input.size()];
    }

    @Override
    public void begin(int steps) {
        Arrays.fill(sum, 0);
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.add(sum, input.value()[t]);
            double[] mean = output.value()[t];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = sum[i] / (t + 1);
            }
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.add(input.error()[t], output.error()[t]);
        }
    }
}
