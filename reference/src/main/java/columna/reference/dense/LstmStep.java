package columna.reference.dense;

/**
 * {@code c_t = f c_{t-1} + i g}, {@code h_t = o tanh(c_t)}, with {@code i, f, o = sig(a)} and {@code g = tanh(a)}.
 * {@code gates} is {@code [4n]} in the order i, f, g, o.
 */
record LstmStep(double[] presynaptic, double[] gates, double[] cellBefore, double[] cell, double[] hidden) implements CellStep {

    private static final int OUTPUT = 3;

    static LstmStep of(double[][] weights, double[] hiddenBefore, double[] cellBefore, double[] x) {
        int n = hiddenBefore.length;
        double[] z = Rows.joinedWithOne(hiddenBefore, x);
        double[] gates = new double[weights.length];
        for (int row = 0; row < gates.length; row++) {
            double a = Rows.dot(weights[row], z);
            gates[row] = row / n == 2 ? StrictMath.tanh(a) : 1 / (1 + StrictMath.exp(-a));
        }
        double[] cell = new double[n];
        double[] hidden = new double[n];
        for (int k = 0; k < n; k++) {
            cell[k] = gates[n + k] * cellBefore[k] + gates[k] * gates[2 * n + k];
            hidden[k] = gates[OUTPUT * n + k] * StrictMath.tanh(cell[k]);
        }
        return new LstmStep(z, gates, cellBefore, cell, hidden);
    }

    /** {@code dh/dc = o (1 - tanh(c)^2)} of unit k. */
    private double exposure(int k) {
        double squashed = StrictMath.tanh(cell[k]);
        return gates[OUTPUT * hidden.length + k] * (1 - squashed * squashed);
    }

    private double forget(int k) {
        return gates[hidden.length + k];
    }

    /** {@code dc/da} of unit k's gates i, f, g, then {@code dh/da_o} at constant c. */
    private double[] slopes(int k) {
        int n = hidden.length;
        double i = gates[k];
        double f = gates[n + k];
        double g = gates[2 * n + k];
        double o = gates[OUTPUT * n + k];
        return new double[] {g * i * (1 - i), cellBefore[k] * f * (1 - f), i * (1 - g * g), StrictMath.tanh(cell[k]) * o * (1 - o)};
    }

    @Override
    public double[] immediate() {
        int n = hidden.length;
        double[] immediate = new double[gates.length];
        for (int k = 0; k < n; k++) {
            double[] slopes = slopes(k);
            for (int gate = 0; gate <= OUTPUT; gate++) {
                immediate[gate * n + k] = gate == OUTPUT ? slopes[gate] : exposure(k) * slopes[gate];
            }
        }
        return immediate;
    }

    /**
     * With {@code Da_g,k = sum over paths j of R_g,kj S_j + [row g,k] z}: {@code C_k = f_k C_k + sum over g in i, f, g of dc/da_g Da_g,k} and
     * {@code S_k = dh/dc C_k + dh/da_o Da_o,k}. The private path {@code c_k(t-1) -> c_k(t)} is not subject to the mask.
     */
    @Override
    public void propagate(double[][] weights, PathMask paths, Influence influence) {
        int n = hidden.length;
        double[][] toHidden = new double[n][];
        double[][] toCell = new double[n][];
        double[] forget = new double[n];
        double[] exposure = new double[n];
        for (int k = 0; k < n; k++) {
            double[] slopes = slopes(k);
            int[] sources = paths.sources(k);
            toHidden[k] = new double[sources.length];
            toCell[k] = new double[sources.length];
            for (int s = 0; s < sources.length; s++) {
                int j = sources[s];
                toCell[k][s] = slopes[0] * weights[k][j] + slopes[1] * weights[n + k][j] + slopes[2] * weights[2 * n + k][j];
                toHidden[k][s] = slopes[OUTPUT] * weights[OUTPUT * n + k][j];
            }
            forget[k] = forget(k);
            exposure[k] = exposure(k);
        }
        influence.transport(paths, toHidden, toCell, forget, exposure);
        addImmediate(influence);
    }

    private void addImmediate(Influence influence) {
        int n = hidden.length;
        double[] immediate = immediate();
        for (int k = 0; k < n; k++) {
            double[] slopes = slopes(k);
            for (int gate = 0; gate < OUTPUT; gate++) {
                influence.addImmediateToCell(k, gate * n + k, slopes[gate], presynaptic);
            }
            for (int gate = 0; gate <= OUTPUT; gate++) {
                influence.addImmediate(k, gate * n + k, immediate[gate * n + k], presynaptic);
            }
        }
    }

    /** {@code dL/dc += dh/dc dL/dh}; {@code dL/da_g = dc/da_g dL/dc}, {@code dL/da_o = dh/da_o dL/dh}; {@code dL/dc_{t-1} = f dL/dc}. */
    @Override
    public StateErrors backward(double[][] weights, StateErrors after, double[][] gradient) {
        int n = hidden.length;
        double[] errors = new double[gates.length];
        double[] cellErrors = new double[n];
        for (int k = 0; k < n; k++) {
            double[] slopes = slopes(k);
            double cellError = after.cell()[k] + exposure(k) * after.hidden()[k];
            for (int gate = 0; gate <= OUTPUT; gate++) {
                errors[gate * n + k] = slopes[gate] * (gate == OUTPUT ? after.hidden()[k] : cellError);
            }
            cellErrors[k] = forget(k) * cellError;
        }
        return new StateErrors(CellStep.throughRows(weights, errors, presynaptic, gradient, n), cellErrors);
    }
}
