package columna.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.columnar.ColumnarGradient;
import columna.reference.columnar.ColumnarLearner;
import columna.reference.columnar.ColumnarRule;
import columna.reference.columnar.Credit;
import columna.reference.columnar.FeatureColumns;
import columna.reference.columnar.LateralMask;
import columna.reference.columnar.LstmColumns;
import columna.reference.columnar.LstmGate;
import columna.reference.columnar.SignAlignment;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every golden case of columnar networks: loss, forward values, gradients of every method, traces, metrics. Expected: PyTorch autograd. */
class ColumnarGoldenTest {

    private static final Set<String> FAMILIES = Set.of("colnn", "colnn_meta", "col_lstm");

    static Stream<GoldenFile> cases() {
        return FAMILIES.stream().sorted().flatMap(family -> GoldenFolder.ofKind(family).stream());
    }

    @Test
    void everyFileNamedLikeAColumnarNetworkIsACase() {
        List<GoldenFile> named = GoldenFolder.all().stream().filter(file -> file.name().startsWith("col")).toList();
        assertThat(cases()).hasSameSizeAs(named).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void gradientsOfEveryMethod(GoldenFile file) {
        JsonNode grads = file.root().get("grads");
        Set<String> methods = new HashSet<>();
        grads.propertyNames().forEach(key -> methods.add(key.substring(0, key.indexOf('/'))));
        assertThat(methods).hasSizeGreaterThanOrEqualTo(5);
        Set<String> checked = new HashSet<>();
        for (String method : methods) {
            ColumnarCase golden = ColumnarCase.of(file);
            ColumnarGradient gradient = golden.learner().learn(golden.sequence(), ColumnarCase.credit(method));
            checked.addAll(checkColumns(file, method + "/", gradient.columns(), grads));
            if (hasReadoutGradient(file, method)) {
                checked.addAll(checkReadout(file, method + "/", gradient.readout(), grads));
            }
        }
        assertThat(checked).isEqualTo(names(grads));
    }

    /** Where LMS learns the read-out, only exact back-propagation has a gradient by its first weights. */
    private static boolean hasReadoutGradient(GoldenFile file, String method) {
        return !ColumnarCase.isMeta(file) || Set.of("bptt", "bptt_lastloss").contains(method);
    }

    private static Set<String> checkColumns(GoldenFile file, String prefix, List<Parameters> actual, JsonNode expected) {
        Set<String> checked = new HashSet<>();
        for (ParameterShape shape : actual.getFirst().shapes()) {
            String key = prefix + shape.name();
            assertThat(expected.has(key)).as("%s has %s", file.name(), key).isTrue();
            assertThat(expected.get(key).size()).as(key).isEqualTo(actual.size());
            for (int i = 0; i < actual.size(); i++) {
                Expected.near(file.name() + " " + key + " column " + i, actual.get(i).matrix(shape.name()),
                        ColumnarCase.rows(expected.get(key).get(i)));
            }
            checked.add(key);
        }
        return checked;
    }

    private static Set<String> checkReadout(GoldenFile file, String prefix, Parameters actual, JsonNode expected) {
        Set<String> checked = new HashSet<>();
        for (ParameterShape shape : actual.shapes()) {
            String key = prefix + shape.name();
            Expected.near(file.name() + " " + key, actual.matrix(shape.name()), ColumnarCase.rows(expected.get(key)));
            checked.add(key);
        }
        return checked;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void lossAndForwardValues(GoldenFile file) {
        ColumnarCase golden = ColumnarCase.of(file);
        ColumnarLearner learner = golden.learner();
        Expected.near(file.name() + " loss", learner.evaluate(golden.sequence()), file.root().get("loss").asDouble());
        int steps = golden.sequence().steps();
        double[] losses = IntStream.range(0, steps).mapToDouble(learner::loss).toArray();
        Expected.near(file.name() + " loss_t", losses, GoldenFile.rows(file.root().get("loss_t"))[0]);
        JsonNode forward = file.root().get("forward");
        for (String name : names(forward)) {
            if (name.equals("w_final")) {
                Expected.near(file.name() + " w_final", learner.weights(steps), GoldenFile.rows(forward.get(name))[0]);
                continue;
            }
            assertThat(forward.get(name).size()).as(name).isEqualTo(steps);
            for (int t = 0; t < steps; t++) {
                Expected.near(file.name() + " " + name + " t=" + t, forward(golden, name, t), ColumnarCase.rows(forward.get(name).get(t)));
            }
        }
    }

    private static double[][] forward(ColumnarCase golden, String name, int t) {
        ColumnarLearner learner = golden.learner();
        return switch (name) {
            case "h" -> new double[][] {learner.hidden(t)};
            case "w" -> new double[][] {learner.weights(t)};
            case "y" -> new double[][] {{learner.prediction(t)}};
            case "delta" -> new double[][] {{learner.error(t)}};
            default -> switch (golden.columns()) {
                case FeatureColumns columns when name.equals("f") -> columns.features(t);
                case LstmColumns columns when name.equals("c") -> perColumn(columns.count(), k -> columns.cell(t, k));
                case LstmColumns columns -> perColumn(columns.count(), k -> columns.gate(gate(name), t, k));
                case FeatureColumns columns -> throw new IllegalArgumentException("unknown forward value " + name + " of " + columns);
            };
        };
    }

    private static LstmGate gate(String name) {
        return LstmGate.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static double[][] perColumn(int count, IntToDoubleFunction value) {
        return new double[][] {IntStream.range(0, count).mapToDouble(value).toArray()};
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void traces(GoldenFile file) {
        ColumnarCase golden = ColumnarCase.of(file);
        golden.learner().learn(golden.sequence(), Credit.of(new ColumnarRule.MasterUser()));
        JsonNode last = file.root().get("traces_final");
        Set<String> checked = checkColumns(file, "TH.", golden.columns().traces(), last);
        if (golden.columns() instanceof LstmColumns columns) {
            checked.addAll(checkColumns(file, "TC.", columns.cellTraces(), last));
        }
        if (ColumnarCase.isMeta(file)) {
            checked.addAll(checkColumns(file, "TW.", golden.learner().weightTraces(), last));
        }
        assertThat(checked).isEqualTo(names(last));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void metrics(GoldenFile file) {
        JsonNode metrics = file.root().get("metrics");
        for (String name : names(metrics)) {
            if (name.equals("exact")) {
                assertThat(metrics.get(name).asBoolean()).isTrue();
                assertMasterUserIsExact(file);
            } else if (name.equals("lateral_ratio_m_over_n")) {
                LateralMask mask = ColumnarCase.mask(file);
                double[] ratios = IntStream.range(0, mask.states().length).mapToDouble(mask::lateralRatio).toArray();
                Expected.near(file.name() + " " + name, ratios, GoldenFile.rows(metrics.get(name))[0]);
            } else {
                checkAlignment(file, name, metrics.get(name).asDouble());
            }
        }
    }

    private static void checkAlignment(GoldenFile file, String name, double expected) {
        String method = name.replaceFirst("^(cos|sign_agree)_", "");
        List<Parameters> exact = columns(file, method.endsWith("_lastloss") ? "bptt_lastloss" : "bptt");
        SignAlignment alignment = SignAlignment.of(columns(file, method), exact);
        if (name.startsWith("sign_agree_")) {
            Expected.near(file.name() + " " + name, alignment.agreement(), expected);
        } else {
            assertThat(name).startsWith("cos_");
            Expected.near(file.name() + " " + name, cosine(columns(file, method), exact), expected);
        }
    }

    private static List<Parameters> columns(GoldenFile file, String method) {
        ColumnarCase golden = ColumnarCase.of(file);
        return golden.learner().learn(golden.sequence(), ColumnarCase.credit(method)).columns();
    }

    private static double cosine(List<Parameters> a, List<Parameters> b) {
        return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
    }

    private static double product(List<Parameters> a, List<Parameters> b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            for (ParameterShape shape : a.get(i).shapes()) {
                for (int r = 0; r < shape.rows(); r++) {
                    for (int c = 0; c < shape.columns(); c++) {
                        sum += a.get(i).matrix(shape.name())[r][c] * b.get(i).matrix(shape.name())[r][c];
                    }
                }
            }
        }
        return sum;
    }

    private static void assertMasterUserIsExact(GoldenFile file) {
        List<Parameters> exact = columns(file, "bptt");
        List<Parameters> estimate = columns(file, "master_user");
        for (int i = 0; i < exact.size(); i++) {
            for (ParameterShape shape : exact.get(i).shapes()) {
                Expected.near(file.name() + " " + shape.name(), estimate.get(i).matrix(shape.name()), exact.get(i).matrix(shape.name()));
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        return new HashSet<>(object.propertyNames());
    }
}
