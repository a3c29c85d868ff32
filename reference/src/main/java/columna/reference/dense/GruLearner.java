package columna.reference.dense;

import columna.reference.random.RandomStreams;
import java.util.function.IntToDoubleFunction;

/**
 * A layer of gated recurrent units with a linear read-out (SEEDS A.2.2, without the second bias of n) that learns by SnAp-1, where each parameter's
 * sensitivity is carried along its own unit's past only, exact where the recurrent matrices are diagonal; or by full real-time recurrent learning
 * (Williams and Zipser 1989), exact for constant weights; or by sparse RTRL, where that is done among the first units only and all others learn from
 * immediate derivatives.
 *
 * <pre>
 * r = sig(W_r h + U_r x + b_r);   z = sig(W_z h + U_z x + b_z);   n = tanh(U_n x + b_n + r W_n h);   h' = (1 - z) h + z n
 * y = V h' + c;   L = 1/2 sum_o (y_o - target_o)^2
 * e' = diag e + (dh'/dtheta, h constant);   grad = (V^T (y - target)) e'                             SnAp-1
 * P_u' = sum_j (dh'_u/dh_j) P_j + (dh'_u/dtheta, h constant);   grad = sum_u (V^T (y - target))_u P_u'    RTRL
 * </pre>
 *
 * Rows of weights are {@code [W | U | b]}, one per unit, of the gates r, z, n one after the other: {@code [3 n][n + m + 1]}.
 */
public final class GruLearner {

    private static final int UPDATE = 1;
    private static final int CANDIDATE = 2;
    private static final int GATES = 3;

    private final int units;
    private final int inputs;
    private final double[][] weights;
    private final double[][] readout;
    private final boolean snap1;
    private final int kept;
    private final double[][] traces;
    private final double[][] gradient;
    private final double[][] readoutGradient;
    /** [kept unit][3 n][n + m + 1]; none under SnAp-1. */
    private double[][][] sensitivities;
    private double[] hidden;
    private double[] output;

    private GruLearner(int units, int inputs, int outputs, boolean snap1, int kept) {
        this.units = units;
        this.inputs = inputs;
        this.snap1 = snap1;
        this.kept = kept;
        weights = new double[GATES * units][units + inputs + 1];
        readout = new double[outputs][units + 1];
        traces = new double[weights.length][units + inputs + 1];
        gradient = new double[weights.length][units + inputs + 1];
        sensitivities = new double[kept][weights.length][units + inputs + 1];
        readoutGradient = new double[outputs][units + 1];
        hidden = new double[units];
        output = new double[outputs];
    }

    /** Fresh weights for SnAp-1, as those of {@link DenseParameters#initial}: orthogonal times 0.9, inputs 0.3 N(0, 1/m), read-out N(0, 1/n), biases 0. */
    public static GruLearner initial(int units, int inputs, int outputs, RandomStreams streams) {
        return initial(units, inputs, outputs, true, 0, streams);
    }

    /** The same weights, for full real-time recurrent learning. */
    public static GruLearner initialRtrl(int units, int inputs, int outputs, RandomStreams streams) {
        return initialSparse(units, inputs, outputs, units, streams);
    }

    /** The same weights, for sparse real-time recurrent learning among so many units, the first ones. */
    public static GruLearner initialSparse(int units, int inputs, int outputs, int kept, RandomStreams streams) {
        return initial(units, inputs, outputs, false, kept, streams);
    }

    private static GruLearner initial(int units, int inputs, int outputs, boolean snap1, int kept, RandomStreams streams) {
        GruLearner learner = new GruLearner(units, inputs, outputs, snap1, kept);
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
        double[][][] carried = new double[sensitivities.length][weights.length][presynaptic.length];
        for (int u = 0; u < units; u++) {
            next[u] = unit(u, presynaptic, carried);
        }
        sensitivities = carried;
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
                gradient[row][k] = row % units < kept ? ofAll(hiddenError, row, k) : hiddenError[row % units] * traces[row][k];
            }
        }
        return loss;
    }

    private double ofAll(double[] hiddenError, int row, int column) {
        double sum = 0;
        for (int u = 0; u < kept; u++) {
            sum += hiddenError[u] * sensitivities[u][row][column];
        }
        return sum;
    }

    /** The new hidden state of a unit, whose traces or sensitivities go on with it. */
    private double unit(int u, double[] presynaptic, double[][][] carried) {
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
        IntToDoubleFunction path = j ->
                (j == u ? 1 - z : 0) + ofUpdate * weights[UPDATE * units + u][j] + ofReset * weights[u][j] + ofCandidate * r * row[j];
        if (u < kept) {
            carry(path, carried[u]);
        }
        double own = snap1 ? path.applyAsDouble(u) : 0;
        for (int k = 0; k < presynaptic.length; k++) {
            double[] immediate = {ofReset * presynaptic[k], ofUpdate * presynaptic[k], ofCandidate * (k < units ? r : 1) * presynaptic[k]};
            for (int gate = 0; gate < GATES; gate++) {
                int of = gate * units + u;
                if (u < kept) {
                    carried[u][of][k] += immediate[gate];
                } else {
                    traces[of][k] = own * traces[of][k] + immediate[gate];
                }
            }
        }
        return (1 - z) * before + z * n;
    }

    private void carry(IntToDoubleFunction path, double[][] carried) {
        for (int j = 0; j < kept; j++) {
            double through = path.applyAsDouble(j);
            for (int row = 0; row < carried.length; row++) {
                for (int k = 0; k < carried[row].length; k++) {
                    carried[row][k] += through * sensitivities[j][row][k];
                }
            }
        }
    }
}
