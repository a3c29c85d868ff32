package columna.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Observer;
import columna.reference.learning.Score;
import columna.reference.learning.Signal;
import columna.reference.task.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every golden case of deep networks, whatever the cell: loss, forward signals, gradients of every rule, traces. Expected: PyTorch autograd. */
class DeepNetworkGoldenTest {

    private static final Map<String, LearningRule> RULES = Map.of("bptt", LearningRule.BPTT, "online", LearningRule.ONLINE, "snap1",
            LearningRule.SNAP1, "trunc1", LearningRule.TRUNCATED, "spatial", LearningRule.SPATIAL);

    private static final Map<String, Signal> FORWARD = Map.ofEntries(Map.entry("u", Signal.CELL_INPUT), Map.entry("h", Signal.HIDDEN),
            Map.entry("h_re", Signal.HIDDEN), Map.entry("h_im", Signal.HIDDEN), Map.entry("y", Signal.CELL_OUTPUT),
            Map.entry("out", Signal.LAYER_OUTPUT), Map.entry("delta", Signal.DELTA), Map.entry("delta_re", Signal.DELTA),
            Map.entry("delta_im", Signal.DELTA), Map.entry("r", Signal.RESET_GATE), Map.entry("z", Signal.UPDATE_GATE),
            Map.entry("n", Signal.CANDIDATE));

    private static final Map<String, Signal> TRACES = Map.of("e_lambda_re", Signal.TRACE_LAMBDA, "e_lambda_im", Signal.TRACE_LAMBDA,
            "e_gamma_re", Signal.TRACE_GAMMA, "e_gamma_im", Signal.TRACE_GAMMA, "e_B_re", Signal.TRACE_B, "e_B_im", Signal.TRACE_B);

    static Stream<GoldenFile> cases() {
        return Stream.of("lru", "rnn", "gru").flatMap(cell -> GoldenFolder.ofKind("deepnet/" + cell).stream());
    }

    static Stream<GoldenFile> casesWithStepGradients() {
        return cases().filter(file -> file.root().has("online_per_step"));
    }

    /** The rule with traces that a cell has. */
    private static LearningRule tracing(GoldenFile file) {
        return file.cell().equals("lru") ? LearningRule.ONLINE : LearningRule.SNAP1;
    }

    private static Recording record(GoldenFile file, LearningRule rule) {
        Recording recording = new Recording();
        new Learner(file.spec(), file.parameters(), rule).learn(file.sequence(), recording);
        return recording;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void lossOfEveryTimeStep(GoldenFile file) {
        Learner learner = new Learner(file.spec(), file.parameters(), LearningRule.BPTT);
        Score score = learner.evaluate(file.sequence());
        Expected.near(file.name() + " loss", score.loss(), file.root().get("loss").asDouble());
        Expected.near(file.name() + " loss_t", learner.stepLosses(), GoldenFile.rows(file.root().get("loss_t"))[0]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void gradientsOfEveryRule(GoldenFile file) {
        Set<String> checked = new HashSet<>();
        Set<String> methods = new HashSet<>();
        names(file.root().get("grads")).forEach(key -> methods.add(key.substring(0, key.indexOf('/'))));
        assertThat(RULES.keySet()).containsAll(methods);
        for (String method : methods) {
            record(file, RULES.get(method)).gradients.forEach((name, rows) -> {
                String key = method + "/" + name;
                Expected.near(file.name() + " " + key, rows, GoldenFile.rows(file.root().get("grads").get(key)));
                checked.add(key);
            });
        }
        assertThat(checked).isEqualTo(names(file.root().get("grads")));
        assertThat(methods).hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void forwardSignalsAndInstantaneousErrors(GoldenFile file) {
        Recording seen = record(file, tracing(file));
        for (String name : names(file.root().get("forward"))) {
            double[][] expected = GoldenFile.rows(file.root().get("forward").get(name));
            for (int t = 0; t < expected.length; t++) {
                Expected.near(file.name() + " " + name + " t=" + t, forward(seen, name, t), expected[t]);
            }
        }
    }

    /** The files store delta as dL/dRe h + i dL/dIm h; the learner's is the conjugate. */
    private static double[] forward(Recording seen, String name, int t) {
        if (name.equals("enc_out")) {
            return seen.re.get(new Observer.At(Signal.RESIDUAL, 0, t, 0));
        }
        if (name.equals("output")) {
            return seen.re.get(new Observer.At(Signal.OUTPUT, Observer.NETWORK, t, 0));
        }
        String[] parts = name.split("\\.");
        Observer.At at = new Observer.At(FORWARD.get(parts[2]), Integer.parseInt(parts[1]), t, 0);
        double[] values = parts[2].endsWith("_im") ? seen.im.get(at) : seen.re.get(at);
        return parts[2].equals("delta_im") ? negated(values) : values;
    }

    private static double[] negated(double[] values) {
        double[] negated = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negated[i] = -values[i];
        }
        return negated;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void traces(GoldenFile file) {
        JsonNode all = file.root().path("traces");
        JsonNode last = file.root().path("traces_final");
        Recording seen = record(file, tracing(file));
        int steps = file.sequence().steps();
        for (String name : names(all)) {
            for (int t = 0; t < steps; t++) {
                checkTrace(file, seen, name, t, all.get(name).get(t));
            }
        }
        for (String name : names(last)) {
            checkTrace(file, seen, name, steps - 1, last.get(name));
        }
    }

    private static void checkTrace(GoldenFile file, Recording seen, String name, int t, JsonNode value) {
        String[] parts = name.split("\\.");
        double[][] expected = GoldenFile.rows(value);
        for (int row = 0; row < expected.length; row++) {
            Observer.At at = new Observer.At(TRACES.get(parts[2]), Integer.parseInt(parts[1]), t, row);
            double[] actual = parts[2].endsWith("_re") ? seen.re.get(at) : seen.im.get(at);
            Expected.near(file.name() + " " + name + " t=" + t, actual, expected[row]);
        }
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("casesWithStepGradients")
    void gradientsOfEveryTimeStep(GoldenFile file) {
        Learner learner = new Learner(file.spec(), file.parameters(), tracing(file));
        JsonNode expected = file.root().get("online_per_step");
        Set<String> known = new HashSet<>();
        learner.gradient().shapes().forEach(shape -> known.add(shape.name()));
        List<String> parameters = names(expected).stream().filter(known::contains).toList();
        assertThat(parameters).hasSizeGreaterThanOrEqualTo(2);
        Sequence sequence = file.sequence();
        learner.begin(sequence);
        for (int t = 0; t < sequence.steps(); t++) {
            learner.advance(t);
            for (String name : parameters) {
                Expected.near(file.name() + " " + name + " t=" + t, learner.gradient().matrix(name),
                        GoldenFile.rows(expected.get(name).get(t)));
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        return new HashSet<>(object.propertyNames());
    }
}
