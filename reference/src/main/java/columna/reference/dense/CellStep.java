package columna.reference.dense;

/**
 * One time step of a layer: its values and its derivatives, at the weights in force. With {@code a = w z_t} the pre-activations and
 * {@code unit(r) = r mod n} the unit of row r.
 */
sealed interface CellStep permits TanhStep, LstmStep {

    /** {@code z_t = (h_{t-1}, x_t, 1)}. */
    double[] presynaptic();

    /** {@code h_t}, {@code [n]}. */
    double[] hidden();

    /** {@code dh_unit(r)(t) / da_r}, the state before being constant, {@code [rows]}. */
    double[] immediate();

    /** {@code S_t = (M * J_t) S_{t-1} + I_t}, in place; M is the mask of paths. */
    void propagate(double[][] weights, PathMask paths, Influence influence);

    /** Adds this step's use of the weights to the gradient and returns the errors of the state before. */
    StateErrors backward(double[][] weights, StateErrors after, double[][] gradient);

    /** {@code dL/dh} and, for an LSTM, {@code dL/dc}, each {@code [n]}. */
    record StateErrors(double[] hidden, double[] cell) {

        static StateErrors of(double[] hidden) {
            return new StateErrors(hidden.clone(), new double[hidden.length]);
        }

        /** With {@code dL_t/dh_t} added. */
        StateErrors plus(double[] more) {
            double[] sum = hidden.clone();
            Rows.add(1, more, sum, 0);
            return new StateErrors(sum, cell);
        }
    }

    /** The state 0 before a sequence. */
    static CellStep rest(DenseSpec spec) {
        int n = spec.units();
        double[] presynaptic = new double[spec.columns()];
        return switch (spec.cell()) {
            case TANH -> new TanhStep(presynaptic, new double[n]);
            case LSTM -> new LstmStep(presynaptic, new double[spec.rows()], new double[n], new double[n], new double[n]);
        };
    }

    /** The first step of a sequence has state 0 before it. */
    static CellStep first(DenseSpec spec, double[][] weights, double[] x) {
        return rest(spec).next(weights, x);
    }

    /** Every number of the step, for a checkpoint. */
    default double[][] numbers() {
        return switch (this) {
            case TanhStep step -> new double[][] {step.presynaptic(), step.hidden()};
            case LstmStep step -> new double[][] {step.presynaptic(), step.gates(), step.cellBefore(), step.cell(), step.hidden()};
        };
    }

    /** The step after this one. */
    default CellStep next(double[][] weights, double[] x) {
        return switch (this) {
            case TanhStep step -> TanhStep.of(weights, step.hidden(), x);
            case LstmStep step -> LstmStep.of(weights, step.hidden(), step.cell(), x);
        };
    }

    /** {@code J_t[i][j] = dh_i(t)/dh_j(t-1)}, {@code [n][n]}; an LSTM's cell state before is constant here. */
    default double[][] jacobian(double[][] weights) {
        int units = hidden().length;
        double[] slopes = immediate();
        double[][] jacobian = new double[units][units];
        for (int row = 0; row < weights.length; row++) {
            for (int j = 0; j < units; j++) {
                jacobian[row % units][j] += slopes[row] * weights[row][j];
            }
        }
        return jacobian;
    }

    /** {@code gradient_r += e_r z}, and returned {@code sum_r e_r w_r[j]} for the n units j; e is dL/da. */
    static double[] throughRows(double[][] weights, double[] errors, double[] presynaptic, double[][] gradient, int units) {
        double[] before = new double[units];
        for (int row = 0; row < weights.length; row++) {
            Rows.add(errors[row], presynaptic, gradient[row], 0);
            for (int j = 0; j < units; j++) {
                before[j] += errors[row] * weights[row][j];
            }
        }
        return before;
    }
}
