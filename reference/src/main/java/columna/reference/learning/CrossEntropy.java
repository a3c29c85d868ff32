package columna.reference.learning;

import columna.reference.task.Sequence;

/**
 * Cross-entropy in nats, averaged over the outputs and over the mask. The logit of class c of output o is entry {@code o classes + c}:
 * {@code L_t = mask_t / sum(mask) 1/outputs sum_o -ln softmax(logits_o)[target_o]}.
 */
final class CrossEntropy extends LossBlock {

    private final int outputs;
    private final int classes;
    private final double[][] probability;
    private double weight;

    CrossEntropy(int outputs, int classes, Wire output) {
        super(output);
        this.outputs = outputs;
        this.classes = classes;
        probability = new double[output.value().length][output.size()];
    }

    /** softmax of the logits of each output, [T][outputs classes]; also where the mask is zero. */
    double[][] probability() {
        return probability;
    }

    @Override
    void begin(Sequence next) {
        super.begin(next);
        double sum = Real.from(next.weight());
        weight = sum == 0 ? 0 : 1 / (sum * outputs);
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] logits = output.value()[t];
            double loss = 0;
            int correct = 0;
            for (int o = 0; o < outputs; o++) {
                int target = o * classes + (int) sequence.targets()[t][o];
                int largest = largest(logits, o * classes);
                loss -= logits[target] - logits[largest] - Real.log(softmax(logits, probability[t], o * classes, logits[largest]));
                correct += largest == target ? 1 : 0;
            }
            stepLoss[t] = weight * Real.from(sequence.mask()[t]) * loss;
            stepCorrect[t] = correct;
        }
    }

    @Override
    int averagedCorrect() {
        double[] sums = new double[output.size()];
        for (int t = firstScored(); t < lastScored(); t++) {
            for (int c = 0; c < sums.length && sequence.mask()[t] != 0; c++) {
                sums[c] += Real.log(probability[t][c]);
            }
        }
        int correct = 0;
        for (int o = 0; o < outputs && lastScored() > 0; o++) {
            correct += largest(sums, o * classes) == o * classes + (int) sequence.targets()[lastScored() - 1][o] ? 1 : 0;
        }
        return correct;
    }

    private int largest(double[] logits, int first) {
        int largest = first;
        for (int c = first + 1; c < first + classes; c++) {
            largest = logits[c] > logits[largest] ? c : largest;
        }
        return largest;
    }

    /** Writes the probabilities of one output and returns the sum of exp(logit - maximum). */
    private double softmax(double[] logits, double[] probabilities, int first, double maximum) {
        double sum = 0;
        for (int c = first; c < first + classes; c++) {
            probabilities[c] = Real.exp(logits[c] - maximum);
            sum += probabilities[c];
        }
        for (int c = first; c < first + classes; c++) {
            probabilities[c] /= sum;
        }
        return sum;
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            double scale = weight * Real.from(sequence.mask()[t]);
            for (int o = 0; o < outputs && scale != 0; o++) {
                double[] error = output.error()[t];
                for (int c = o * classes; c < (o + 1) * classes; c++) {
                    error[c] += scale * probability[t][c];
                }
                error[o * classes + (int) sequence.targets()[t][o]] -= scale;
            }
        }
    }
}
