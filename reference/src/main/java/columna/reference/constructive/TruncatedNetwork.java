package columna.reference.constructive;

import columna.reference.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A dense LSTM of d units under TD(lambda), whose gradient is carried back through the last k time steps at every time step. The order of
 * one time step t = 0, 1, ... is that of {@link ConstructiveNetwork}:
 *
 * <pre>
 *   1. a = W (h, x_t, 1);  c_t = sig(a_f) c + sig(a_i) tanh(a_g);  h_t = sig(a_o) tanh(c_t);  y_t = v . h_t
 *   2. dy/dtheta: the uses of theta at t, t-1, .. t-k+1, the state at t-k being constant; weights as they are, activations as they were
 *   3. t &gt;= 1: delta = c_t + gamma_t y_t - y_(t-1); every weight moves by delta and its eligibility of t-1
 *   4. z = gamma_t lambda z + dy
 * </pre>
 *
 * The published program keeps k states, so that its oldest step back finds the newest state in the place of the one before; here k + 1 are
 * kept. One object is one run; it is not safe for use by several threads.
 */
public final class TruncatedNetwork implements PredictionNetwork {

    private final TruncatedSpec spec;
    private final LstmMoment[] moments;
    private final double[][] weights;
    private final double[][] gradient;
    private final double[][] eligibility;
    private final double[][] secondMoment;
    private final double[] readout;
    private final double[] readoutEligibility;
    private final double[] readoutSecondMoment;
    private final double[] sums;
    private final double[] hiddenError;
    private final double[] cellError;
    private long steps;
    private double prediction;
    private double error;

    private TruncatedNetwork(TruncatedSpec spec) {
        this.spec = spec;
        moments = new LstmMoment[spec.window() + 1];
        Arrays.setAll(moments, n -> new LstmMoment(spec.units(), spec.inputs()));
        weights = rows();
        gradient = rows();
        eligibility = rows();
        secondMoment = rows();
        for (double[] row : secondMoment) {
            Arrays.fill(row, 1);
        }
        readout = new double[spec.units()];
        readoutEligibility = new double[spec.units()];
        readoutSecondMoment = new double[spec.units()];
        Arrays.fill(readoutSecondMoment, 1);
        sums = new double[Gate.values().length * spec.units()];
        hiddenError = new double[spec.units()];
        cellError = new double[spec.units()];
    }

    private double[][] rows() {
        return new double[spec.units() + spec.inputs() + 1][Gate.values().length * spec.units()];
    }

    /** A network whose parameters are all 0. */
    public static TruncatedNetwork zeros(TruncatedSpec spec) {
        return new TruncatedNetwork(spec);
    }

    /** A network as the paper starts it: weights and biases uniform in (-1/sqrt(d), 1/sqrt(d)) from the seed's stream, read-out 0. */
    public static TruncatedNetwork draw(TruncatedSpec spec, long seed) {
        TruncatedNetwork network = new TruncatedNetwork(spec);
        UniformRandomProvider random = new RandomStreams(seed).stream("init/lstm");
        double range = 1 / Math.sqrt(spec.units());
        for (double[] row : network.weights) {
            for (int r = 0; r < row.length; r++) {
                row[r] = random.nextDouble(-range, range);
            }
        }
        return network;
    }

    @Override
    public int inputs() {
        return spec.inputs();
    }

    @Override
    public double step(double[] observation, double cumulant, double discount) {
        LstmMoment now = moment(0);
        now.follow(moment(1), observation, weights, sums);
        double before = prediction;
        prediction = dot(readout, now.hidden());
        carryBack();
        error = steps == 0 ? 0 : cumulant + discount * prediction - before;
        if (steps > 0) {
            update();
        }
        double decay = discount * spec.traceDecay();
        for (int j = 0; j < weights.length; j++) {
            decayAndAdd(eligibility[j], gradient[j], decay);
        }
        decayAndAdd(readoutEligibility, now.hidden(), decay);
        steps++;
        return prediction;
    }

    /** What was {@code ago} time steps before the one that is being taken; the state before the first is 0. */
    private LstmMoment moment(int ago) {
        return moments[(int) Math.floorMod(steps - ago, (long) moments.length)];
    }

    /** {@code dy_t/dtheta} through the window. */
    private void carryBack() {
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
        System.arraycopy(readout, 0, hiddenError, 0, hiddenError.length);
        Arrays.fill(cellError, 0);
        int length = (int) Math.min(spec.window(), steps + 1);
        for (int ago = 0; ago < length; ago++) {
            moment(ago).back(hiddenError, cellError, sums, gradient);
            if (ago < length - 1) {
                for (int u = 0; u < hiddenError.length; u++) {
                    hiddenError[u] = dot(weights[u], sums);
                }
            }
        }
    }

    private void update() {
        for (int j = 0; j < weights.length; j++) {
            spec.update().apply(weights[j], eligibility[j], secondMoment[j], weights[j].length, spec.rate(), error);
        }
        spec.update().apply(readout, readoutEligibility, readoutSecondMoment, readout.length, spec.rate(), error);
    }

    private static void decayAndAdd(double[] z, double[] gradient, double decay) {
        for (int r = 0; r < z.length; r++) {
            z[r] = decay * z[r] + gradient[r];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int r = 0; r < a.length; r++) {
            sum += a[r] * b[r];
        }
        return sum;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(steps);
        out.writeDouble(prediction);
        out.writeDouble(error);
        Checkpoint.save(out, readout, readoutEligibility, readoutSecondMoment);
        for (double[][] rows : new double[][][] {weights, eligibility, secondMoment}) {
            Checkpoint.save(out, rows);
        }
        for (LstmMoment moment : moments) {
            moment.save(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        steps = in.readLong();
        prediction = in.readDouble();
        error = in.readDouble();
        Checkpoint.restore(in, readout, readoutEligibility, readoutSecondMoment);
        for (double[][] rows : new double[][][] {weights, eligibility, secondMoment}) {
            Checkpoint.restore(in, rows);
        }
        for (LstmMoment moment : moments) {
            moment.restore(in);
        }
    }

    /** The description this network was built from. */
    public TruncatedSpec spec() {
        return spec;
    }

    /**
     * {@code [d + n + 1][4 d]}, not a copy: row j leads from element j of {@code (h_1 .. h_d, x_1 .. x_n, 1)} to the pre-activations of the d
     * units' gates, in the order of {@link Gate}.
     */
    public double[][] weights() {
        return weights;
    }

    /** v, not a copy. */
    public double[] readout() {
        return readout;
    }

    /** {@code dy_t/dtheta} of the last time step in the shape of {@link #weights}, not a copy. */
    public double[][] predictionGradient() {
        return gradient;
    }

    /** z in the shape of {@link #weights}, not a copy. */
    public double[][] eligibility() {
        return eligibility;
    }

    /** h of the last time step, a copy. */
    public double[] hidden() {
        return moment(1).hidden().clone();
    }

    /** The TD error delta of the last time step, 0 at the first. */
    public double error() {
        return error;
    }
}
