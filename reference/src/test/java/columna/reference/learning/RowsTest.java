package columna.reference.learning;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.random.RandomStreams;
import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernels against the plain ones, bit for bit, at widths around every tile; and against sums written out. */
class RowsTest {

    private final UniformRandomProvider random = new RandomStreams(20261125).stream("rows test");

    private double[][] rows(int count, int width) {
        double[][] rows = new double[count][width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = random.nextDouble(-1, 1);
            }
        }
        return rows;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            copy[r] = rows[r].clone();
        }
        return copy;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 9, 15, 16, 17, 31, 64, 91})
    void combinationsAreThePlainOnes(int width) {
        for (int steps : new int[] {1, 3, 4, 6, 9}) {
            double[][] plain = rows(steps, width);
            double[][] vector = copy(plain);
            double[][] sums = copy(plain);
            double[][] coefficients = rows(steps, 13);
            double[][] weights = rows(13, width);
            PlainRows.addCombinations(plain, coefficients, weights, 1, steps, 0, 13);
            VectorRows.addCombinations(vector, coefficients, weights, 1, steps, 0, 13);
            assertThat(vector).isDeepEqualTo(plain);
            for (int i = 0; i < width && steps > 1; i++) {
                for (int k = 0; k < 13; k++) {
                    sums[1][i] += coefficients[1][k] * weights[k][i];
                }
                // 13 products below 1, each rounded once more than the fused ones.
                assertThat(plain[1][i]).isCloseTo(sums[1][i], org.assertj.core.data.Offset.offset(13 * 0x1p-50));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8, 12, 16, 19, 33})
    void gradientsAreSumsOfOuterProductsOverTheAskedTimeSteps(int width) {
        for (int outputs : new int[] {1, 4, 7}) {
            double[][] gradient = rows(outputs, width);
            double[][] plain = copy(gradient);
            double[][] errors = rows(6, outputs);
            double[][] inputs = rows(6, width);
            double[][] expected = copy(gradient);
            for (int r = 0; r < outputs; r++) {
                for (int i = 0; i < width; i++) {
                    for (int t = 2; t < 5; t++) {
                        expected[r][i] = Math.fma(inputs[t][i], errors[t][r], expected[r][i]);
                    }
                }
            }
            double[][] scratch = rows(9, 6);
            new Matrix(plain, plain, gradient, scratch).accumulate(errors, inputs, 2, 5);
            PlainRows.addCombinations(plain, scratch, inputs, 0, outputs, 2, 5);
            assertThat(gradient).isDeepEqualTo(expected);
            assertThat(plain).isDeepEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 8, 16, 21})
    void tracesAreThePlainOnes(int width) {
        double[][] z = rows(9, width);
        double[][] delta = rows(2, 9);
        double[][] start = rows(4, width);
        TraceRows vector = new TraceRows(start[0].clone(), start[1].clone(), start[2].clone(), start[3].clone());
        TraceRows plain = new TraceRows(start[0].clone(), start[1].clone(), start[2].clone(), start[3].clone());
        vector.advance(0.8, 0.3, 0.5, z, 0, 4);
        vector.credit(0.8, 0.3, 0.5, z, delta[0], delta[1], 4, 9);
        TraceRows ignored = new TraceRows(plain.re(), plain.im(), new double[width], new double[width]);
        ignored.creditPlainly(0.8, 0.3, 0.5, z, new double[9], new double[9], 0, 4, 0);
        plain.creditPlainly(0.8, 0.3, 0.5, z, delta[0], delta[1], 4, 9, 0);
        assertThat(vector.re()).isEqualTo(plain.re());
        assertThat(vector.im()).isEqualTo(plain.im());
        assertThat(vector.gradientRe()).isEqualTo(plain.gradientRe());
        assertThat(vector.gradientIm()).isEqualTo(plain.gradientIm());
    }

    @Test
    void theLogisticFunctionIsThatOfALibrary() {
        double[] x = new double[4001];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 2000) / 50.0 + random.nextDouble(-0.01, 0.01);
        }
        double[] y = new double[x.length];
        int vectors = VectorLogistic.of(x, y);
        assertThat(vectors).isGreaterThan(3900);
        for (int i = 0; i < vectors; i++) {
            assertThat(y[i]).isEqualTo(Logistic.of(x[i]));
            // exp is good to 2 units, the addition and the division to half a unit each: 4 units of 2^-52 in all.
            double expected = 1 / (1 + StrictMath.exp(-x[i]));
            assertThat(Math.abs(y[i] - expected)).isLessThanOrEqualTo(4 * 0x1p-52 * expected);
        }
    }

    @Test
    void theLogisticFunctionHasNoHoleInItsEnds() {
        assertThat(Logistic.of(0)).isEqualTo(0.5);
        assertThat(Logistic.of(1e6)).isEqualTo(1);
        assertThat(Logistic.of(-1e6)).isBetween(0.0, 1e-300);
        assertThat(Logistic.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Logistic.of(Double.NaN)).isNaN();
    }

    @Test
    void sumsAndScalarProductsAreThoseOfExactArithmetic() {
        for (int width : new int[] {1, 4, 6, 11}) {
            double[][] pair = rows(2, width);
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal product = BigDecimal.ZERO;
            for (int i = 0; i < width; i++) {
                sum = sum.add(new BigDecimal(pair[0][i]));
                product = product.add(new BigDecimal(pair[0][i]).multiply(new BigDecimal(pair[1][i])));
            }
            // Up to 11 additions of numbers below 1, partial sums below 16: half a unit of 8 each.
            assertThat(Rows.sum(pair[0])).isCloseTo(sum.round(MathContext.DECIMAL64).doubleValue(), org.assertj.core.data.Offset.offset(22 * 0x1p-50));
            assertThat(Rows.dot(pair[0], pair[1])).isCloseTo(product.round(MathContext.DECIMAL64).doubleValue(), org.assertj.core.data.Offset.offset(22 * 0x1p-50));
        }
    }
}
