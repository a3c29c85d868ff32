package columna.reference.dense;

import columna.reference.random.RandomStreams;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How fast an untrained gated network forgets: random weights, every state 1, no input (Javed et al. 2021, figure 6). Weights and the two
 * bias vectors of PyTorch's layers are uniform in {@code [-1/sqrt(n), 1/sqrt(n))}; without biases they are 0. Of an LSTM's biases only the sum
 * counts; of a GRU's, the two of its candidate {@code n = tanh(b_n + r (U_n h + b_hn))} stay apart.
 *
 * @param cell the cell
 * @param units n
 * @param biases whether there are biases
 */
public record StateDecay(Cell cell, int units, boolean biases) {

    /** A gated cell: {@link #LSTM} as in this package; {@link #GRU} with {@code h <- (1 - z) n + z h}. */
    public enum Cell {
        LSTM, GRU;

        private int rows(int units) {
            return this == LSTM ? 4 * units : 3 * units;
        }
    }

    public StateDecay {
        if (units < 1) {
            throw new IllegalArgumentException("state decay: " + units + " units; allowed are 1 and more");
        }
    }

    /** {@code 1/n sum_k |h_k(t)|} after t = 1 ... {@code steps} time steps, of the network of a seed. */
    public double[] meanStates(long seed, int steps) {
        double[][] recurrent = new double[cell.rows(units)][units];
        double[][] bias = new double[2][recurrent.length];
        draw(recurrent, stream(seed, "weights"));
        if (biases) {
            draw(bias, stream(seed, "biases"));
        }
        return switch (cell) {
            case LSTM -> lstm(withColumn(recurrent, bias), steps);
            case GRU -> gru(recurrent, bias, steps);
        };
    }

    private UniformRandomProvider stream(long seed, String what) {
        return new RandomStreams(seed).stream("decay/" + cell.name().toLowerCase(Locale.ROOT) + "/" + what);
    }

    private void draw(double[][] rows, UniformRandomProvider random) {
        double bound = 1 / Math.sqrt(units);
        for (double[] row : rows) {
            Arrays.setAll(row, k -> bound * (2 * random.nextDouble() - 1));
        }
    }

    /** Rows (recurrent weights, sum of both biases), as {@link LstmStep} reads them. */
    private static double[][] withColumn(double[][] recurrent, double[][] bias) {
        double[][] rows = new double[recurrent.length][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = Arrays.copyOf(recurrent[r], recurrent[r].length + 1);
            rows[r][recurrent[r].length] = bias[0][r] + bias[1][r];
        }
        return rows;
    }

    private double[] ones() {
        double[] ones = new double[units];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] lstm(double[][] weights, int steps) {
        double[] means = new double[steps];
        LstmStep step = LstmStep.of(weights, ones(), ones(), new double[0]);
        for (int t = 0; t < steps; t++) {
            means[t] = meanSize(step.hidden());
            step = LstmStep.of(weights, step.hidden(), step.cell(), new double[0]);
        }
        return means;
    }

    private double[] gru(double[][] weights, double[][] bias, int steps) {
        double[] means = new double[steps];
        double[] hidden = ones();
        for (int t = 0; t < steps; t++) {
            hidden = gruStep(weights, bias, hidden);
            means[t] = meanSize(hidden);
        }
        return means;
    }

    /** Rows r, z, n of the weights, n each. */
    private double[] gruStep(double[][] weights, double[][] bias, double[] hidden) {
        double[] next = new double[units];
        for (int k = 0; k < units; k++) {
            int z = units + k;
            int n = 2 * units + k;
            double reset = logistic(Rows.dot(weights[k], hidden) + bias[0][k] + bias[1][k]);
            double keep = logistic(Rows.dot(weights[z], hidden) + bias[0][z] + bias[1][z]);
            double candidate = StrictMath.tanh(bias[0][n] + reset * (Rows.dot(weights[n], hidden) + bias[1][n]));
            next[k] = (1 - keep) * candidate + keep * hidden[k];
        }
        return next;
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double meanSize(double[] values) {
        return Arrays.stream(values).map(Math::abs).average().orElseThrow();
    }
}
