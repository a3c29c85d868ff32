package columna.fixedpoint.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.CastOracle;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.math.BigInteger;
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
            int[][] vector = {plain[0].clone(), plain[1].clone(), plain[2].clone(), plain[3].clone()};
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
}
