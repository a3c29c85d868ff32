package columna.reference.constructive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The linear prediction {@code y = b + sum_k w_k feature_k} of the columns that exist, with its eligibility; element 0 is the bias. */
final class Readout {

    final double[] weights;
    final double[] eligibility;

    /** {@code [1, feature_1, ...]}: the gradient of y with respect to the weights. */
    final double[] features;

    private final double[] secondMoment;

    Readout(int columns) {
        weights = new double[columns + 1];
        eligibility = new double[columns + 1];
        features = new double[columns + 1];
        features[0] = 1;
        secondMoment = new double[columns + 1];
        Arrays.fill(secondMoment, 1);
    }

    double predict(int columns) {
        double sum = weights[0];
        for (int k = 1; k <= columns; k++) {
            sum += weights[k] * features[k];
        }
        return sum;
    }

    void update(WeightUpdate update, int columns, double rate, double error) {
        update.apply(weights, eligibility, secondMoment, columns + 1, rate, error);
    }

    /** {@code z = gamma lambda z + grad y}. */
    void decayAndAdd(int columns, double decay) {
        for (int k = 0; k <= columns; k++) {
            eligibility[k] = decay * eligibility[k] + features[k];
        }
    }

    void save(DataOutput out) throws IOException {
        Checkpoint.save(out, weights, eligibility, features, secondMoment);
    }

    void restore(DataInput in) throws IOException {
        Checkpoint.restore(in, weights, eligibility, features, secondMoment);
    }
}
