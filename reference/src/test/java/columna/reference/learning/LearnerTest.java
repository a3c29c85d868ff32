package columna.reference.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.random.RandomStreams;
import columna.reference.task.CopyData;
import columna.reference.task.CopyTask;
import columna.reference.task.Sequence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.numbers.complex.Complex;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Independent checks of the rules: finite differences, a complex-number oracle, identities, and what must never change a bit. */
class LearnerTest {

    private static final long SEED = 20;
    private static final NetworkSpec SPEC = NetworkSpec.paper(2, 5, 6, 4, 3);
    private static final Sequence SEQUENCE = new CopyData(new CopyTask(4, 3, 2), SEED).stream().findFirst().orElseThrow();

    /** The paper's parameters, and biases that are not zero: a silent input would sit on the steep centre of the layer normalisation. */
    private static Parameters parameters() {
        return parameters(SPEC);
    }

    private static Parameters parameters(NetworkSpec spec) {
        Parameters parameters = Initialisation.PAPER.draw(spec, SEED);
        UniformRandomProvider random = new RandomStreams(SEED).stream("test/biases");
        for (ParameterShape shape : parameters.shapes()) {
            if (shape.vector()) {
                double[] bias = parameters.vector(shape.name());
                for (int i = 0; i < bias.length; i++) {
                    bias[i] += random.nextDouble() - 0.5;
                }
            }
        }
        return parameters;
    }

    private static Parameters gradient(LearningRule rule) {
        Learner learner = new Learner(SPEC, parameters(), rule);
        learner.learn(SEQUENCE);
        return learner.gradient();
    }

    /** Five-point differences with step 1e-4: truncation 3e-18 times the fifth derivative, cancellation near 1e-16 / 1e-4. */
    @ParameterizedTest
    @EnumSource(NetworkSpec.Cell.class)
    void backPropagationThroughTimeIsTheDerivativeOfTheLoss(NetworkSpec.Cell cell) {
        NetworkSpec spec = NetworkSpec.paper(cell, 2, 6, 6, 4, 3);
        Parameters parameters = parameters(spec);
        Learner learner = new Learner(spec, parameters, LearningRule.BPTT);
        learner.learn(SEQUENCE);
        Parameters exact = learner.gradient().copy();
        for (ParameterShape shape : parameters.shapes()) {
            for (int r = 0; r < shape.rows(); r++) {
                for (int i = 0; i < shape.columns(); i++) {
                    double difference = difference(learner, parameters.matrix(shape.name())[r], i);
                    assertThat(exact.matrix(shape.name())[r][i]).as("%s[%d][%d], seed %d", shape.name(), r, i, SEED)
                            .isCloseTo(difference, within(1e-9));
                }
            }
        }
    }

    private static double difference(Learner learner, double[] row, int i) {
        double step = 1e-4;
        return (8 * (lossAt(learner, row, i, step) - lossAt(learner, row, i, -step))
                - (lossAt(learner, row, i, 2 * step) - lossAt(learner, row, i, -2 * step))) / (12 * step);
    }

    private static double lossAt(Learner learner, double[] row, int i, double shift) {
        double value = row[i];
        row[i] = value + shift;
        double loss = learner.evaluate(SEQUENCE).loss();
        row[i] = value;
        return loss;
    }

    /** 1e-12: the two sum the same products in another order. */
    @Test
    void onlineIsExactInTheLastRecurrentLayerOnly() {
        Parameters exact = gradient(LearningRule.BPTT);
        Parameters online = gradient(LearningRule.ONLINE);
        for (String leaf : List.of("nu_log", "theta_log", "gamma_log", "B_re", "B_im", "C_re", "C_im", "D", "glu.W1", "glu.b2")) {
            assertThat(distance(exact, online, "layers.1." + leaf)).as(leaf).isLessThan(1e-12);
        }
        assertThat(distance(exact, online, "layers.0.B_re")).as("the lower layer is approximate").isGreaterThan(1e-4);
        assertThat(distance(exact, online, "enc.W")).as("so is the encoder").isGreaterThan(1e-4);
    }

    private static double distance(Parameters one, Parameters two, String name) {
        Parameters difference = one.copy();
        difference.add(-1, two);
        double largest = 0;
        for (double[] row : difference.matrix(name)) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }

    @Test
    void spatialRuleLeavesLambdaAlone() {
        Parameters spatial = gradient(LearningRule.SPATIAL);
        assertThat(DoubleStream.of(spatial.vector("layers.0.nu_log")).allMatch(value -> value == 0)).isTrue();
        assertThat(DoubleStream.of(spatial.vector("layers.1.theta_log")).allMatch(value -> value == 0)).isTrue();
        assertThat(gradient(LearningRule.TRUNCATED).vector("layers.1.nu_log")).doesNotContain(0.0);
    }

    /** Appendix A.2: with parameters frozen over a sequence, e^gam_t = h_t / gamma. */
    @Test
    void gammaTraceIsTheStateOverGamma() {
        Parameters parameters = parameters();
        int[] seen = {0};
        double[][] hidden = new double[2][];
        new Learner(SPEC, parameters, LearningRule.ONLINE).learn(SEQUENCE, new Observer() {
            @Override
            public void signal(At at, double[] re, double[] im) {
                if (at.signal() == Signal.HIDDEN) {
                    hidden[at.layer()] = re.clone();
                }
                if (at.signal() == Signal.TRACE_GAMMA) {
                    for (int n = 0; n < re.length; n++) {
                        double gamma = Math.exp(parameters.vector("layers." + at.layer() + ".gamma_log")[n]);
                        assertThat(re[n] * gamma).isCloseTo(hidden[at.layer()][n], within(1e-12));
                    }
                    seen[0]++;
                }
            }
        });
        assertThat(seen[0]).isEqualTo(2 * SEQUENCE.steps());
    }

    /** The state and its traces once more, with complex numbers of a library and sums over the whole past instead of recursions. */
    @Test
    void statesAndTracesAreTheirSumsOverThePast() {
        Parameters parameters = parameters();
        List<Complex> drive = new ArrayList<>();
        List<double[]> inputs = new ArrayList<>();
        int unit = 3;
        Complex lambda = Complex.ofCartesian(-Math.exp(parameters.vector("layers.0.nu_log")[unit]),
                Math.exp(parameters.vector("layers.0.theta_log")[unit])).exp();
        double gamma = Math.exp(parameters.vector("layers.0.gamma_log")[unit]);
        int[] seen = {0};
        new Learner(SPEC, parameters, LearningRule.ONLINE).learn(SEQUENCE, new Observer() {
            @Override
            public void signal(At at, double[] re, double[] im) {
                if (at.layer() != 0) {
                    return;
                }
                switch (at.signal()) {
                    case CELL_INPUT -> {
                        inputs.add(re.clone());
                        drive.add(product(parameters, unit, re));
                    }
                    case HIDDEN -> near(re[unit], im[unit], state(at.step()));
                    case TRACE_LAMBDA -> near(re[unit], im[unit], lambdaSensitivity(at.step()));
                    case TRACE_B -> {
                        if (at.row() == unit) {
                            near(re[2], im[2], inputSensitivity(at.step()));
                        }
                    }
                    default -> { }
                }
            }

            private void near(double re, double im, Complex expected) {
                seen[0]++;
                assertThat(Complex.ofCartesian(re, im).subtract(expected).abs()).isLessThan(1e-12);
            }

            /** h_t = gamma sum_s lambda^(t-s) B z_s. */
            private Complex state(int t) {
                Complex sum = Complex.ZERO;
                for (int s = 0; s <= t; s++) {
                    sum = sum.add(lambda.pow(t - s).multiply(drive.get(s)).multiply(gamma));
                }
                return sum;
            }

            /** dh_t/dlambda = gamma sum_s (t-s) lambda^(t-s-1) B z_s. */
            private Complex lambdaSensitivity(int t) {
                Complex sum = Complex.ZERO;
                for (int s = 0; s < t; s++) {
                    sum = sum.add(lambda.pow(t - s - 1).multiply(t - s).multiply(drive.get(s)).multiply(gamma));
                }
                return sum;
            }

            /** dh_t/dB_(unit,2) = gamma sum_s lambda^(t-s) z_s,2. */
            private Complex inputSensitivity(int t) {
                Complex sum = Complex.ZERO;
                for (int s = 0; s <= t; s++) {
                    sum = sum.add(lambda.pow(t - s).multiply(gamma * inputs.get(s)[2]));
                }
                return sum;
            }
        });
        assertThat(seen[0]).isEqualTo(3 * SEQUENCE.steps());
    }

    private static Complex product(Parameters parameters, int unit, double[] z) {
        Complex sum = Complex.ZERO;
        for (int i = 0; i < z.length; i++) {
            sum = sum.add(Complex.ofCartesian(parameters.matrix("layers.0.B_re")[unit][i], parameters.matrix("layers.0.B_im")[unit][i])
                    .multiply(z[i]));
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(LearningRule.class)
    void observingChangesNoBit(LearningRule rule) {
        Learner plain = new Learner(SPEC, parameters(), rule);
        Learner observed = new Learner(SPEC, parameters(), rule);
        int[] signals = {0};
        Observer counting = new Observer() {
            @Override
            public void signal(At at, double[] re, double[] im) {
                signals[0]++;
            }
        };
        assertThat(observed.learn(SEQUENCE, counting)).isEqualTo(plain.learn(SEQUENCE));
        for (ParameterShape shape : plain.gradient().shapes()) {
            assertThat(observed.gradient().matrix(shape.name())).as(shape.name()).isDeepEqualTo(plain.gradient().matrix(shape.name()));
        }
        assertThat(signals[0]).isGreaterThan(20 * SEQUENCE.steps());
    }

    /** A diagonal recurrence has no influence between units that SnAp-1 could leave out. */
    @Test
    void snap1IsTheOnlineRuleOfLinearRecurrentUnits() {
        for (ParameterShape shape : parameters().shapes()) {
            assertThat(gradient(LearningRule.SNAP1).matrix(shape.name())).isDeepEqualTo(gradient(LearningRule.ONLINE).matrix(shape.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(value = NetworkSpec.Cell.class, names = {"RNN", "GRU"})
    void observingChangesNoBitOfOtherCells(NetworkSpec.Cell cell) {
        NetworkSpec spec = NetworkSpec.paper(cell, 2, 6, 6, 4, 3);
        for (LearningRule rule : List.of(LearningRule.BPTT, LearningRule.SNAP1, LearningRule.TRUNCATED, LearningRule.SPATIAL)) {
            Learner plain = new Learner(spec, parameters(spec), rule);
            Learner observed = new Learner(spec, parameters(spec), rule);
            assertThat(observed.learn(SEQUENCE, new Observer() { })).isEqualTo(plain.learn(SEQUENCE));
            for (ParameterShape shape : plain.gradient().shapes()) {
                assertThat(observed.gradient().matrix(shape.name())).as(rule + " " + shape.name())
                        .isDeepEqualTo(plain.gradient().matrix(shape.name()));
            }
        }
    }

    @Test
    void everySignalIsSeenOncePerTimeStep() {
        List<Observer.At> seen = new ArrayList<>();
        new Learner(SPEC, parameters(), LearningRule.ONLINE).learn(SEQUENCE, new Observer() {
            @Override
            public void signal(At at, double[] re, double[] im) {
                seen.add(at);
            }
        });
        assertThat(seen).doesNotHaveDuplicates();
        for (Signal signal : EnumSet.complementOf(EnumSet.of(Signal.RESET_GATE, Signal.UPDATE_GATE, Signal.CANDIDATE, Signal.TRACE_A))) {
            assertThat(seen.stream().filter(at -> at.signal() == signal).map(Observer.At::step).distinct()).as(signal.name())
                    .hasSize(SEQUENCE.steps());
        }
        assertThat(seen.stream().map(Observer.At::step)).as("an online rule reports in the order of time").isSorted();
    }

    /**
     * The dense linear network under SnAp-1 shows {@code e^A_t = diag(A) e^A_{t-1} + 1 h_{t-1}^T} and {@code e^B_t = diag(A) e^B_{t-1} + 1 z_t^T}, from the
     * hidden states and inputs that it shows besides. 1e-13: a fused product here and there.
     */
    @Test
    void tracesOfTheDenseLinearNetworkAreShown() {
        NetworkSpec spec = NetworkSpec.paper(NetworkSpec.Cell.RNN, 2, 5, 6, 4, 3);
        Parameters parameters = parameters(spec);
        Map<Observer.At, double[]> seen = new HashMap<>();
        new Learner(spec, parameters, LearningRule.SNAP1).learn(SEQUENCE, new Observer() {
            @Override
            public void signal(At at, double[] re, double[] im) {
                assertThat(im).as("real: %s", at).isEmpty();
                seen.put(at, re.clone());
            }
        });
        for (int layer = 0; layer < 2; layer++) {
            double[][] a = parameters.matrix("layers." + layer + ".A");
            double[][] ofA = new double[5][5];
            double[][] ofB = new double[5][6];
            double[] before = new double[5];
            for (int t = 0; t < SEQUENCE.steps(); t++) {
                double[] z = seen.get(new Observer.At(Signal.CELL_INPUT, layer, t, 0));
                for (int n = 0; n < 5; n++) {
                    advance(ofA[n], a[n][n], before);
                    advance(ofB[n], a[n][n], z);
                    assertThat(seen.get(new Observer.At(Signal.TRACE_A, layer, t, n))).containsExactly(ofA[n], within(1e-13));
                    assertThat(seen.get(new Observer.At(Signal.TRACE_B, layer, t, n))).containsExactly(ofB[n], within(1e-13));
                }
                before = seen.get(new Observer.At(Signal.HIDDEN, layer, t, 0));
            }
        }
    }

    private static void advance(double[] trace, double decay, double[] source) {
        for (int j = 0; j < trace.length; j++) {
            trace[j] = decay * trace[j] + source[j];
        }
    }

    /** A learner that has seen longer and other sequences before gives the same bits as a fresh one. */
    @ParameterizedTest
    @EnumSource(LearningRule.class)
    void nothingIsLeftOverFromTheLastSequence(LearningRule rule) {
        Learner used = new Learner(SPEC, parameters(), rule);
        new CopyData(new CopyTask(6, 3, 3), SEED + 1).stream().limit(2).forEach(used::learn);
        used.learn(SEQUENCE);
        for (ParameterShape shape : used.gradient().shapes()) {
            assertThat(used.gradient().matrix(shape.name())).as(shape.name()).isDeepEqualTo(gradient(rule).matrix(shape.name()));
        }
    }

    @Test
    void wrongUseIsExplained() {
        Learner learner = new Learner(SPEC, parameters(), LearningRule.BPTT);
        learner.begin(SEQUENCE);
        assertThatThrownBy(() -> learner.advance(0)).hasMessageContaining("BPTT").hasMessageContaining("ONLINE");
        NetworkSpec gru = NetworkSpec.paper(NetworkSpec.Cell.GRU, 1, 6, 6, 4, 3);
        assertThatThrownBy(() -> new Learner(gru, Parameters.zeros(gru), LearningRule.ONLINE)).hasMessageContaining("GRU")
                .hasMessageContaining("SNAP1");
        Sequence wide = new CopyData(CopyTask.PAPER, 1).stream().findFirst().orElseThrow();
        assertThatThrownBy(() -> learner.learn(wide)).hasMessageContaining("8 inputs").hasMessageContaining("4 inputs");
    }
}
