package columna.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.dense.DenseLearner;
import columna.reference.dense.DenseParameters;
import columna.reference.dense.DenseRule;
import columna.reference.dense.DenseSpec;
import columna.reference.dense.ParameterBlock;
import columna.reference.dense.PathMask;
import columna.reference.dense.PathSchedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every golden case of dense networks: forward values, loss, gradients of every method, the final influence. Expected: PyTorch autograd. */
class DenseGoldenTest {

    private static final Set<String> MASKS = Set.of("none", "full", "diag", "per_unit_k1", "per_unit_k2", "global_sources_k2",
            "global_targets_k2", "random_entries", "resampled_per_unit_k2");

    static Stream<GoldenFile> cases() {
        return Stream.of("dense_rnn", "dense_lstm").flatMap(family -> GoldenFolder.ofKind(family).stream());
    }

    private static DenseSpec spec(GoldenFile file) {
        return new DenseSpec(DenseSpec.Cell.valueOf(file.cell().toUpperCase(Locale.ROOT)), file.integer("n"), file.integer("d_in"),
                file.integer("d_out"));
    }

    private static DenseParameters parameters(GoldenFile file) {
        DenseParameters parameters = DenseParameters.zeros(spec(file));
        assertThat(names(file, "params")).isEqualTo(names(parameters.spec()));
        for (ParameterBlock block : parameters.spec().blocks()) {
            parameters.set(block, shaped(block, file.root().get("params").get(block.name())));
        }
        return parameters;
    }

    private static double[][] shaped(ParameterBlock block, JsonNode values) {
        double[] flat = Stream.of(GoldenFile.rows(values)).flatMapToDouble(java.util.Arrays::stream).toArray();
        assertThat(flat).as(block.name()).hasSize(block.rows() * block.columns());
        double[][] rows = new double[block.rows()][block.columns()];
        for (int i = 0; i < flat.length; i++) {
            rows[i / block.columns()][i % block.columns()] = flat[i];
        }
        return rows;
    }

    private static DenseRule rule(GoldenFile file, String method) {
        return switch (method) {
            case "bptt" -> new DenseRule.Bptt();
            case "trunc1" -> DenseRule.truncated();
            default -> method.startsWith("tbptt_slide_") ? new DenseRule.SlidingBptt(Integer.parseInt(method.substring(12)))
                    : new DenseRule.Rtrl(paths(file, method.substring("sparse:".length())));
        };
    }

    private static PathSchedule paths(GoldenFile file, String name) {
        JsonNode mask = file.root().get("masks").get(name);
        if (!mask.get(0).get(0).isArray()) {
            return PathSchedule.fixed(PathMask.of(GoldenFile.rows(mask)));
        }
        List<PathMask> perStep = new ArrayList<>();
        mask.forEach(step -> perStep.add(PathMask.of(GoldenFile.rows(step))));
        return perStep::get;
    }

    private static DenseLearner learned(GoldenFile file, DenseRule rule) {
        DenseLearner learner = new DenseLearner(parameters(file), rule);
        double loss = learner.learn(rows(file, "x"), rows(file, "target"));
        Expected.near(file.name() + " loss", loss, file.root().get("loss").asDouble());
        return learner;
    }

    private static double[][] rows(GoldenFile file, String name) {
        return GoldenFile.rows(file.root().get("data").get(name));
    }

    private static Set<String> names(GoldenFile file, String key) {
        return new HashSet<>(file.root().get(key).propertyNames());
    }

    private static Set<String> names(DenseSpec spec) {
        Set<String> names = new HashSet<>();
        spec.blocks().forEach(block -> names.add(block.name()));
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void forwardValuesAndLosses(GoldenFile file) {
        DenseLearner learner = new DenseLearner(parameters(file), new DenseRule.ReadoutOnly());
        double[][] x = rows(file, "x");
        double[][] targets = rows(file, "target");
        JsonNode forward = file.root().get("forward");
        for (int t = 0; t < x.length; t++) {
            String where = file.name() + " t=" + t + " ";
            Expected.near(where + "loss", learner.advance(x[t], targets[t]), file.root().get("loss_t").get(t).asDouble());
            for (String name : names(file, "forward")) {
                double[] actual = switch (name) {
                    case "h" -> learner.hidden();
                    case "c" -> learner.cell();
                    case "y" -> learner.output();
                    default -> throw new IllegalArgumentException(file.name() + ": forward " + name);
                };
                Expected.near(where + name, actual, GoldenFile.rows(forward.get(name).get(t))[0]);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void gradientsOfEveryMethod(GoldenFile file) {
        Set<String> keys = names(file, "grads");
        Set<String> methods = new HashSet<>();
        keys.forEach(key -> methods.add(key.substring(0, key.indexOf('/'))));
        Set<String> checked = new HashSet<>();
        for (String method : methods) {
            DenseParameters gradient = learned(file, rule(file, method)).gradient();
            for (ParameterBlock block : gradient.spec().blocks()) {
                String key = method + "/" + block.name();
                Expected.near(file.name() + " " + key, gradient.get(block), shaped(block, file.root().get("grads").get(key)));
                checked.add(key);
            }
        }
        assertThat(checked).isEqualTo(keys);
        assertThat(methods).as("bptt, trunc1, a window, every mask but full").hasSize(MASKS.size() + 2);
    }

    /** Exact real-time recurrent learning is not repeated in the files: its gradient is that of BPTT. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void allPathsGiveTheGradientOfBptt(GoldenFile file) {
        assertThat(names(file, "masks")).isEqualTo(MASKS);
        for (DenseRule rule : List.of(rule(file, "sparse:full"), DenseRule.fullRtrl(file.integer("n")))) {
            DenseParameters gradient = learned(file, rule).gradient();
            for (ParameterBlock block : gradient.spec().blocks()) {
                Expected.near(file.name() + " full " + block.name(), gradient.get(block),
                        shaped(block, file.root().get("grads").get("bptt/" + block.name())));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void influenceAfterTheLastTimeStep(GoldenFile file) {
        Set<String> keys = names(file, "influence_final");
        assertThat(keys).hasSizeGreaterThanOrEqualTo(2);
        for (String key : keys) {
            String[] parts = key.split("/");
            assertThat(parts[0]).isEqualTo("S_final");
            DenseLearner learner = learned(file, rule(file, "sparse:" + parts[1]));
            for (int unit = 0; unit < file.integer("n"); unit++) {
                Expected.near(file.name() + " " + key + " unit " + unit, learner.influence().of(unit, spec(file).block(parts[2])),
                        GoldenFile.rows(file.root().get("influence_final").get(key).get(unit)));
            }
        }
    }
}
