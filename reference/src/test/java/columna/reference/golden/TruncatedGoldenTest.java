package columna.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.constructive.TruncatedNetwork;
import columna.reference.constructive.TruncatedSpec;
import columna.reference.constructive.WeightUpdate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The prediction's gradient through a sliding window against PyTorch's of a loss: {@code dL/dtheta = sum_t sum_o (y_o - target_o) dV_o h/dtheta}, one
 * network for each output o.
 */
class TruncatedGoldenTest {

    private static final String METHOD = "tbptt_slide_";
    private static final String GATES = "ifgo";

    static Stream<GoldenFile> cases() {
        return GoldenFolder.ofKind("dense_lstm").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void gradientThroughAWindow(GoldenFile file) {
        JsonNode grads = file.root().get("grads");
        String method = grads.propertyNames().stream().filter(key -> key.startsWith(METHOD)).findFirst().orElseThrow();
        int window = Integer.parseInt(method.substring(METHOD.length(), method.indexOf('/')));
        assertThat(window).isLessThan(file.integer("T"));
        int units = file.integer("n");
        double[][] sum = new double[units + file.integer("d_in") + 1][4 * units];
        for (int output = 0; output < file.integer("d_out"); output++) {
            addGradient(file, output, window, sum);
        }
        for (int gate = 0; gate < GATES.length(); gate++) {
            String prefix = METHOD + window + "/";
            check(file, grads, prefix + "R_" + GATES.charAt(gate), gate, 0, sum);
            check(file, grads, prefix + "W_" + GATES.charAt(gate), gate, units, sum);
            double[] bias = GoldenFile.rows(grads.get(prefix + "b_" + GATES.charAt(gate)))[0];
            for (int u = 0; u < units; u++) {
                Expected.near(file.name() + " b", sum[sum.length - 1][gate * units + u], bias[u]);
            }
        }
    }

    private static void check(GoldenFile file, JsonNode grads, String key, int gate, int firstColumn, double[][] sum) {
        double[][] expected = GoldenFile.rows(grads.get(key));
        for (int u = 0; u < expected.length; u++) {
            for (int j = 0; j < expected[u].length; j++) {
                Expected.near(file.name() + " " + key, sum[firstColumn + j][gate * expected.length + u], expected[u][j]);
            }
        }
    }

    private static void addGradient(GoldenFile file, int output, int window, double[][] sum) {
        TruncatedNetwork network = network(file, output, window);
        double[][] x = GoldenFile.rows(file.root().get("data").get("x"));
        double[][] targets = GoldenFile.rows(file.root().get("data").get("target"));
        double bias = GoldenFile.rows(file.root().get("params").get("c"))[0][output];
        for (int t = 0; t < x.length; t++) {
            double error = network.step(x[t], 0, 1) + bias - targets[t][output];
            for (int j = 0; j < sum.length; j++) {
                for (int r = 0; r < sum[j].length; r++) {
                    sum[j][r] += error * network.predictionGradient()[j][r];
                }
            }
        }
    }

    private static TruncatedNetwork network(GoldenFile file, int output, int window) {
        int units = file.integer("n");
        TruncatedNetwork network = TruncatedNetwork.zeros(
                new TruncatedSpec(file.integer("d_in"), units, window, 0, 0, new WeightUpdate.Gradient()));
        JsonNode params = file.root().get("params");
        for (int gate = 0; gate < GATES.length(); gate++) {
            double[][] recurrent = GoldenFile.rows(params.get("R_" + GATES.charAt(gate)));
            double[][] input = GoldenFile.rows(params.get("W_" + GATES.charAt(gate)));
            double[] bias = GoldenFile.rows(params.get("b_" + GATES.charAt(gate)))[0];
            for (int u = 0; u < units; u++) {
                int row = gate * units + u;
                for (int j = 0; j < units; j++) {
                    network.weights()[j][row] = recurrent[u][j];
                }
                for (int j = 0; j < input[u].length; j++) {
                    network.weights()[units + j][row] = input[u][j];
                }
                network.weights()[network.weights().length - 1][row] = bias[u];
            }
        }
        System.arraycopy(GoldenFile.rows(params.get("V"))[output], 0, network.readout(), 0, units);
        return network;
    }
}
