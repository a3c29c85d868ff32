package columna.reference.constructive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One time step of the dense LSTM of a {@link TruncatedNetwork}, kept for the way back. Weights are held by column: {@code weights[j]} leads
 * from element j of {@code chi = (h_1 .. h_d before, x_1 .. x_n, 1)} to the pre-activations {@code (a_i, a_f, a_g, a_o)}, d of each.
 */
final class LstmMoment {

    private final int units;
    private final double[] chi;
    private final double[] cell;
    private final double[] hidden;
    private final double[] forget;

    /** {@code dh/dc = o (1 - tanh(c)^2)}. */
    private final double[] exposure;

    /** {@code dc/da} of the gates i, f, g and {@code dh/da_o} at constant c. */
    private final double[] slopes;

    /** The elements of chi that are not 0; the others add nothing, forward or back. */
    private final int[] active;
    private int activeCount;

    LstmMoment(int units, int inputs) {
        this.units = units;
        chi = new double[units + inputs + 1];
        cell = new double[units];
        hidden = new double[units];
        forget = new double[units];
        exposure = new double[units];
        slopes = new double[Gate.values().length * units];
        active = new int[chi.length];
    }

    double[] hidden() {
        return hidden;
    }

    /** The time step after another; {@code sums} is room for 4 d numbers. */
    void follow(LstmMoment before, double[] observation, double[][] weights, double[] sums) {
        System.arraycopy(before.hidden, 0, chi, 0, units);
        System.arraycopy(observation, 0, chi, units, chi.length - units - 1);
        chi[chi.length - 1] = 1;
        findActive();
        Arrays.fill(sums, 0);
        for (int n = 0; n < activeCount; n++) {
            add(chi[active[n]], weights[active[n]], sums);
        }
        for (int u = 0; u < units; u++) {
            squash(u, before.cell[u], sums);
        }
    }

    private void findActive() {
        activeCount = 0;
        for (int j = 0; j < chi.length; j++) {
            if (chi[j] != 0) {
                active[activeCount++] = j;
            }
        }
    }

    private void squash(int u, double cellBefore, double[] sums) {
        double i = Squashing.logistic(sums[u]);
        double f = Squashing.logistic(sums[units + u]);
        double g = Squashing.tanh(sums[2 * units + u]);
        double o = Squashing.logistic(sums[3 * units + u]);
        cell[u] = f * cellBefore + i * g;
        double shown = Squashing.tanh(cell[u]);
        hidden[u] = o * shown;
        forget[u] = f;
        exposure[u] = o * (1 - shown * shown);
        slopes[u] = g * i * (1 - i);
        slopes[units + u] = cellBefore * f * (1 - f);
        slopes[2 * units + u] = i * (1 - g * g);
        slopes[3 * units + u] = shown * o * (1 - o);
    }

    /**
     * One time step back. From {@code dy/dh} and {@code dy/dc} of this one it adds to the gradient and makes {@code dy/dc} of the one before.
     *
     * @param errors receives {@code dy/da}, 4 d
     */
    void back(double[] hiddenError, double[] cellError, double[] errors, double[][] gradient) {
        for (int u = 0; u < units; u++) {
            double inner = cellError[u] + exposure[u] * hiddenError[u];
            errors[u] = slopes[u] * inner;
            errors[units + u] = slopes[units + u] * inner;
            errors[2 * units + u] = slopes[2 * units + u] * inner;
            errors[3 * units + u] = slopes[3 * units + u] * hiddenError[u];
            cellError[u] = forget[u] * inner;
        }
        for (int n = 0; n < activeCount; n++) {
            add(chi[active[n]], errors, gradient[active[n]]);
        }
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int r = 0; r < to.length; r++) {
            to[r] += factor * from[r];
        }
    }

    void save(DataOutput out) throws IOException {
        Checkpoint.save(out, chi, cell, hidden, forget, exposure, slopes);
    }

    void restore(DataInput in) throws IOException {
        Checkpoint.restore(in, chi, cell, hidden, forget, exposure, slopes);
        findActive();
    }
}
