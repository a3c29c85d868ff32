package columna.reference.learning;

/** {@code L_t = mask_t / 2 sum_o (output_o - target_o)^2}. An output is right when it is on the target's side of one half. */
final class SquaredError extends LossBlock {

    SquaredError(Wire output) {
        super(output);
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] target = sequence.targets()[t];
            double[] y = output.value()[t];
            double sum = 0;
            int correct = 0;
            for (int o = 0; o < target.length; o++) {
                double difference = y[o] - target[o];
                sum += difference * difference;
                correct += y[o] >= 0.5 == target[o] >= 0.5 ? 1 : 0;
            }
            stepLoss[t] = 0.5 * sequence.mask()[t] * sum;
            stepCorrect[t] = correct;
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            double weight = sequence.mask()[t];
            for (int o = 0; o < output.size() && weight != 0; o++) {
                output.error()[t][o] += weight * (output.value()[t][o] - sequence.targets()[t][o]);
            }
        }
    }
}
