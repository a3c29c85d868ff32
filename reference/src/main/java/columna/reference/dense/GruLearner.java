package columna.reference.dense;

import columna.reference.random.RandomStreams;

/**
 * A layer of gated recurrent units with a linear read-out that learns by SnAp-1: each parameter's sensitivity is carried along its own unit's past
 * only (SEEDS A.2.2, without the second bias of n). It is exact where the recurrent matrices are diagonal.
 *
 * <pre>
 * r = sig(W_r h + U_r x + b_r);   z = sig(W_z h + U_z x + b_z);   n = tanh(U_n x + b_n + r W_n h);   h' = (1 - z) h + z n
 * y = V h' + c;   L = 1/2 sum_o (y_o - target_o)^2
 * e' = diag e + (dh'/dtheta, h constant);   grad = (V^T (y - target)) e'
 * </pre>
 *
 * Rows of weights are {@code [W | U | b]}, one per unit, of the gates r, z, n one after the other: {@code [3 n][n + m + 1]}.
 */
public final class GruLearner {

    private static final int RESET = 0;
    private static final int UPDATE = 1;
    private static final int CANDIDATE = 2;
    private static final int GATES = 3;

    private final int units;
    private final int inputs;
    private final double[][] weights;
    private final double[][] readout;
    private final double[][] traces;
    private final double[][] gradient;
    private final double[][] readoutGradient;
    private double[] hidden;
    private double[] output;

    private GruLearner(int units, int inputs, int outputs) {
        this.units = units;
        this.inputs = inputs;
        weights = new double[GATES * units][units + inputs + 1];
        readout = new double[outputs][units + 1];
        traces = new double[weights.length][units + inputs + 1];
        gradient = new double[weights.length][units + inputs + 1];
        readoutGradient = new double[outputs][units + 1];
        hidden = new double[units];
        output = new double[outputs];
    }

    /** A learner whose weights are all 0. */
    public static GruLearner zeros(int units, int inputs, int outputs) {
        return new GruLearner(units, inputs, outputs);
    }

    /** Fresh weights as those of {@link DenseParameters#initial}: orthogonal times 0.9, inputs 0.3 N(0, 1/m), read-out N(0, 1/n), biases 0. */
    public static GruLearner initial(int units, int inputs, int outputs, RandomStreams streams) {
        GruLearner learner = new GruLearner(units, inputs, outputs);
        for (int gate = 0; gate < GATES; gate++) {
            double[][] recurrent = DenseParameters.orthogonal(
                    streams.stream("gru/init/W" + gate), units, DenseParameters.RECURRENT_GAIN);
            double[][] input = DenseParameters.gaussian(
                    streams.stream("gru/init/U" + gate), units, inputs, DenseParameters.INPUT_GAIN / Math.sqrt(inputs));
            for (int u = 0; u < units; u++) {
                System.arraycopy(recurrent[u], 0, learner.weights[gate * units + u], 0, units);
                System.arraycopy(input[u], 0, learner.weights[gate * units + u], units, inputs);
            }
        }
        double[][] out = DenseParameters.gaussian(streams.stream("gru/init/V"), outputs, units, 1 / Math.sqrt(units));
        for (int o = 0; o < outputs; o++) {
            System.arraycopy(out[o], 0, learner.readout[o], 0, units);
        }
        return learner;
    }

    /** {@code [3 n][n + m + 1]}, not a copy. */
    public double[][] weights() {
        return weights;
    }

    /** {@code [d][n + 1]}, not a copy. */
    public double[][] readout() {
        return readout;
    }

    /** The recurrent gradient of the last time step, not a copy. */
    public double[][] gradient() {
        return gradient;
    }

    /** The gradient of the read-out at the last time step, not a copy. */
    public double[][] readoutGradient() {
        return readoutGradient;
    }

    /** y of the last time step, not a copy. */
    public double[] output() {
        return output;
    }

    /** One time step; the gradient of its loss replaces the one before. Returns the loss. */
    public double advance(double[] x, double[] target) {
        double[] presynaptic = Rows.joinedWithOne(hidden, x);
        double[] next = new double[units];
        for (int u = 0; u < units; u++) {
            next[u] = unit(u, presynaptic);
        }
        hidden = next;
        double loss = 0;
        double[] hiddenError = new double[units];
        double[] features = Rows.joinedWithOne(hidden, new double[0]);
        for (int o = 0; o < output.length; o++) {
            output[o] = Rows.dot(readout[o], features);
            double error = output[o] - target[o];
            loss += error * error / 2;
            for (int k = 0; k < features.length; k++) {
                readoutGradient[o][k] = error * features[k];
            }
            for (int u = 0; u < units; u++) {
                hiddenError[u] += error * readout[o][u];
            }
        }
        for (int row = 0; row < traces.length; row++) {
            for (int k = 0; k < presynaptic.length; k++) {
                gradient[row][k] = hiddenError[row % units] * traces[row][k];
            }
        }
        return loss;
    }

    /** The new hidden state of a unit, whose traces go on with it. */
    private double unit(int u, double[] presynaptic) {
        double before = presynaptic[u];
        double r = 1 / (1 + StrictMath.exp(-Rows.dot(weights[u], presynaptic)));
        double z = 1 / (1 + StrictMath.exp(-Rows.dot(weights[UPDATE * units + u], presynaptic)));
        double[] row = weights[CANDIDATE * units + u];
        double state = 0;
        double driven = row[units + inputs];
        for (int j = 0; j < units; j++) {
            state += row[j] * presynaptic[j];
        }
        for (int k = 0; k < inputs; k++) {
            driven += row[units + k] * presynaptic[units + k];
        }
        double n = StrictMath.tanh(driven + r * state);
        double ofUpdate = (n - before) * z * (1 - z);
        double ofCandidate = z * (1 - n * n);
        double ofReset = ofCandidate * state * r * (1 - r);
        double own = 1 - z + ofUpdate * weights[UPDATE * units + u][u] + ofReset * weights[u][u] + ofCandidate * r * row[u];
        for (int k = 0; k < presynaptic.length; k++) {
            follow(RESET, u, k, own, ofReset * presynaptic[k]);
            follow(UPDATE, u, k, own, ofUpdate * presynaptic[k]);
            follow(CANDIDATE, u, k, own, ofCandidate * (k < units ? r : 1) * presynaptic[k]);
        }
        return (1 - z) * before + z * n;
    }

    private void follow(int gate, int unit, int column, double own, double immediate) {
        double[] trace = traces[gate * units + unit];
        trace[column] = own * trace[column] + immediate;
    }
}
