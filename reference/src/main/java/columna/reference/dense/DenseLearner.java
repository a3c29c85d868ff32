package columna.reference.dense;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Reads a sequence step by step and adds up the gradient of {@code L = sum_t L_t}, {@code L_t = 1/2 sum_o (y_o - target_o)^2}, under a rule:
 * {@code e = y - target}, {@code dL/dV += e h^T}, {@code dL/dc += e}, {@code dL_t/dh_t = V^T e}, and the recurrent part as the rule says.
 * The weights are read anew at every step, so an online learner may change them between steps; influence and traces are then never recomputed.
 */
public final class DenseLearner {

    private final DenseParameters parameters;
    private final Credit credit;
    private final DenseParameters gradient;
    private CellStep step;
    private double[] output;
    private int timeStep;

    /** A learner at the beginning of a sequence. */
    public DenseLearner(DenseParameters parameters, DenseRule rule) {
        this.parameters = parameters;
        credit = Credit.of(rule, parameters.spec());
        gradient = DenseParameters.zeros(parameters.spec());
        begin();
    }

    /** State, influence and traces are 0 again; the gradient stays until it is cleared. */
    public void begin() {
        credit.begin();
        timeStep = 0;
        step = CellStep.rest(parameters.spec());
        output = new double[parameters.spec().outputs()];
    }

    /** As {@link #begin}, but the state goes on from where another learner of a network of this shape is. */
    public void beginAfter(DenseLearner other) {
        begin();
        step = other.step;
    }

    /** One time step; adds its gradient and returns {@code L_t}. */
    public double advance(double[] x, double[] target) {
        double[][] weights = parameters.recurrent();
        step = step.next(weights, x);
        double[] features = Rows.joinedWithOne(step.hidden(), new double[0]);
        double[] hiddenError = new double[step.hidden().length];
        double loss = 0;
        for (int o = 0; o < output.length; o++) {
            output[o] = Rows.dot(parameters.readout()[o], features);
            double error = output[o] - target[o];
            loss += error * error / 2;
            Rows.add(error, features, gradient.readout()[o], 0);
            for (int i = 0; i < hiddenError.length; i++) {
                hiddenError[i] += error * parameters.readout()[o][i];
            }
        }
        credit.add(timeStep, step, weights, hiddenError, gradient.recurrent());
        timeStep++;
        return loss;
    }

    /** Adds what a rule knows only at the end of a sequence: everything for BPTT, nothing for the online rules. */
    public void finish() {
        if (timeStep > 0) {
            credit.finish(parameters.recurrent(), gradient.recurrent());
        }
    }

    /** A whole sequence, {@code x [T][m]}, {@code targets [T][d]}: {@code L}; its gradient replaces the one before. */
    public double learn(double[][] x, double[][] targets) {
        begin();
        clearGradient();
        double loss = 0;
        for (int t = 0; t < x.length; t++) {
            loss += advance(x[t], targets[t]);
        }
        finish();
        return loss;
    }

    /** The sum since the last {@link #clearGradient}; a live view. */
    public DenseParameters gradient() {
        return gradient;
    }

    public void clearGradient() {
        gradient.clear();
    }

    /** {@code y_t}, a copy. */
    public double[] output() {
        return output.clone();
    }

    /** {@code h_t}, a copy. */
    public double[] hidden() {
        return step.hidden().clone();
    }

    /** {@code c_t} of an LSTM, a copy; of length 0 for a tanh network. */
    public double[] cell() {
        return step instanceof LstmStep lstm ? lstm.cell().clone() : new double[0];
    }

    /** {@code J_t[i][j] = dh_i(t)/dh_j(t-1)} of the latest time step; an LSTM's cell state before is constant. */
    public double[][] jacobian() {
        return step.jacobian(parameters.recurrent());
    }

    /** {@code dh_t/dtheta}; refused under a rule that has none. */
    public Influence influence() {
        if (credit instanceof Credit.ByInfluence byInfluence) {
            return byInfluence.influence();
        }
        throw new IllegalStateException("influence: the learner's rule has none; only Rtrl has");
    }

    /** Everything but the weights; refused under rules of back-propagation through time. */
    public void save(DataOutputStream out) throws IOException {
        out.writeInt(timeStep);
        Rows.save(step.numbers(), out);
        Rows.save(new double[][] {output}, out);
        gradient.save(out);
        credit.save(out);
    }

    /** Goes on where a learner of the same shape and rule was saved. */
    public void restore(DataInputStream in) throws IOException {
        timeStep = in.readInt();
        step = CellStep.rest(parameters.spec());
        Rows.restore(step.numbers(), in);
        Rows.restore(new double[][] {output}, in);
        gradient.restore(in);
        credit.restore(in);
    }
}
