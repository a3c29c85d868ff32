package columna.reference.online;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Updates rows of weights in place. A gradient whose Euclidean norm over all rows is above {@link #LARGEST_NORM} is scaled down to it first. */
public final class OnlineOptimiser {

    /** The bound of the gradient's norm. */
    public static final double LARGEST_NORM = 1;

    private final OnlineUpdate update;
    private final double[][] weights;
    private final double[][] first;
    private final double[][] second;
    private long updates;

    /** An optimiser of these rows, which it changes in place. */
    public OnlineOptimiser(OnlineUpdate update, double[][] weights) {
        this.update = update;
        this.weights = weights;
        first = zeros(weights);
        second = zeros(weights);
    }

    private static double[][] zeros(double[][] rows) {
        double[][] zeros = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            zeros[r] = new double[rows[r].length];
        }
        return zeros;
    }

    /** One update along {@code factor} times a gradient of as many rows, which is not changed. */
    public void update(double[][] gradient, double factor) {
        updates++;
        double norm = Math.abs(factor) * norm(gradient);
        double scale = norm > LARGEST_NORM ? factor * (LARGEST_NORM / norm) : factor;
        switch (update) {
            case OnlineUpdate.Sgd(double rate) -> {
                for (int r = 0; r < weights.length; r++) {
                    descend(weights[r], gradient[r], rate * scale);
                }
            }
            case OnlineUpdate.Adam adam -> {
                double firstBias = 1 - StrictMath.pow(adam.beta1(), updates);
                double secondBias = 1 - StrictMath.pow(adam.beta2(), updates);
                for (int r = 0; r < weights.length; r++) {
                    adapt(weights[r], gradient[r], scale, first[r], second[r], adam, firstBias, secondBias);
                }
            }
        }
    }

    private static double norm(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }

    private static void descend(double[] p, double[] g, double rate) {
        for (int i = 0; i < p.length; i++) {
            p[i] -= rate * g[i];
        }
    }

    private static void adapt(double[] p, double[] g, double scale, double[] m, double[] v, OnlineUpdate.Adam adam, double firstBias,
            double secondBias) {
        for (int i = 0; i < p.length; i++) {
            double scaled = scale * g[i];
            m[i] = adam.beta1() * m[i] + (1 - adam.beta1()) * scaled;
            v[i] = adam.beta2() * v[i] + (1 - adam.beta2()) * scaled * scaled;
            p[i] -= adam.rate() * (m[i] / firstBias) / (Math.sqrt(v[i] / secondBias) + adam.epsilon());
        }
    }

    /** The moments and the number of updates; the weights are not in it. */
    public void save(DataOutputStream out) throws IOException {
        out.writeLong(updates);
        for (double[][] moments : new double[][][] {first, second}) {
            for (double[] row : moments) {
                for (double value : row) {
                    out.writeDouble(value);
                }
            }
        }
    }

    /** Goes on where an optimiser of as many weights was saved. */
    public void restore(DataInputStream in) throws IOException {
        updates = in.readLong();
        for (double[][] moments : new double[][][] {first, second}) {
            for (double[] row : moments) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = in.readDouble();
                }
            }
        }
    }
}
