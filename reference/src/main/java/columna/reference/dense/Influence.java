package columna.reference.dense;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The influence matrix of real-time recurrent learning: {@code S[i] = dh_i(t)/dtheta}, one row of {@code rows (n + m + 1)} per unit, the
 * derivative with respect to {@code weights[r][c]} at {@code r (n + m + 1) + c}; for an LSTM also {@code C[i] = dc_i(t)/dtheta}. Both are
 * kept in strips of {@link StripSums#WIDTH} columns, {@code [strip][unit][column]}, because transport mixes the rows of one column only.
 */
public final class Influence {

    private static final StripSums SUMS = StripSums.fastest();
    private static final int WIDTH = StripSums.WIDTH;

    private final DenseSpec spec;
    private final int[] allUnits;
    private final double[][][] hidden;
    private final double[][][] cell;
    private double[][] spare;

    Influence(DenseSpec spec) {
        this.spec = spec;
        allUnits = IntStream.range(0, spec.units()).toArray();
        int strips = (spec.rows() * spec.columns() + WIDTH - 1) / WIDTH;
        hidden = new double[strips][spec.units()][WIDTH];
        cell = spec.cell() == DenseSpec.Cell.LSTM ? new double[strips][spec.units()][WIDTH] : new double[0][][];
        spare = new double[spec.units()][WIDTH];
    }

    /** {@code S_i <- sum over paths j of toHidden[i][j] S_j}; factors stand in the order of the paths' sources. */
    void transport(PathMask paths, double[][] toHidden) {
        for (int strip = 0; strip < hidden.length; strip++) {
            for (int i = 0; i < toHidden.length; i++) {
                Arrays.fill(spare[i], 0);
                SUMS.add(paths.sources(i), toHidden[i], hidden[strip], spare[i]);
            }
            replace(strip);
        }
    }

    /**
     * {@code C_i <- forget_i C_i + sum over paths j of toCell[i][j] S_j}, then {@code S_i <- sum over paths j of toHidden[i][j] S_j +
     * exposure_i C_i}.
     */
    void transport(PathMask paths, double[][] toHidden, double[][] toCell, double[] forget, double[] exposure) {
        for (int strip = 0; strip < hidden.length; strip++) {
            for (int i = 0; i < toHidden.length; i++) {
                double[] cellRow = cell[strip][i];
                Rows.scale(forget[i], cellRow);
                SUMS.add(paths.sources(i), toCell[i], hidden[strip], cellRow);
                Arrays.fill(spare[i], 0);
                SUMS.add(paths.sources(i), toHidden[i], hidden[strip], spare[i]);
                Rows.add(exposure[i], cellRow, spare[i], 0);
            }
            replace(strip);
        }
    }

    private void replace(int strip) {
        double[][] before = hidden[strip];
        hidden[strip] = spare;
        spare = before;
    }

    /** {@code S_unit += slope [row r] z}: the immediate derivative. */
    void addImmediate(int unit, int row, double slope, double[] presynaptic) {
        add(hidden, unit, row, slope, presynaptic);
    }

    /** {@code C_unit += slope [row r] z}. */
    void addImmediateToCell(int unit, int row, double slope, double[] presynaptic) {
        add(cell, unit, row, slope, presynaptic);
    }

    private static void add(double[][][] strips, int unit, int row, double slope, double[] presynaptic) {
        int from = row * presynaptic.length;
        for (int c = 0; c < presynaptic.length; c++) {
            strips[(from + c) / WIDTH][unit][(from + c) % WIDTH] += slope * presynaptic[c];
        }
    }

    void clear() {
        for (double[][] strip : hidden) {
            Rows.clear(strip);
        }
        for (double[][] strip : cell) {
            Rows.clear(strip);
        }
    }

    /** {@code gradient += sum_i (dL_t/dh_i) S_i}. */
    void addGradient(double[] hiddenError, double[][] gradient) {
        int columns = spec.columns();
        double[] sum = new double[WIDTH];
        for (int strip = 0; strip < hidden.length; strip++) {
            Arrays.fill(sum, 0);
            SUMS.add(allUnits, hiddenError, hidden[strip], sum);
            int end = Math.min(WIDTH, spec.rows() * columns - strip * WIDTH);
            for (int c = 0; c < end; c++) {
                int index = strip * WIDTH + c;
                gradient[index / columns][index % columns] += sum[c];
            }
        }
    }

    /** A copy of {@code dh_unit/dblock}, {@code [rows][columns]} of the block, which must be one of recurrent weights. */
    public double[][] of(int unit, ParameterBlock block) {
        if (block.readout()) {
            throw new IllegalArgumentException("influence: the read-out weights %s do not act on the hidden state".formatted(block.name()));
        }
        double[][] values = new double[block.rows()][block.columns()];
        for (int r = 0; r < values.length; r++) {
            int from = (block.firstRow() + r) * spec.columns() + block.firstColumn();
            for (int c = 0; c < block.columns(); c++) {
                values[r][c] = hidden[(from + c) / WIDTH][unit][(from + c) % WIDTH];
            }
        }
        return values;
    }

    void save(DataOutputStream out) throws IOException {
        for (double[][][] strips : new double[][][][] {hidden, cell}) {
            for (double[][] strip : strips) {
                Rows.save(strip, out);
            }
        }
    }

    void restore(DataInputStream in) throws IOException {
        for (double[][][] strips : new double[][][][] {hidden, cell}) {
            for (double[][] strip : strips) {
                Rows.restore(strip, in);
            }
        }
    }
}
