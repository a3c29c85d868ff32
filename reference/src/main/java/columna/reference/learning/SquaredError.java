package columna.reference.learning;

/** {@code L_t = mask_t / 2 sum_o (output_o - target_o)^2}. An output is right when it is on the target's side of one half. */
final class SquaredError extends LossBlock {

    SquaredError(Wire output) {
        super(output);
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            var target = sequence.targets()[t];
            double[] y = output.value()[t];
            double sum = 0;
            int correct = 0;
            for (int o = 0; o < target.length; o++) {
                double difference = y[o] - Real.from(target[o]);
                sum += difference * difference;
                correct += y[o] >= 0.5 == target[o] >= 0.5 ? 1 : 0;
            }
            stepLoss[t] = Real.from(sequence.mask()[t]) * sum / 2;
            stepCorrect[t] = correct;
        }
    }

    @Override
    int averagedCorrect() {
        return 0;
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            double weight = Real.from(sequence.mask()[t]);
            for (int o = 0; o < output.size() && weight != 0; o++) {
                output.error()[t][o] += weight * (output.value()[t][o] - Real.from(sequence.targets()[t][o]));
            }
        }
    }
}
