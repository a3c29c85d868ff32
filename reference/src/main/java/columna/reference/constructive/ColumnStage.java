package columna.reference.constructive;

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
    private final double[] hidden;
    private final double[] cell;
    private final double[] seen;
    private final double[][][] parameters;
    private final double[][][] cellTrace;
    private final double[][][] hiddenTrace;
    private final double[][][] eligibility;
    private final double[][][] secondMoment;
    private final double[] credit;

    ColumnStage(int inputs, int columns) {
        this.inputs = inputs;
        hidden = new double[columns];
        cell = new double[columns];
        credit = new double[columns];
        seen = new double[inputs + 2];
        parameters = rows(0);
        cellTrace = rows(0);
        hiddenTrace = rows(0);
        eligibility = rows(0);
        secondMoment = rows(1);
    }

    private double[][][] rows(double value) {
        double[][][] rows = new double[hidden.length][GATES][inputs + 2];
        for (double[][] column : rows) {
            for (double[] row : column) {
                Arrays.fill(row, value);
            }
        }
        return rows;
    }

    /** m, the signals that a column of this stage sees. */
    public int inputs() {
        return inputs;
    }

    /** {@code [W_1 .. W_m, u, b]} of a gate, not a copy. */
    public double[] parameters(int column, Gate gate) {
        return parameters[column][gate.ordinal()];
    }

    /** z of the gate's parameters, not a copy. */
    public double[] eligibility(int column, Gate gate) {
        return eligibility[column][gate.ordinal()];
    }

    /** {@code dy/dtheta = (w / scale) dh/dtheta} of the gate's parameters at the last time step, with the weights that made y. */
    public double[] predictionGradient(int column, Gate gate) {
        return Arrays.stream(hiddenTrace[column][gate.ordinal()]).map(trace -> credit[column] * trace).toArray();
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
        double[][] theta = parameters[k];
        double i = logistic(dot(theta[INPUT], seen));
        double f = logistic(dot(theta[FORGET], seen));
        double g = StrictMath.tanh(dot(theta[CANDIDATE], seen));
        double o = logistic(dot(theta[OUTPUT], seen));
        double before = cell[k];
        cell[k] = f * before + i * g;
        double shown = StrictMath.tanh(cell[k]);
        hidden[k] = o * shown;
        if (sensitivities) {
            double kappaI = g * i * (1 - i);
            double kappaF = before * f * (1 - f);
            double kappaG = i * (1 - g * g);
            double omega = shown * o * (1 - o);
            double a = kappaF * theta[FORGET][inputs] + kappaG * theta[CANDIDATE][inputs] + kappaI * theta[INPUT][inputs];
            double b = o * (1 - shown * shown);
            double d = omega * theta[OUTPUT][inputs];
            follow(cellTrace[k][INPUT], hiddenTrace[k][INPUT], seen, f, a, kappaI, b, d, 0);
            follow(cellTrace[k][FORGET], hiddenTrace[k][FORGET], seen, f, a, kappaF, b, d, 0);
            follow(cellTrace[k][CANDIDATE], hiddenTrace[k][CANDIDATE], seen, f, a, kappaG, b, d, 0);
            follow(cellTrace[k][OUTPUT], hiddenTrace[k][OUTPUT], seen, f, a, 0, b, d, omega);
        }
    }

    private static void follow(double[] tc, double[] th, double[] chi, double f, double a, double kappa, double b, double d, double omega) {
        for (int j = 0; j < chi.length; j++) {
            double before = th[j];
            double now = f * tc[j] + a * before + kappa * chi[j];
            tc[j] = now;
            th[j] = b * now + d * before + omega * chi[j];
        }
    }

    private static double dot(double[] weights, double[] values) {
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += weights[j] * values[j];
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Keeps {@code dy/dh = w / scale} of a column for {@link #decayAndAdd}. */
    void credit(int column, double value) {
        credit[column] = value;
    }

    /** {@code theta} moves by the TD error and the eligibility of the time step before. */
    void update(WeightUpdate update, double rate, double error) {
        for (int k = 0; k < hidden.length; k++) {
            for (int q = 0; q < GATES; q++) {
                update.apply(parameters[k][q], eligibility[k][q], secondMoment[k][q], inputs + 2, rate, error);
            }
        }
    }

    /** {@code z = gamma lambda z + dy/dtheta}. */
    void decayAndAdd(double decay) {
        for (int k = 0; k < hidden.length; k++) {
            for (int q = 0; q < GATES; q++) {
                decayAndAdd(eligibility[k][q], hiddenTrace[k][q], decay, credit[k]);
            }
        }
    }

    private static void decayAndAdd(double[] z, double[] th, double decay, double credit) {
        for (int j = 0; j < z.length; j++) {
            z[j] = decay * z[j] + credit * th[j];
        }
    }
}
