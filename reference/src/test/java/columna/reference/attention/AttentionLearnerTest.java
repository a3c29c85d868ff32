package columna.reference.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.online.OnlineUpdate;
import columna.reference.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient against differences and against the same network written anew over Hipparchus' numbers that carry derivatives. */
class AttentionLearnerTest {

    private static final AttentionSpec SPEC = new AttentionSpec(2, 3, 2, 4, 2, 2);
    private static final long SEED = 11;

    private static AttentionLearner learner(AttentionParameters parameters, HeadSelection selection) {
        return new AttentionLearner(SPEC, parameters, selection, OnlineUpdate.Adam.usual(0.01));
    }

    private static double[][] inputs() {
        UniformRandomProvider stream = new RandomStreams(SEED).stream("test/attention");
        double[][] x = new double[SPEC.window()][];
        for (int t = 0; t < x.length; t++) {
            x[t] = stream.doubles(SPEC.inputs(), -1, 1).toArray();
        }
        return x;
    }

    private static final double[] TARGET = {0.5, -0.25};

    /** The loss at the end of a full window, weights untouched. */
    private static double loss(AttentionLearner learner) {
        double loss = 0;
        for (double[] x : inputs()) {
            loss = learner.watch(x, TARGET);
        }
        return loss;
    }

    /** Central differences with step 1e-5: error of the order of 1e-10 from the third derivative, 1e-11 from rounding. */
    @Test
    void agreesWithFiniteDifferences() {
        AttentionParameters parameters = AttentionParameters.initial(SPEC, new RandomStreams(SEED));
        AttentionLearner learner = learner(parameters, HeadSelection.all(SPEC));
        loss(learner);
        double[][] gradient = learner.gradient().rows();
        double[][] weights = parameters.rows();
        for (int r = 0; r < weights.length; r++) {
            for (int c = 0; c < weights[r].length; c++) {
                double before = weights[r][c];
                weights[r][c] = before + 1e-5;
                double above = loss(learner(parameters, HeadSelection.all(SPEC)));
                weights[r][c] = before - 1e-5;
                double below = loss(learner(parameters, HeadSelection.all(SPEC)));
                weights[r][c] = before;
                assertThat(gradient[r][c]).as("row %d column %d", r, c).isCloseTo((above - below) / 2e-5, within(1e-8));
            }
        }
    }

    /** To a head that does not carry, what it attends to is a constant; both sides differ by rounding of sums of some hundred terms. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void agreesWithDerivativesCarriedForward(int carrying) {
        AttentionParameters parameters = AttentionParameters.initial(SPEC, new RandomStreams(SEED));
        HeadSelection selection = HeadSelection.random(SPEC, carrying, new RandomStreams(SEED));
        AttentionLearner learner = learner(parameters, selection);
        double loss = loss(learner);
        Gradient expected = new Forward(parameters.rows(), selection.carries()).loss(inputs());
        assertThat(loss).isCloseTo(expected.getValue(), within(1e-14));
        int index = 0;
        for (double[] row : learner.gradient().rows()) {
            for (double value : row) {
                assertThat(value).as("weight %d", index).isCloseTo(expected.getGradient()[index], within(1e-13));
                index++;
            }
        }
    }

    /** The equations of {@link AttentionSpec}, naively, over numbers that carry their derivatives. */
    private static final class Forward {
        private final List<Gradient[]> rows = new ArrayList<>();
        private final boolean[][] carries;
        private int next;

        Forward(double[][] weights, boolean[][] carries) {
            this.carries = carries;
            int count = IntStream.range(0, weights.length).map(r -> weights[r].length).sum();
            int index = 0;
            for (double[] row : weights) {
                Gradient[] variables = new Gradient[row.length];
                for (int c = 0; c < row.length; c++) {
                    variables[c] = Gradient.variable(count, index, row[c]);
                    index++;
                }
                rows.add(variables);
            }
        }

        private Gradient[][] matrix(int height) {
            Gradient[][] matrix = rows.subList(next, next + height).toArray(Gradient[][]::new);
            next += height;
            return matrix;
        }

        private static Gradient product(Gradient[] row, Gradient[] vector) {
            Gradient sum = row[0].multiply(0);
            for (int i = 0; i < vector.length; i++) {
                sum = sum.add(row[i].multiply(vector[i]));
            }
            return vector.length < row.length ? sum.add(row[vector.length]) : sum;
        }

        private static Gradient[] product(Gradient[][] matrix, Gradient[] vector) {
            return IntStream.range(0, matrix.length).mapToObj(r -> product(matrix[r], vector)).toArray(Gradient[]::new);
        }

        Gradient loss(double[][] x) {
            int width = SPEC.width();
            Gradient zero = rows.getFirst()[0].multiply(0);
            Gradient[][] embedding = matrix(width);
            Gradient[][] positions = matrix(SPEC.window());
            Gradient[][] z = new Gradient[SPEC.window()][];
            for (int t = 0; t < z.length; t++) {
                double[] input = x[t];
                Gradient[] constant = IntStream.range(0, input.length).mapToObj(i -> zero.add(input[i])).toArray(Gradient[]::new);
                z[t] = sum(product(embedding, constant), positions[t]);
            }
            for (int layer = 0; layer < SPEC.layers(); layer++) {
                z = layer(z, matrix(width), matrix(width), matrix(width), matrix(width), carries[layer]);
            }
            Gradient[] output = product(matrix(SPEC.outputs()), z[z.length - 1]);
            Gradient loss = zero;
            for (int o = 0; o < output.length; o++) {
                Gradient error = output[o].subtract(TARGET[o]);
                loss = loss.add(error.multiply(error).multiply(0.5));
            }
            return loss;
        }

        private static Gradient[] sum(Gradient[] a, Gradient[] b) {
            return IntStream.range(0, a.length).mapToObj(i -> a[i].add(b[i])).toArray(Gradient[]::new);
        }

        private static Gradient[][] layer(Gradient[][] z, Gradient[][] q, Gradient[][] k, Gradient[][] v, Gradient[][] o, boolean[] carries) {
            Gradient[][] after = new Gradient[z.length][];
            int size = SPEC.headWidth();
            for (int t = 0; t < z.length; t++) {
                Gradient[] attended = new Gradient[SPEC.width()];
                for (int h = 0; h < carries.length; h++) {
                    Gradient[] scores = new Gradient[t + 1];
                    Gradient total = z[0][0].multiply(0);
                    for (int u = 0; u <= t; u++) {
                        Gradient score = total.multiply(0);
                        for (int i = h * size; i < (h + 1) * size; i++) {
                            score = score.add(product(q[i], z[t]).multiply(product(k[i], z[u])));
                        }
                        scores[u] = score.divide(Math.sqrt(size)).exp();
                        total = total.add(scores[u]);
                    }
                    for (int i = h * size; i < (h + 1) * size; i++) {
                        Gradient sum = total.multiply(0);
                        for (int u = 0; u <= t; u++) {
                            sum = sum.add(scores[u].divide(total).multiply(product(v[i], z[u])));
                        }
                        attended[i] = carries[h] ? sum : Gradient.constant(sum.getFreeParameters(), sum.getValue());
                    }
                }
                after[t] = sum(z[t], product(o, attended));
            }
            return after;
        }
    }

    /** What was continued goes its own way; the inputs it has seen are in its first error. */
    @Test
    void continuedLearnersShareNothing() {
        AttentionLearner first = learner(AttentionParameters.initial(SPEC, new RandomStreams(SEED)), HeadSelection.all(SPEC));
        for (double[] x : inputs()) {
            first.learn(x, TARGET);
        }
        AttentionLearner second = first.continued(HeadSelection.all(SPEC));
        double[] x = {0.1, 0.2};
        assertThat(second.learn(x, TARGET)).isEqualTo(first.watch(x, TARGET));
        assertThat(second.watch(x, TARGET)).isNotEqualTo(first.watch(x, TARGET));
    }

    /** A constant answer is soon learned. */
    @Test
    void learns() {
        AttentionLearner learner = learner(AttentionParameters.initial(SPEC, new RandomStreams(SEED)), HeadSelection.random(SPEC, 1, new RandomStreams(1)));
        double before = learner.watch(new double[] {1, 1}, TARGET);
        double after = before;
        for (int t = 0; t < 200; t++) {
            after = learner.learn(new double[] {1, 1}, TARGET);
        }
        assertThat(after).isLessThan(before / 100);
    }

    @Test
    void choosesAsManyHeadsInEveryLayer() {
        AttentionSpec wide = new AttentionSpec(5, 6, 1, 2, 1, 1);
        for (int carrying = 0; carrying <= 6; carrying++) {
            for (boolean[] layer : HeadSelection.random(wide, carrying, new RandomStreams(2)).carries()) {
                assertThat(IntStream.range(0, 6).filter(h -> layer[h])).hasSize(carrying);
            }
        }
        assertThatThrownBy(() -> HeadSelection.random(wide, 7, new RandomStreams(2))).hasMessage("heads that carry: 7; from 0 to the 6 heads are allowed");
    }
}
