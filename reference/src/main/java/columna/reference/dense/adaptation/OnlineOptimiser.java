package columna.reference.dense.adaptation;

import columna.reference.dense.DenseParameters;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Updates a dense network in place. A gradient whose Euclidean norm over all learning weights is above {@link #LARGEST_NORM} is scaled down
 * to it first; a read-out that does not learn has no part in the norm.
 */
public final class OnlineOptimiser {

    /** The bound of the gradient's norm; the paper does not state its own. */
    public static final double LARGEST_NORM = 1;

    private final OnlineUpdate update;
    private final boolean readoutLearns;
    private final DenseParameters parameters;
    private final DenseParameters first;
    private final DenseParameters second;
    private long updates;

    public OnlineOptimiser(OnlineUpdate update, boolean readoutLearns, DenseParameters parameters) {
        this.update = update;
        this.readoutLearns = readoutLearns;
        this.parameters = parameters;
        first = DenseParameters.zeros(parameters.spec());
        second = DenseParameters.zeros(parameters.spec());
    }

    /** One update along {@code factor} times a gradient, which is not changed. */
    public void update(DenseParameters gradient, double factor) {
        updates++;
        double squares = squares(gradient.recurrent()) + (readoutLearns ? squares(gradient.readout()) : 0);
        double norm = Math.abs(factor) * Math.sqrt(squares);
        double scale = norm > LARGEST_NORM ? factor * (LARGEST_NORM / norm) : factor;
        move(parameters.recurrent(), gradient.recurrent(), scale, first.recurrent(), second.recurrent());
        if (readoutLearns) {
            move(parameters.readout(), gradient.readout(), scale, first.readout(), second.readout());
        }
    }

    private static double squares(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return sum;
    }

    private void move(double[][] p, double[][] g, double scale, double[][] m, double[][] v) {
        switch (update) {
            case OnlineUpdate.Sgd(double rate) -> {
                for (int r = 0; r < p.length; r++) {
                    descend(p[r], g[r], rate * scale);
                }
            }
            case OnlineUpdate.Adam adam -> {
                double firstBias = 1 - StrictMath.pow(adam.beta1(), updates);
                double secondBias = 1 - StrictMath.pow(adam.beta2(), updates);
                for (int r = 0; r < p.length; r++) {
                    adapt(p[r], g[r], scale, m[r], v[r], adam, firstBias, secondBias);
                }
            }
        }
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
        first.save(out);
        second.save(out);
    }

    public void restore(DataInputStream in) throws IOException {
        updates = in.readLong();
        first.restore(in);
        second.restore(in);
    }
}
