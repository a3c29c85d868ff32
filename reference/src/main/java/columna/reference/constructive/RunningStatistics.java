package columna.reference.constructive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Running mean, variance and scale of some signals, by the equations of {@link Normalisation}; mean 0, variance 1 and scale 1 at first. */
final class RunningStatistics {

    final double[] mean;
    final double[] variance;
    final double[] scale;

    private final Normalisation rule;

    RunningStatistics(Normalisation rule, int signals) {
        this.rule = rule;
        mean = new double[signals];
        variance = new double[signals];
        scale = new double[signals];
        Arrays.fill(variance, 1);
        Arrays.fill(scale, 1);
    }

    /** Takes the next value of signal k into account. */
    void observe(int k, double value) {
        if (rule.kind() == Normalisation.Kind.NONE) {
            return;
        }
        double beta = rule.decay();
        double old = mean[k];
        mean[k] = beta * old + (1 - beta) * value;
        if (rule.kind() == Normalisation.Kind.WELFORD_FLOOR) {
            variance[k] = beta * variance[k] + (1 - beta) * (mean[k] - value) * (old - value);
            scale[k] = Math.max(rule.floor(), Math.sqrt(variance[k]));
        } else {
            double deviation = mean[k] - value;
            variance[k] = Math.max(rule.floor(), beta * variance[k] + (1 - beta) * deviation * deviation);
            scale[k] = Math.sqrt(variance[k]);
        }
    }

    /** {@code (value - mu) / scale} of signal k. */
    double normalised(int k, double value) {
        return (value - mean[k]) / scale[k];
    }

    void save(DataOutput out) throws IOException {
        Checkpoint.save(out, mean, variance, scale);
    }

    void restore(DataInput in) throws IOException {
        Checkpoint.restore(in, mean, variance, scale);
    }
}
