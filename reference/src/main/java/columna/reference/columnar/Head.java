package columna.reference.columnar;

import columna.reference.network.Parameters;

/**
 * The head of column i, with its part of the lateral mask: {@code s_i = sum_j sum_k U[j][k] f_j[k] + sum_j R[j] h_j(t-1) + ub}.
 *
 * @param parameters U [n][w], R [n], ub [1], live
 * @param features which U exist, [n][w]
 * @param states which R exist, [n]
 */
record Head(Parameters parameters, boolean[][] features, boolean[] states) {

    /** s_i. */
    double sum(double[][] f, double[] previous) {
        double s = parameters.vector("ub")[0];
        for (int j = 0; j < f.length; j++) {
            s += stateWeight(j) * previous[j];
            for (int k = 0; k < f[j].length; k++) {
                s += featureWeight(j, k) * f[j][k];
            }
        }
        return s;
    }

    /** U[j][k], 0 where it does not exist. */
    double featureWeight(int j, int k) {
        return features[j][k] ? parameters.matrix("U")[j][k] : 0;
    }

    /** R[j], 0 where it does not exist. */
    double stateWeight(int j) {
        return states[j] ? parameters.vector("R")[j] : 0;
    }

    /** {@code gradient += ds_i/d(U, R, ub) error}; the error is dL/ds_i. */
    void accumulate(double error, double[][] f, double[] previous, Parameters gradient) {
        gradient.vector("ub")[0] += error;
        for (int j = 0; j < f.length; j++) {
            gradient.vector("R")[j] += states[j] ? error * previous[j] : 0;
            for (int k = 0; k < f[j].length; k++) {
                gradient.matrix("U")[j][k] += features[j][k] ? error * f[j][k] : 0;
            }
        }
    }

    /** {@code errorOfFeatures += U^T error}, {@code errorOfPrevious += R^T error}. */
    void backward(double error, double[][] errorOfFeatures, double[] errorOfPrevious) {
        for (int j = 0; j < errorOfFeatures.length; j++) {
            errorOfPrevious[j] += stateWeight(j) * error;
            addErrorOfFeatures(j, error, errorOfFeatures[j]);
        }
    }

    /** {@code errorOfFeatures += U[j] error}, for the features of one column. */
    void addErrorOfFeatures(int j, double error, double[] errorOfFeatures) {
        for (int k = 0; k < errorOfFeatures.length; k++) {
            errorOfFeatures[k] += featureWeight(j, k) * error;
        }
    }
}
