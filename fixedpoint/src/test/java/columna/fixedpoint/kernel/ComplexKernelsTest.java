package columna.fixedpoint.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.CastOracle;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fused complex kernels of both twins: exact under their guarantee, equal to each other without it. */
class ComplexKernelsTest {

    private static final List<RowKernels> TWINS = List.of(RowKernels.plain(), RowKernels.vector());

    private static Narrowing narrowing(int width, Quantization quantization, Overflow overflow, int shift) {
        Format format = new Format(width, 4, true, quantization, overflow, 0);
        return Narrowing.of(format.fractionBits() + shift, format, 0);
    }

    private static int cast(Narrowing narrowing, BigInteger exact) {
        return (int) CastOracle.cast(narrowing.destination(), exact, narrowing.shift(), BigInteger.ZERO, 0);
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }

    /** 14-bit factors: three products and a half stay below 2^31. */
    @ParameterizedTest
    @EnumSource(value = Quantization.class, names = {"TRN", "RND"})
    void tracesAreOneRoundingOfTheExactSum(Quantization quantization) {
        Rows rows = new Rows(100 + quantization.ordinal());
        for (Overflow overflow : new Overflow[] {Overflow.SAT, Overflow.SAT_SYM}) {
            for (int shift : new int[] {0, 1, 2, 11, 14, 27}) {
                for (int n : Rows.LENGTHS) {
                    oneTrace(rows, narrowing(14, quantization, overflow, shift), n);
                }
            }
        }
    }

    private static void oneTrace(Rows rows, Narrowing narrowing, int n) {
        int bound = 1 << 13;
        int lambdaRe = rows.between(-bound, bound - 1);
        int lambdaIm = rows.between(-bound, bound - 1);
        int inputShift = rows.below(4);
        int gamma = rows.between(-bound >> inputShift, bound - 1 >> inputShift);
        int[] re = rows.row(n, -bound, bound - 1);
        int[] im = rows.row(n, -bound, bound - 1);
        int[] input = rows.row(n, -bound, bound - 1);
        int[] expectedRe = re.clone();
        int[] expectedIm = im.clone();
        for (int i = 0; i < n; i++) {
            expectedRe[i] = cast(narrowing, product(lambdaRe, re[i]).subtract(product(lambdaIm, im[i]))
                    .add(product(gamma, input[i]).shiftLeft(inputShift)));
            expectedIm[i] = cast(narrowing, product(lambdaRe, im[i]).add(product(lambdaIm, re[i])));
        }
        for (RowKernels kernels : TWINS) {
            int[] traceRe = re.clone();
            int[] traceIm = im.clone();
            kernels.traceUpdate(lambdaRe, lambdaIm, gamma, traceRe, traceIm, input, inputShift, narrowing, n);
            assertThat(traceRe).as("%s, n = %d, seed %d", narrowing, n, rows.seed).isEqualTo(expectedRe);
            assertThat(traceIm).as("%s, n = %d, seed %d", narrowing, n, rows.seed).isEqualTo(expectedIm);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Quantization.class, names = {"TRN", "RND"})
    void gradientsAreOneRoundingOfTheExactSum(Quantization quantization) {
        Rows rows = new Rows(200 + quantization.ordinal());
        for (Overflow overflow : new Overflow[] {Overflow.SAT, Overflow.SAT_SYM}) {
            for (int shift : new int[] {0, 1, 2, 11, 14, 27}) {
                for (int n : Rows.LENGTHS) {
                    oneGradient(rows, narrowing(24, quantization, overflow, shift), n);
                }
            }
        }
    }

    private static void oneGradient(Rows rows, Narrowing narrowing, int n) {
        int bound = 1 << 13;
        int errorRe = rows.between(-bound, bound - 1);
        int errorIm = rows.between(-bound, bound - 1);
        int[] re = rows.row(n, -bound, bound - 1);
        int[] im = rows.row(n, -bound, bound - 1);
        int[] oldRe = rows.row(n, (int) narrowing.low(), (int) narrowing.high());
        int[] oldIm = rows.row(n, (int) narrowing.low(), (int) narrowing.high());
        int[] expectedRe = oldRe.clone();
        int[] expectedIm = oldIm.clone();
        for (int i = 0; i < n; i++) {
            BigInteger wholeRe = BigInteger.valueOf(oldRe[i]).shiftLeft(narrowing.shift());
            BigInteger wholeIm = BigInteger.valueOf(oldIm[i]).shiftLeft(narrowing.shift());
            expectedRe[i] = cast(narrowing, wholeRe.add(product(errorRe, re[i])).subtract(product(errorIm, im[i])));
            expectedIm[i] = cast(narrowing, wholeIm.add(product(errorRe, im[i])).add(product(errorIm, re[i])));
        }
        for (RowKernels kernels : TWINS) {
            int[] gradientRe = oldRe.clone();
            int[] gradientIm = oldIm.clone();
            kernels.gradientAccumulate(errorRe, errorIm, re, im, gradientRe, gradientIm, narrowing, n);
            assertThat(gradientRe).as("%s, n = %d, seed %d", narrowing, n, rows.seed).isEqualTo(expectedRe);
            assertThat(gradientIm).as("%s, n = %d, seed %d", narrowing, n, rows.seed).isEqualTo(expectedIm);
        }
    }

    /** Sums that wrap are outside the contract, yet the twins must not differ: otherwise a bit would depend on the machine. */
    @Test
    void theTwinsAgreeEvenWhereSumsWrap() {
        Rows rows = new Rows(300);
        for (int k = 0; k < 400; k++) {
            Narrowing narrowing = narrowing(16 + rows.below(17), k % 2 == 0 ? Quantization.RND : Quantization.TRN, Overflow.SAT, rows.below(32));
            int n = Rows.LENGTHS[rows.below(Rows.LENGTHS.length)];
            int[] input = rows.row(n);
            int[][] plain = rows.rows(4, n);
            int[][] vector = copy(plain);
            int a = rows.word();
            int b = rows.word();
            int c = rows.word();
            int inputShift = rows.below(32);
            RowKernels.plain().traceUpdate(a, b, c, plain[0], plain[1], input, inputShift, narrowing, n);
            RowKernels.vector().traceUpdate(a, b, c, vector[0], vector[1], input, inputShift, narrowing, n);
            RowKernels.plain().gradientAccumulate(a, b, plain[0], plain[1], plain[2], plain[3], narrowing, n);
            RowKernels.vector().gradientAccumulate(a, b, vector[0], vector[1], vector[2], vector[3], narrowing, n);
            assertThat(vector).as("%s, n = %d, seed 300", narrowing, n).isDeepEqualTo(plain);
        }
    }

    /** As the tests above, for words of every length shorter, equal and longer than the discarded part. */
    @Test
    void stochasticKernelsAreOneRoundingOfTheExactSum() {
        Rows rows = new Rows(400);
        for (Overflow overflow : new Overflow[] {Overflow.SAT, Overflow.SAT_SYM}) {
            for (int shift : new int[] {0, 1, 2, 11, 14, 27}) {
                for (int randomBits : new int[] {1, 2, 8, 11, 14, 16, 31}) {
                    int n = Rows.LENGTHS[rows.below(Rows.LENGTHS.length)];
                    oneStochasticStep(rows, stochastic(14, overflow, shift, randomBits), stochastic(24, overflow, shift, randomBits), n);
                }
            }
        }
    }

    private static Narrowing stochastic(int width, Overflow overflow, int shift, int randomBits) {
        Format format = new Format(width, 4, true, Quantization.STOCHASTIC, overflow, 0);
        return Narrowing.of(format.fractionBits() + shift, format, randomBits);
    }

    private static int cast(Narrowing narrowing, BigInteger exact, int word) {
        return (int) CastOracle.cast(narrowing.destination(), exact, narrowing.shift(), BigInteger.valueOf(word), narrowing.randomBits());
    }

    private static void oneStochasticStep(Rows rows, Narrowing traces, Narrowing gradients, int n) {
        int bound = 1 << 13;
        int a = rows.between(-bound, bound - 1);
        int b = rows.between(-bound, bound - 1);
        int gamma = rows.between(-bound >> 2, bound - 1 >> 2);
        int[] input = rows.row(n, -bound, bound - 1);
        int[][] start = {rows.row(n, -bound, bound - 1), rows.row(n, -bound, bound - 1),
            rows.row(n, (int) gradients.low(), (int) gradients.high()), rows.row(n, (int) gradients.low(), (int) gradients.high())};
        int[] noiseRe = rows.words(n, traces.randomBits());
        int[] noiseIm = rows.words(n, traces.randomBits());
        int[][] expected = copy(start);
        for (int i = 0; i < n; i++) {
            int re = start[0][i];
            int im = start[1][i];
            expected[0][i] = cast(traces, product(a, re).subtract(product(b, im)).add(product(4L * gamma, input[i])), noiseRe[i]);
            expected[1][i] = cast(traces, product(a, im).add(product(b, re)), noiseIm[i]);
            BigInteger wholeRe = BigInteger.valueOf(start[2][i]).shiftLeft(gradients.shift());
            BigInteger wholeIm = BigInteger.valueOf(start[3][i]).shiftLeft(gradients.shift());
            long newRe = expected[0][i];
            long newIm = expected[1][i];
            expected[2][i] = cast(gradients, wholeRe.add(product(a, newRe)).subtract(product(b, newIm)), noiseIm[i]);
            expected[3][i] = cast(gradients, wholeIm.add(product(a, newIm)).add(product(b, newRe)), noiseRe[i]);
        }
        for (RowKernels kernels : TWINS) {
            int[][] out = copy(start);
            kernels.traceUpdate(a, b, gamma, out[0], out[1], input, 2, traces, noiseRe, noiseIm, n);
            kernels.gradientAccumulate(a, b, out[0], out[1], out[2], out[3], gradients, noiseIm, noiseRe, n);
            assertThat(out).as("%s, n = %d, seed %d", traces, n, rows.seed).isDeepEqualTo(expected);
        }
    }

    private static int[][] copy(int[][] rows) {
        return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
    }

    @Test
    void theStochasticTwinsAgreeEvenWhereSumsWrap() {
        Rows rows = new Rows(500);
        for (int k = 0; k < 400; k++) {
            Narrowing narrowing = stochastic(16 + rows.below(17), Overflow.SAT, rows.below(32), 1 + rows.below(31));
            int n = Rows.LENGTHS[rows.below(Rows.LENGTHS.length)];
            int[] input = rows.row(n);
            int[] noise = rows.words(n, narrowing.randomBits());
            int[][] plain = rows.rows(4, n);
            int[][] vector = copy(plain);
            int a = rows.word();
            int b = rows.word();
            RowKernels.plain().traceUpdate(a, b, 7, plain[0], plain[1], input, 3, narrowing, noise, noise, n);
            RowKernels.vector().traceUpdate(a, b, 7, vector[0], vector[1], input, 3, narrowing, noise, noise, n);
            RowKernels.plain().gradientAccumulate(a, b, plain[0], plain[1], plain[2], plain[3], narrowing, noise, noise, n);
            RowKernels.vector().gradientAccumulate(a, b, vector[0], vector[1], vector[2], vector[3], narrowing, noise, noise, n);
            assertThat(vector).as("%s, n = %d, seed 500", narrowing, n).isDeepEqualTo(plain);
        }
    }
}
