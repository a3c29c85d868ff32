package columna.reference.constructive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The K columns of one stage. A column is an LSTM of one unit; it sees the vector {@code chi = [x_1 .. x_m, h', 1]} (h', c': its own state
 * one time step before), and each of its gates has one row theta of parameters {@code [W_1 .. W_m, u, b]}.
 *
 * <pre>
 *   i, f, o = sigmoid(theta_q . chi)    g = tanh(theta_g . chi)    c = f c' + i g    h = o tanh(c)
 * </pre>
 *
 * Exact RTRL: no column feeds back into another, so the sensitivities {@code TC = dc/dtheta} and {@code TH = dh/dtheta} of all parameters
 * of a column follow from their own last values, with three scalars that all share:
 *
 * <pre>
 *   TC = f TC' + A TH' + kappa_q chi      A = c' f(1-f) u_f + i (1-g^2) u_g + g i(1-i) u_i
 *   TH = B TC + D TH' + omega_q chi       B = o (1 - tanh(c)^2)      D = tanh(c) o(1-o) u_o
 *   kappa_i = g i(1-i)   kappa_f = c' f(1-f)   kappa_g = i (1-g^2)   kappa_o = 0      omega_o = tanh(c) o(1-o), else 0
 * </pre>
 */
public final class ColumnStage {

    private static final int INPUT = Gate.INPUT.ordinal();
    private static final int FORGET = Gate.FORGET.ordinal();
    private static final int CANDIDATE = Gate.CANDIDATE.ordinal();
    private static final int OUTPUT = Gate.OUTPUT.ordinal();
    private static final int GATES = Gate.values().length;

    private final int inputs;

    /** m + 2, the parameters of a gate. */
    private final int width;
    private final double[] hidden;
    private final double[] cell;
    private final double[] credit;
    private final double[] seen;

    /** One row of 4 (m + 2) numbers per column, so that loops over a column are long; so are the three that follow. */
    private final double[][] parameters;
    private final double[][] cellTrace;
    private final double[][] hiddenTrace;
    private final double[][] eligibility;
    private final double[][] secondMoment;

    /** {@code kappa_q chi} of one column. */
    private final double[] drive;

    ColumnStage(int inputs, int columns) {
        this.inputs = inputs;
        width = inputs + 2;
        hidden = new double[columns];
        cell = new double[columns];
        credit = new double[columns];
        seen = new double[width];
        parameters = new double[columns][GATES * width];
        cellTrace = new double[columns][GATES * width];
        hiddenTrace = new double[columns][GATES * width];
        eligibility = new double[columns][GATES * width];
        secondMoment = new double[columns][GATES * width];
        drive = new double[GATES * width];
        for (double[] row : secondMoment) {
            Arrays.fill(row, 1);
        }
    }

    /** m, the signals that a column of this stage sees. */
    public int inputs() {
        return inputs;
    }

    /** {@code [W_1 .. W_m, u, b]} of one gate after another in the order of {@link Gate}, {@code 4 (m + 2)} numbers, not a copy. */
    public double[] parameters(int column) {
        return parameters[column];
    }

    /** z of the column's parameters, not a copy. */
    public double[] eligibility(int column) {
        return eligibility[column];
    }

    /** {@code dy/dtheta = (w / scale) dh/dtheta} of the column's parameters at the last time step, with the weights that made y. */
    public double[] predictionGradient(int column) {
        return Arrays.stream(hiddenTrace[column]).map(trace -> credit[column] * trace).toArray();
    }

    /** h of a column. */
    public double hidden(int column) {
        return hidden[column];
    }

    /** c of a column. */
    public double cell(int column) {
        return cell[column];
    }

    /** The signals that {@link #advance} reads, to be filled before it: the first m elements. */
    double[] seen() {
        return seen;
    }

    /** One time step of all columns, with or without their sensitivities. */
    void advance(boolean sensitivities) {
        seen[inputs + 1] = 1;
        for (int k = 0; k < hidden.length; k++) {
            seen[inputs] = hidden[k];
            advance(k, sensitivities);
        }
    }

    private void advance(int k, boolean sensitivities) {
        double[] theta = parameters[k];
        double ai = 0;
        double af = 0;
        double ag = 0;
        double ao = 0;
        for (int j = 0; j < width; j++) {
            double chi = seen[j];
            ai += theta[INPUT * width + j] * chi;
            af += theta[FORGET * width + j] * chi;
            ag += theta[CANDIDATE * width + j] * chi;
            ao += theta[OUTPUT * width + j] * chi;
        }
        double i = Squashing.logistic(ai);
        double f = Squashing.logistic(af);
        double g = Squashing.tanh(ag);
        double o = Squashing.logistic(ao);
        double before = cell[k];
        cell[k] = f * before + i * g;
        double shown = Squashing.tanh(cell[k]);
        hidden[k] = o * shown;
        if (sensitivities) {
            double kappaI = g * i * (1 - i);
            double kappaF = before * f * (1 - f);
            double kappaG = i * (1 - g * g);
            double omega = shown * o * (1 - o);
            double a = kappaF * recurrent(k, FORGET) + kappaG * recurrent(k, CANDIDATE) + kappaI * recurrent(k, INPUT);
            drive(kappaI, kappaF, kappaG);
            follow(cellTrace[k], hiddenTrace[k], drive, f, a, o * (1 - shown * shown), omega * recurrent(k, OUTPUT));
            addToOutputGate(hiddenTrace[k], omega);
        }
    }

    /** u of a gate. */
    private double recurrent(int k, int gate) {
        return parameters[k][gate * width + inputs];
    }

    private void drive(double kappaI, double kappaF, double kappaG) {
        for (int j = 0; j < width; j++) {
            double chi = seen[j];
            drive[INPUT * width + j] = kappaI * chi;
            drive[FORGET * width + j] = kappaF * chi;
            drive[CANDIDATE * width + j] = kappaG * chi;
        }
    }

    /** Both traces of a column, but for omega. */
    private static void follow(double[] tc, double[] th, double[] drive, double f, double a, double b, double d) {
        for (int j = 0; j < drive.length; j++) {
            double before = th[j];
            double now = f * tc[j] + a * before + drive[j];
            tc[j] = now;
            th[j] = b * now + d * before;
        }
    }

    private void addToOutputGate(double[] th, double omega) {
        for (int j = 0; j < width; j++) {
            th[OUTPUT * width + j] += omega * seen[j];
        }
    }

    /** Keeps {@code dy/dh = w / scale} of a column for {@link #decayAndAdd}. */
    void credit(int column, double value) {
        credit[column] = value;
    }

    /** {@code theta} moves by the TD error and the eligibility of the time step before. */
    void update(WeightUpdate update, double rate, double error) {
        for (int k = 0; k < hidden.length; k++) {
            update.apply(parameters[k], eligibility[k], secondMoment[k], GATES * width, rate, error);
        }
    }

    /** {@code z = gamma lambda z + dy/dtheta}. */
    void decayAndAdd(double decay) {
        for (int k = 0; k < hidden.length; k++) {
            decayAndAdd(eligibility[k], hiddenTrace[k], decay, credit[k]);
        }
    }

    private static void decayAndAdd(double[] z, double[] th, double decay, double credit) {
        for (int j = 0; j < z.length; j++) {
            z[j] = decay * z[j] + credit * th[j];
        }
    }

    void save(DataOutput out) throws IOException {
        Checkpoint.save(out, hidden, cell, credit);
        for (double[][] rows : kept()) {
            Checkpoint.save(out, rows);
        }
    }

    void restore(DataInput in) throws IOException {
        Checkpoint.restore(in, hidden, cell, credit);
        for (double[][] rows : kept()) {
            Checkpoint.restore(in, rows);
        }
    }

    private double[][][] kept() {
        return new double[][][] {parameters, cellTrace, hiddenTrace, eligibility, secondMoment};
    }
}
