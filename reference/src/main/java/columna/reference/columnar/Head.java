package columna.reference.columnar;

import columna.reference.network.Parameters;

/**
 * A head of a column, with its part of a lateral mask. Its sum is {@code a + b} with {@code a = sum_j sum_k U[j][k] f_j[k] + ub} and
 * {@code b = sum_j R[j] h_j(t-1)}.
 */
final class Head {

    private final String suffix;
    private final double[][] weights;
    private final double[] stateWeights;
    private final double[] bias;
    private final double[][] features;
    private final double[] states;

    /**
     * @param suffix what the names of its parameters end in
     * @param parameters U [n][w], R [n], ub [1], live
     * @param features which U exist, [n][w]
     * @param states which R exist, [n]
     */
    Head(String suffix, Parameters parameters, boolean[][] features, boolean[] states) {
        this.suffix = suffix;
        weights = parameters.matrix("U" + suffix);
        stateWeights = parameters.vector("R" + suffix);
        bias = parameters.vector("ub" + suffix);
        this.states = ones(states);
        this.features = new double[features.length][];
        for (int j = 0; j < features.length; j++) {
            this.features[j] = ones(features[j]);
        }
    }

    private static double[] ones(boolean[] present) {
        double[] ones = new double[present.length];
        for (int k = 0; k < ones.length; k++) {
            ones[k] = present[k] ? 1 : 0;
        }
        return ones;
    }

    /** a. */
    double featureSum(double[][] f) {
        double sum = bias[0];
        for (int j = 0; j < f.length; j++) {
            sum += product(features[j], weights[j], f[j]);
        }
        return sum;
    }

    /** b. */
    double stateSum(double[] previous) {
        return product(states, stateWeights, previous);
    }

    private static double product(double[] present, double[] weights, double[] values) {
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += present[k] * weights[k] * values[k];
        }
        return sum;
    }

    /** R[j], 0 where it does not exist. */
    double stateWeight(int j) {
        return states[j] * stateWeights[j];
    }

    /** {@code gradient += dL/d(U, R, ub)}; the errors are dL/da and dL/db. */
    void accumulate(double errorOfA, double errorOfB, double[][] f, double[] previous, Parameters gradient) {
        gradient.vector("ub" + suffix)[0] += errorOfA;
        add(errorOfB, states, previous, gradient.vector("R" + suffix));
        double[][] gradientOfWeights = gradient.matrix("U" + suffix);
        for (int j = 0; j < f.length; j++) {
            add(errorOfA, features[j], f[j], gradientOfWeights[j]);
        }
    }

    /** {@code errorOfPrevious += R^T dL/db}. */
    void addErrorOfPrevious(double errorOfB, double[] errorOfPrevious) {
        add(errorOfB, states, stateWeights, errorOfPrevious);
    }

    /** {@code errorOfFeatures += U[j] dL/da}, for the features of column j. */
    void addErrorOfFeatures(int j, double errorOfA, double[] errorOfFeatures) {
        add(errorOfA, features[j], weights[j], errorOfFeatures);
    }

    /** {@code to += factor present values}. */
    private static void add(double factor, double[] present, double[] values, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * (present[k] * values[k]);
        }
    }
}
