package columna.reference.dense;

import java.util.ArrayList;
import java.util.List;

/**
 * One fully connected recurrent layer with a linear read-out: n units, m inputs, d outputs.
 *
 * <pre>
 * z_t = (h_{t-1}, x_t, 1)                        presynaptic vector, [n + m + 1]
 * TANH  h_t = tanh(W h_{t-1} + U x_t + b)        one row of weights per unit:   [n][n + m + 1]
 * LSTM  a_g = R_g h_{t-1} + W_g x_t + b_g        four rows per unit, i, f, g, o: [4n][n + m + 1], row g n + unit
 *       c_t = sig(a_f) c_{t-1} + sig(a_i) tanh(a_g);   h_t = sig(a_o) tanh(c_t)
 * y_t = V h_t + c                                [d][n + 1]
 * </pre>
 */
public record DenseSpec(Cell cell, int units, int inputs, int outputs) {

    /** The kind of unit, with the letters of its gates; the tanh unit has one nameless row. */
    public enum Cell {
        TANH(""), LSTM("ifgo");

        private final String letters;

        Cell(String letters) {
            this.letters = letters;
        }

        int rowsPerUnit() {
            return Math.max(1, letters.length());
        }
    }

    public DenseSpec {
        if (units < 1 || inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException(
                    "dense network: %d units, %d inputs, %d outputs; each must be 1 or more".formatted(units, inputs, outputs));
        }
    }

    /** Rows of recurrent weights: n for tanh, 4n for the LSTM. Row r belongs to unit r mod n. */
    public int rows() {
        return cell.rowsPerUnit() * units;
    }

    /** The length n + m + 1 of the presynaptic vector. */
    public int columns() {
        return units + inputs + 1;
    }

    /** The weights by the names of the papers: W, U, b (tanh) or R_i, W_i, b_i, R_f, ... (LSTM), then V, c. */
    public List<ParameterBlock> blocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        if (cell == Cell.TANH) {
            addRows(blocks, 0, "W", "U", "b");
        } else {
            for (int gate = 0; gate < cell.letters.length(); gate++) {
                String suffix = "_" + cell.letters.charAt(gate);
                addRows(blocks, gate * units, "R" + suffix, "W" + suffix, "b" + suffix);
            }
        }
        blocks.add(new ParameterBlock("V", true, 0, outputs, 0, units));
        blocks.add(new ParameterBlock("c", true, 0, outputs, units, 1));
        return List.copyOf(blocks);
    }

    private void addRows(List<ParameterBlock> blocks, int row, String recurrent, String input, String bias) {
        blocks.add(new ParameterBlock(recurrent, false, row, units, 0, units));
        blocks.add(new ParameterBlock(input, false, row, units, units, inputs));
        blocks.add(new ParameterBlock(bias, false, row, units, units + inputs, 1));
    }

    /** The block of this name. */
    public ParameterBlock block(String name) {
        return blocks().stream().filter(block -> block.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "dense network: no weights %s; it has %s".formatted(name, blocks().stream().map(ParameterBlock::name).toList())));
    }
}
