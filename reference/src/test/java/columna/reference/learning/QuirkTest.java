package columna.reference.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.reference.network.NetworkSpec;
import columna.reference.network.NetworkSpec.Cell;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.random.RandomStreams;
import columna.reference.task.Sequence;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SnAp-1 with and without the published code's mistakes, against its equations written out for each unit. */
class QuirkTest {

    private static final int STEPS = 5;
    private static final int UNITS = 3;
    /** Some hundred operations on numbers near 1. */
    private static final double TOLERANCE = 1e-13;

    private final UniformRandomProvider random = new RandomStreams(3).stream("quirks");

    private static NetworkSpec bare(Cell cell) {
        return new NetworkSpec(cell, 1, UNITS, UNITS, UNITS, UNITS, 1, false, false, NetworkSpec.Norm.NONE, NetworkSpec.Activation.NONE,
                false, NetworkSpec.Feedthrough.DIAGONAL, NetworkSpec.Loss.SQUARED_ERROR_SUM, 1e-6);
    }

    private Parameters draw(NetworkSpec spec) {
        Parameters parameters = Parameters.zeros(spec);
        for (ParameterShape shape : parameters.shapes()) {
            for (double[] row : parameters.matrix(shape.name())) {
                fill(row);
            }
        }
        return parameters;
    }

    private void fill(double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = random.nextDouble(-1, 1);
        }
    }

    private Sequence sequence() {
        double[][] inputs = new double[STEPS][UNITS];
        double[][] targets = new double[STEPS][UNITS];
        double[] mask = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            fill(inputs[t]);
            fill(targets[t]);
            mask[t] = 1;
        }
        return new Sequence(inputs, targets, mask);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLinearNetworksInputTraceIsLate(boolean quirk) {
        NetworkSpec spec = bare(Cell.RNN);
        Parameters p = draw(spec);
        Sequence sequence = sequence();
        Learner learner = new Learner(spec, p, LearningRule.SNAP1, quirk ? Set.of(Quirk.LATE_INPUT_TRACE) : Set.of());
        learner.learn(sequence);
        double[][] a = p.matrix("layers.0.A");
        double[][] b = p.matrix("layers.0.B");
        double[][] c = p.matrix("layers.0.C");
        double[] h = new double[UNITS];
        double[][] trace = new double[UNITS][UNITS];
        double[][] gradient = new double[UNITS][UNITS];
        for (int t = 0; t < STEPS; t++) {
            double[] x = sequence.inputs()[t];
            h = sum(product(a, h), product(b, x));
            double[] y = product(c, h);
            for (int i = 0; i < UNITS; i++) {
                double delta = 0;
                for (int o = 0; o < UNITS; o++) {
                    delta += c[o][i] * (y[o] + p.vector("layers.0.D")[o] * x[o] - sequence.targets()[t][o]);
                }
                for (int j = 0; j < UNITS; j++) {
                    double before = trace[i][j];
                    trace[i][j] = a[i][i] * before + x[j];
                    gradient[i][j] += delta * (quirk ? before : trace[i][j]);
                }
            }
        }
        assertEqual(learner.gradient().matrix("layers.0.B"), gradient);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theGatedUnitsTracesDecayByTheMistakenSlopeAndDiagonal(int which) {
        EnumSet<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        if ((which & 1) != 0) {
            quirks.add(Quirk.MISTAKEN_LOGISTIC_SLOPE);
        }
        if ((which & 2) != 0) {
            quirks.add(Quirk.RESET_DIAGONAL_FOR_CANDIDATE);
        }
        NetworkSpec spec = bare(Cell.GRU);
        Parameters p = draw(spec);
        Sequence sequence = sequence();
        Learner learner = new Learner(spec, p, LearningRule.SNAP1, quirks);
        learner.learn(sequence);
        DoubleUnaryOperator slope = quirks.contains(Quirk.MISTAKEN_LOGISTIC_SLOPE) ? x -> sigma(x) * sigma(1 - x) : x -> sigma(x) * sigma(-x);
        String diagonal = quirks.contains(Quirk.RESET_DIAGONAL_FOR_CANDIDATE) ? "layers.0.U_r" : "layers.0.U_n";
        double[] h = new double[UNITS];
        double[][] traceOfUz = new double[UNITS][UNITS];
        double[] traceOfBr = new double[UNITS];
        double[][] traceOfUn = new double[UNITS][UNITS];
        double[][] gradientOfUz = new double[UNITS][UNITS];
        double[][] gradientOfBr = new double[1][UNITS];
        double[][] gradientOfUn = new double[UNITS][UNITS];
        for (int t = 0; t < STEPS; t++) {
            double[] x = sequence.inputs()[t];
            double[] ar = sum(sum(product(p.matrix("layers.0.W_r"), x), p.vector("layers.0.b_r")), product(p.matrix("layers.0.U_r"), h));
            double[] az = sum(sum(product(p.matrix("layers.0.W_z"), x), p.vector("layers.0.b_z")), product(p.matrix("layers.0.U_z"), h));
            double[] hn = sum(product(p.matrix("layers.0.U_n"), h), p.vector("layers.0.b_hn"));
            double[] in = sum(product(p.matrix("layers.0.W_n"), x), p.vector("layers.0.b_n"));
            double[] next = new double[UNITS];
            for (int i = 0; i < UNITS; i++) {
                double r = sigma(ar[i]);
                double z = sigma(az[i]);
                double n = StrictMath.tanh(in[i] + r * hn[i]);
                double ofN = 1 - n * n;
                next[i] = (1 - z) * h[i] + z * n;
                double delta = next[i] - sequence.targets()[t][i];
                double d = 1 - z + slope.applyAsDouble(az[i]) * (n - h[i]) * p.matrix("layers.0.U_z")[i][i]
                        + z * ofN * (slope.applyAsDouble(ar[i]) * p.matrix("layers.0.U_r")[i][i] * hn[i] + r * p.matrix(diagonal)[i][i]);
                for (int j = 0; j < UNITS; j++) {
                    traceOfUz[i][j] = d * traceOfUz[i][j] + (n - h[i]) * slope.applyAsDouble(az[i]) * h[j];
                    gradientOfUz[i][j] += delta * traceOfUz[i][j];
                    traceOfUn[i][j] = d * traceOfUn[i][j] + z * ofN * r * h[j];
                    gradientOfUn[i][j] += delta * traceOfUn[i][j];
                }
                traceOfBr[i] = d * traceOfBr[i] + z * ofN * hn[i] * slope.applyAsDouble(ar[i]);
                gradientOfBr[0][i] += delta * traceOfBr[i];
            }
            h = next;
        }
        assertEqual(learner.gradient().matrix("layers.0.U_z"), gradientOfUz);
        assertEqual(learner.gradient().matrix("layers.0.b_r"), gradientOfBr);
        assertEqual(learner.gradient().matrix("layers.0.U_n"), gradientOfUn);
    }

    private static double sigma(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double[] product(double[][] w, double[] x) {
        double[] y = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += w[i][j] * x[j];
            }
        }
        return y;
    }

    private static double[] sum(double[] p, double[] q) {
        double[] sum = p.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += q[i];
        }
        return sum;
    }

    private static void assertEqual(double[][] actual, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertThat(actual[i][j]).as("[%d][%d]", i, j).isCloseTo(expected[i][j], within(TOLERANCE));
            }
        }
    }
}
