package columna.reference.dense;

import java.util.Arrays;

/** {@code h_t = tanh(W h_{t-1} + U x_t + b)}; {@code d_i = 1 - h_i^2}. */
record TanhStep(double[] presynaptic, double[] hidden) implements CellStep {

    static TanhStep of(double[][] weights, double[] before, double[] x) {
        double[] z = Rows.joinedWithOne(before, x);
        double[] hidden = new double[weights.length];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = StrictMath.tanh(Rows.dot(weights[i], z));
        }
        return new TanhStep(z, hidden);
    }

    @Override
    public double[] immediate() {
        return Arrays.stream(hidden).map(h -> 1 - h * h).toArray();
    }

    /** {@code S_i = d_i (sum over paths j of W_ij S_j + [row i] z)}. */
    @Override
    public void propagate(double[][] weights, PathMask paths, Influence influence) {
        double[] slopes = immediate();
        double[][] factors = new double[hidden.length][];
        for (int i = 0; i < factors.length; i++) {
            double[] row = weights[i];
            double slope = slopes[i];
            factors[i] = Arrays.stream(paths.sources(i)).mapToDouble(j -> slope * row[j]).toArray();
        }
        influence.transport(paths, factors);
        for (int i = 0; i < factors.length; i++) {
            influence.addImmediate(i, i, slopes[i], presynaptic);
        }
    }

    /** {@code dL/da = d * dL/dh};  {@code dL/dh_{t-1} = W^T dL/da}. */
    @Override
    public StateErrors backward(double[][] weights, StateErrors after, double[][] gradient) {
        double[] errors = immediate();
        for (int i = 0; i < errors.length; i++) {
            errors[i] *= after.hidden()[i];
        }
        return StateErrors.of(CellStep.throughRows(weights, errors, presynaptic, gradient, hidden.length));
    }
}
