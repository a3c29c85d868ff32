package columna.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.constructive.ColumnStage;
import columna.reference.constructive.ConstructiveNetwork;
import columna.reference.constructive.ConstructiveSpec;
import columna.reference.constructive.Gate;
import columna.reference.constructive.Normalisation;
import columna.reference.constructive.TemporalDifference;
import columna.reference.constructive.WeightUpdate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Constructive columnar networks under TD(lambda): every time step and every checkpoint agrees with PyTorch. */
class ConstructiveGoldenTest {

    private static final Map<String, Gate> GATES = Map.of("i", Gate.INPUT, "f", Gate.FORGET, "g", Gate.CANDIDATE, "o", Gate.OUTPUT);

    static Stream<GoldenFile> files() {
        return GoldenFolder.ofKind("ccn_td").stream();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("files")
    void everyTimeStepAndCheckpoint(GoldenFile file) {
        ConstructiveNetwork network = network(file);
        JsonNode data = file.root().get("data");
        double[][] x = GoldenFile.rows(data.get("x"));
        double[] cumulant = GoldenFile.rows(data.get("cumulant"))[0];
        double discount = file.root().get("config").get("gamma").asDouble();
        Set<String> checkpoints = new HashSet<>();
        assertThat(x).hasNumberOfRows(file.integer("T"));
        for (int t = 0; t < x.length; t++) {
            double y = network.step(x[t], cumulant[t], discount);
            checkTrajectory(file, t, y, network);
            String name = "after_step_" + t;
            if (file.root().get("checkpoints").has(name)) {
                checkCheckpoint(file, name, network);
                checkpoints.add(name);
            }
        }
        assertThat(checkpoints).containsExactlyInAnyOrderElementsOf(file.root().get("checkpoints").propertyNames()).isNotEmpty();
    }

    private static void checkTrajectory(GoldenFile file, int t, double y, ConstructiveNetwork network) {
        JsonNode trajectory = file.root().get("trajectory");
        int perStage = network.spec().columnsPerStage();
        assertThat(trajectory.propertyNames()).containsExactlyInAnyOrder("stage", "y", "delta", "h", "c", "feat", "mu", "var");
        String where = file.name() + " step " + t + " ";
        assertThat(network.activeStage()).as(where).isEqualTo(trajectory.get("stage").get(t).asInt());
        Expected.near(where + "y", y, trajectory.get("y").get(t).asDouble());
        Expected.near(where + "delta", network.error(), trajectory.get("delta").get(t).asDouble());
        Map<String, IntToDoubleFunction> ofColumns = Map.of("h", j -> network.stage(j / perStage).hidden(j % perStage), "c",
                j -> network.stage(j / perStage).cell(j % perStage), "feat", network::feature, "mu", network::mean, "var", network::variance);
        ofColumns.forEach((key, value) -> Expected.near(where + key, IntStream.range(0, network.existingColumns()).mapToDouble(value).toArray(),
                GoldenFile.rows(trajectory.get(key).get(t))[0]));
    }

    private static void checkCheckpoint(GoldenFile file, String name, ConstructiveNetwork network) {
        JsonNode expected = file.root().get("checkpoints").get(name);
        assertThat(expected.propertyNames()).as(name).containsExactlyInAnyOrderElementsOf(keys(network.activeStage()));
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            String what = file.name() + " " + name + " " + entry.getKey();
            double[][] rows = entry.getValue().isArray() ? GoldenFile.rows(entry.getValue()) : new double[][] {{entry.getValue().asDouble()}};
            Expected.near(what, actual(entry.getKey(), network), rows);
        }
    }

    private static Set<String> keys(int active) {
        Set<String> keys = new HashSet<>(List.of("w", "b", "z_w", "z_b"));
        for (int s = 0; s <= active; s++) {
            for (String kind : List.of("W_", "u_", "b_")) {
                for (String gate : GATES.keySet()) {
                    String key = "stages." + s + "." + kind + gate;
                    keys.addAll(s < active ? List.of(key) : List.of(key, "z." + key, "grad_y." + key));
                }
            }
        }
        return keys;
    }

    private static double[][] actual(String key, ConstructiveNetwork network) {
        return switch (key) {
            case "w" -> new double[][] {withoutFirst(network.outputWeights())};
            case "b" -> new double[][] {{network.outputWeights()[0]}};
            case "z_w" -> new double[][] {withoutFirst(network.outputEligibility())};
            case "z_b" -> new double[][] {{network.outputEligibility()[0]}};
            default -> ofStage(key, network);
        };
    }

    private static double[] withoutFirst(double[] values) {
        return Arrays.copyOfRange(values, 1, values.length);
    }

    /** {@code [z.|grad_y.]stages.S.{W|u|b}_GATE}: a matrix for W, one row with an element per column for u and b. */
    private static double[][] ofStage(String key, ConstructiveNetwork network) {
        String[] words = key.substring(key.indexOf("stages.")).split("[._]");
        ColumnStage stage = network.stage(Integer.parseInt(words[1]));
        Gate gate = GATES.get(words[3]);
        double[][] rows = new double[network.spec().columnsPerStage()][];
        for (int k = 0; k < rows.length; k++) {
            double[] column = key.startsWith("z.") ? stage.eligibility(k)
                    : key.startsWith("grad_y.") ? stage.predictionGradient(k) : stage.parameters(k);
            int width = stage.inputs() + 2;
            rows[k] = Arrays.copyOfRange(column, gate.ordinal() * width, (gate.ordinal() + 1) * width);
        }
        int inputs = stage.inputs();
        return switch (words[2]) {
            case "W" -> Stream.of(rows).map(row -> Arrays.copyOf(row, inputs)).toArray(double[][]::new);
            case "u" -> new double[][] {Stream.of(rows).mapToDouble(row -> row[inputs]).toArray()};
            case "b" -> new double[][] {Stream.of(rows).mapToDouble(row -> row[inputs + 1]).toArray()};
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static ConstructiveNetwork network(GoldenFile file) {
        ConstructiveNetwork network = ConstructiveNetwork.zeros(spec(file));
        JsonNode params = file.root().get("params");
        double[] w = GoldenFile.rows(params.get("w"))[0];
        System.arraycopy(w, 0, network.outputWeights(), 1, w.length);
        network.outputWeights()[0] = params.get("b").asDouble();
        Set<String> read = new HashSet<>(Set.of("w", "b"));
        for (int s = 0; s < network.spec().stages(); s++) {
            for (String letter : GATES.keySet()) {
                String prefix = "stages." + s + ".";
                double[][] weights = GoldenFile.rows(params.get(prefix + "W_" + letter));
                double[] recurrent = GoldenFile.rows(params.get(prefix + "u_" + letter))[0];
                double[] bias = GoldenFile.rows(params.get(prefix + "b_" + letter))[0];
                for (int k = 0; k < weights.length; k++) {
                    double[] row = network.stage(s).parameters(k);
                    int width = weights[k].length + 2;
                    int start = GATES.get(letter).ordinal() * width;
                    assertThat(row).hasSize(4 * width);
                    System.arraycopy(weights[k], 0, row, start, weights[k].length);
                    row[start + width - 2] = recurrent[k];
                    row[start + width - 1] = bias[k];
                }
                read.addAll(List.of(prefix + "W_" + letter, prefix + "u_" + letter, prefix + "b_" + letter));
            }
        }
        assertThat(read).isEqualTo(Set.copyOf(params.propertyNames()));
        return network;
    }

    private static ConstructiveSpec spec(GoldenFile file) {
        JsonNode config = file.root().get("config");
        WeightUpdate update = switch (config.get("opt").asString()) {
            case "sgd" -> new WeightUpdate.Gradient();
            case "rms" -> new WeightUpdate.RmsProp(config.get("rms_beta").asDouble(), config.get("rms_eps").asDouble());
            default -> throw new IllegalArgumentException(file.name() + ": opt " + config.get("opt"));
        };
        Normalisation.Kind kind = switch (config.get("norm_kind").asString()) {
            case "welford_eps" -> Normalisation.Kind.WELFORD_FLOOR;
            case "var_cap" -> Normalisation.Kind.VARIANCE_FLOOR;
            case "none" -> Normalisation.Kind.NONE;
            default -> throw new IllegalArgumentException(file.name() + ": norm_kind " + config.get("norm_kind"));
        };
        TemporalDifference learning = new TemporalDifference(config.get("lam").asDouble(),
                config.get("alpha_col").asDouble(), config.get("alpha_out").asDouble(), config.get("out_step_div").asBoolean(), update);
        return new ConstructiveSpec(file.integer("n_in"), file.integer("n_stages"), file.integer("k"), file.integer("stage_len"),
                ConstructiveSpec.Growth.CREATED, file.integer("delay") == 1, new Normalisation(kind, config.get("norm_beta").asDouble(), config.get("norm_eps").asDouble()),
                config.get("freeze_stats").asBoolean(), Normalisation.NONE, learning);
    }
}
