package columna.reference.dense;

import java.util.Arrays;

/**
 * The influence matrix of real-time recurrent learning: {@code S[i] = dh_i(t)/dtheta}, one row of {@code rows (n + m + 1)} per unit, the
 * derivative with respect to {@code weights[r][c]} at {@code r (n + m + 1) + c}; for an LSTM also {@code C[i] = dc_i(t)/dtheta}.
 */
public final class Influence {

    private final DenseSpec spec;
    private final double[][] cell;
    private double[][] hidden;
    private double[][] following;

    Influence(DenseSpec spec) {
        this.spec = spec;
        int length = spec.rows() * spec.columns();
        hidden = new double[spec.units()][length];
        following = new double[spec.units()][length];
        cell = spec.cell() == DenseSpec.Cell.LSTM ? new double[spec.units()][length] : new double[0][];
    }

    double[][] hidden() {
        return hidden;
    }

    double[][] cell() {
        return cell;
    }

    /** The row of unit i at the time step being computed, cleared; {@link #hidden} is that of the step before until {@link #commit}. */
    double[] freshRow(int unit) {
        Arrays.fill(following[unit], 0);
        return following[unit];
    }

    void commit() {
        double[][] before = hidden;
        hidden = following;
        following = before;
    }

    void clear() {
        Rows.clear(hidden);
        Rows.clear(cell);
    }

    /** {@code gradient += sum_i (dL_t/dh_i) S_i}. */
    void addGradient(double[] hiddenError, double[][] gradient) {
        int columns = spec.columns();
        for (int unit = 0; unit < hidden.length; unit++) {
            double error = hiddenError[unit];
            for (int row = 0; row < gradient.length; row++) {
                for (int c = 0; c < columns; c++) {
                    gradient[row][c] += error * hidden[unit][row * columns + c];
                }
            }
        }
    }

    /** A copy of {@code dh_unit/dblock}, {@code [rows][columns]} of the block, which must be one of recurrent weights. */
    public double[][] of(int unit, ParameterBlock block) {
        if (block.readout()) {
            throw new IllegalArgumentException("influence: the read-out weights %s do not act on the hidden state".formatted(block.name()));
        }
        double[][] values = new double[block.rows()][];
        for (int r = 0; r < values.length; r++) {
            int from = (block.firstRow() + r) * spec.columns() + block.firstColumn();
            values[r] = Arrays.copyOfRange(hidden[unit], from, from + block.columns());
        }
        return values;
    }
}
