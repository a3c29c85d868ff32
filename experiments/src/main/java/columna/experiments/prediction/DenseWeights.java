package columna.experiments.prediction;

import columna.experiments.spec.SystemSpec;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import java.util.Arrays;
import java.util.List;

/**
 * Loads the reference's weights into the memories of a dense core. Rows of the reference are {@code [W | U | b]} of one unit, gate after gate; the
 * kept units are the first ones.
 */
final class DenseWeights {

    private final SystemSpec.Dense system;
    private final HostedChip hosted;
    private final CoreProgram program;

    DenseWeights(SystemSpec.Dense system, HostedChip hosted, CoreProgram program) {
        this.system = system;
        this.hosted = hosted;
        this.program = program;
    }

    /**
     * Loads all of them.
     *
     * @param recurrent [gates n][n + m + 1]
     * @param readout [n + 1]
     */
    void load(double[][] recurrent, double[] readout) {
        identity();
        boolean inBlocks = system.cell() == SystemSpec.DenseCell.TANH || system.rule() != SystemSpec.DenseRule.SNAP1;
        List<String> gates = switch (system.cell()) {
            case TANH -> List.of("");
            case LSTM -> List.of(".i", ".f", ".g", ".o");
            case GRU -> List.of(".r", ".z", ".n");
        };
        int n = system.units();
        for (int gate = 0; gate < gates.size(); gate++) {
            double[][] own = Arrays.copyOfRange(recurrent, gate * n, (gate + 1) * n);
            if (inBlocks) {
                blocks(gates.get(gate), own);
            } else {
                hosted.load(0, "dense.w" + gates.get(gate), columns(own, 0, n));
                parameters(gates.get(gate), own, n);
            }
        }
        if (inBlocks) {
            int kept = keptUnits();
            keptAndOther().forEach(to -> vector("readout.w" + to, to.equals(".kept") ? 0 : kept, to.equals(".kept") ? kept : n, readout));
        } else {
            vector("readout.w", 0, n, readout);
        }
        vector("readout.b", n, n + 1, readout);
    }

    private void identity() {
        Memory memory = program.memory("dense.identity");
        double[][] identity = new double[memory.rows()][memory.columns()];
        for (int k = 0; k < identity.length; k++) {
            identity[k][k] = 1;
        }
        hosted.load(0, memory.name(), identity);
    }

    private void blocks(String gate, double[][] rows) {
        int kept = keptUnits();
        int n = system.units();
        for (String to : keptAndOther()) {
            double[][] own = to.equals(".kept") ? Arrays.copyOfRange(rows, 0, kept) : Arrays.copyOfRange(rows, kept, n);
            hosted.load(0, "dense.w" + gate + to + ".kept", columns(own, 0, kept));
            if (kept < n) {
                hosted.load(0, "dense.w" + gate + to + ".other", columns(own, kept, n));
            }
            parameters(gate + to, own, n);
        }
    }

    private List<String> keptAndOther() {
        return keptUnits() < system.units() ? List.of(".kept", ".other") : List.of(".kept");
    }

    private int keptUnits() {
        return system.rule() == SystemSpec.DenseRule.SPARSE_RTRL ? system.paths() : system.units();
    }

    /** Input weights and biases. */
    private void parameters(String suffix, double[][] rows, int units) {
        int columns = rows[0].length;
        hosted.load(0, "dense.u" + suffix, columns(rows, units, columns - 1));
        hosted.load(0, "dense.b" + suffix, new double[][] {Arrays.stream(rows).mapToDouble(row -> row[columns - 1]).toArray()});
    }

    private void vector(String memory, int from, int to, double[] row) {
        hosted.load(0, memory, new double[][] {Arrays.copyOfRange(row, from, to)});
    }

    private static double[][] columns(double[][] rows, int from, int to) {
        return Arrays.stream(rows).map(row -> Arrays.copyOfRange(row, from, to)).toArray(double[][]::new);
    }
}
