package columna.reference.columnar;

import columna.reference.network.Parameters;

/**
 * One column of {@link LstmColumns}, whose names and equations it uses.
 *
 * @param k its number
 * @param lateral whether it reads the states of other columns
 * @param parameters theta_k, live
 */
record LstmColumn(int k, boolean lateral, Parameters parameters) {

    /** What one time step leaves for traces and gradients; {@code gates} are the values of i, f, g, o. */
    record Step(double[] x, double[] previousHidden, double previousCell, double[] gates, double cell, double tanh, double hidden) {

        double gate(LstmGate gate) {
            return gates[gate.ordinal()];
        }

        private double slope(LstmGate gate) {
            return gate.slope(gate(gate));
        }

        /** dh/dc. */
        double hiddenPerCell() {
            return gate(LstmGate.O) * (1 - tanh * tanh);
        }

        /** dc/da_q. */
        double kappa(LstmGate q) {
            return slope(q) * switch (q) {
                case I -> gate(LstmGate.G);
                case F -> previousCell;
                case G -> gate(LstmGate.I);
                case O -> 0;
            };
        }

        /** dh/da_q at constant c. */
        double omega(LstmGate q) {
            return q == LstmGate.O ? tanh * slope(q) : 0;
        }

        /** dL/da_q from dL/dh and dL/dc. */
        double errorOfSum(LstmGate q, double errorOfHidden, double errorOfCell) {
            return errorOfCell * kappa(q) + errorOfHidden * omega(q);
        }
    }

    Step forward(double[] x, double[] previousHidden, double previousCell) {
        double[] gates = new double[LstmGate.values().length];
        for (LstmGate gate : LstmGate.values()) {
            gates[gate.ordinal()] = gate.activation(sum(gate, x, previousHidden));
        }
        double cell = gates[LstmGate.F.ordinal()] * previousCell + gates[LstmGate.I.ordinal()] * gates[LstmGate.G.ordinal()];
        double tanh = StrictMath.tanh(cell);
        return new Step(x, previousHidden, previousCell, gates, cell, tanh, gates[LstmGate.O.ordinal()] * tanh);
    }

    /** a_q. */
    private double sum(LstmGate gate, double[] x, double[] previousHidden) {
        double sum = parameters.vector(gate.of("b"))[0];
        for (int i = 0; i < x.length; i++) {
            sum += parameters.vector(gate.of("W"))[i] * x[i];
        }
        for (int j = 0; j < previousHidden.length; j++) {
            sum += stateWeight(gate, j) * previousHidden[j];
        }
        return sum;
    }

    /** u_q for the own state, V_q[j] for that of another column. */
    private double stateWeight(LstmGate gate, int j) {
        if (j == k) {
            return parameters.vector(gate.of("u"))[0];
        }
        return lateral ? parameters.vector(gate.of("V"))[j] : 0;
    }

    /** {@code gradient += error chi}: the parameters of one gate, the error being dL/da_q. */
    void accumulate(LstmGate gate, double error, Step step, Parameters gradient) {
        double[] weights = gradient.vector(gate.of("W"));
        for (int i = 0; i < weights.length; i++) {
            weights[i] += error * step.x[i];
        }
        gradient.vector(gate.of("u"))[0] += error * step.previousHidden[k];
        gradient.vector(gate.of("b"))[0] += error;
        for (int j = 0; lateral && j < step.previousHidden.length; j++) {
            gradient.vector(gate.of("V"))[j] += j == k ? 0 : error * step.previousHidden[j];
        }
    }

    /** {@code errorOfPrevious += error da_q/dh(t-1)}. */
    void backward(LstmGate gate, double error, double[] errorOfPrevious) {
        for (int j = 0; j < errorOfPrevious.length; j++) {
            errorOfPrevious[j] += error * stateWeight(gate, j);
        }
    }

    /** TC and TH of one time step before, moved to this one. */
    void advanceTraces(Step step, Parameters tc, Parameters th) {
        double a = 0;
        double d = 0;
        for (LstmGate gate : LstmGate.values()) {
            a += step.kappa(gate) * stateWeight(gate, k);
            d += step.omega(gate) * stateWeight(gate, k);
        }
        tc.scale(step.gate(LstmGate.F));
        tc.add(a, th);
        for (LstmGate gate : LstmGate.values()) {
            accumulate(gate, step.kappa(gate), step, tc);
        }
        th.scale(d);
        th.add(step.hiddenPerCell(), tc);
        for (LstmGate gate : LstmGate.values()) {
            accumulate(gate, step.omega(gate), step, th);
        }
    }
}
