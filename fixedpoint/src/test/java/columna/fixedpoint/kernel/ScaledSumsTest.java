package columna.fixedpoint.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Sums of up to four scaled rows rounded in one pass: exact under their guarantee, twins equal to each other without it. */
class ScaledSumsTest {

    private static final List<RowKernels> TWINS = List.of(RowKernels.plain(), RowKernels.vector());
    private static final int[] SHIFTS = {0, 1, 2, 11, 14, 27};

    private static Narrowing narrowing(int width, Quantization quantization, Overflow overflow, int shift) {
        Format format = new Format(width, 4, true, quantization, overflow, 0);
        return Narrowing.of(format.fractionBits() + shift, format, 0);
    }

    private static int cast(Narrowing narrowing, BigInteger exact) {
        return (int) CastOracle.cast(narrowing.destination(), exact, narrowing.shift(), BigInteger.ZERO, 0);
    }

    /** 14-bit factors: four products and a half of up to 27 bits stay below 2^31. */
    @ParameterizedTest
    @EnumSource(value = Quantization.class, names = {"TRN", "RND"})
    void sumsAreRoundedOnce(Quantization quantization) {
        Rows rows = new Rows(600 + quantization.ordinal());
        for (Overflow overflow : new Overflow[] {Overflow.SAT, Overflow.SAT_SYM}) {
            for (int shift : SHIFTS) {
                for (int n : Rows.LENGTHS) {
                    for (int terms = 1; terms <= 4; terms++) {
                        assigns(rows, narrowing(14, quantization, overflow, shift), terms, n);
                        adds(rows, narrowing(24, quantization, overflow, shift), terms, n);
                    }
                }
            }
        }
    }

    private static void assigns(Rows rows, Narrowing narrowing, int terms, int n) {
        int[] c = rows.row(terms, -(1 << 13), (1 << 13) - 1);
        int[][] a = factors(rows, terms, n);
        int[] expected = a[0].clone();
        for (int i = 0; i < n; i++) {
            expected[i] = cast(narrowing, sum(terms, c, a, i));
        }
        for (RowKernels kernels : TWINS) {
            int[][] words = copy(a);
            // In place: the first row is source and destination.
            kernels.narrowSum(terms, c, words, ConstantRounding.of(narrowing), words[0], n);
            assertThat(words[0]).as("%s, %d terms, n = %d, seed %d", narrowing, terms, n, rows.seed).isEqualTo(expected);
        }
    }

    private static void adds(Rows rows, Narrowing narrowing, int terms, int n) {
        int[] c = rows.row(terms, -(1 << 13), (1 << 13) - 1);
        int[][] a = factors(rows, terms, n);
        int[] old = rows.row(n, (int) narrowing.low(), (int) narrowing.high());
        int[] expected = old.clone();
        for (int i = 0; i < n; i++) {
            BigInteger whole = BigInteger.valueOf(old[i]).shiftLeft(narrowing.shift());
            expected[i] = cast(narrowing, whole.add(sum(terms, c, a, i)));
        }
        for (RowKernels kernels : TWINS) {
            int[] out = old.clone();
            kernels.narrowSumAdd(terms, c, a, ConstantRounding.of(narrowing), out, n);
            assertThat(out).as("%s, %d terms, n = %d, seed %d", narrowing, terms, n, rows.seed).isEqualTo(expected);
        }
    }

    private static int[][] factors(Rows rows, int terms, int n) {
        int[][] a = new int[terms][];
        Arrays.setAll(a, t -> rows.row(n, -(1 << 13), (1 << 13) - 1));
        return a;
    }

    private static BigInteger sum(int terms, int[] c, int[][] a, int i) {
        BigInteger sum = BigInteger.ZERO;
        for (int t = 0; t < terms; t++) {
            sum = sum.add(BigInteger.valueOf(c[t]).multiply(BigInteger.valueOf(a[t][i])));
        }
        return sum;
    }

    private static int[][] copy(int[][] rows) {
        return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
    }

    @Test
    void theTwinsAgreeEvenWhereSumsWrap() {
        Rows rows = new Rows(700);
        for (int k = 0; k < 400; k++) {
            ConstantRounding rounding = ConstantRounding.of(
                    narrowing(16 + rows.below(17), k % 2 == 0 ? Quantization.RND : Quantization.TRN, Overflow.SAT, rows.below(32)));
            int n = Rows.LENGTHS[rows.below(Rows.LENGTHS.length)];
            int terms = 1 + rows.below(4);
            int[] c = rows.row(terms);
            int[][] plain = rows.rows(5, n);
            int[][] vector = copy(plain);
            RowKernels.plain().narrowSum(terms, c, plain, rounding, plain[4], n);
            RowKernels.vector().narrowSum(terms, c, vector, rounding, vector[4], n);
            RowKernels.plain().narrowSumAdd(terms, c, plain, rounding, plain[0], n);
            RowKernels.vector().narrowSumAdd(terms, c, vector, rounding, vector[0], n);
            RowKernels.plain().traceUpdate(c[0], c[1], c[2], plain[0], plain[1], plain[2], rounding, n);
            RowKernels.vector().traceUpdate(c[0], c[1], c[2], vector[0], vector[1], vector[2], rounding, n);
            assertThat(vector).as("%s, %d terms, n = %d, seed 700", rounding, terms, n).isDeepEqualTo(plain);
        }
    }

    @Test
    void theTraceWithConstantsIsTheTraceWithItsNarrowing() {
        Rows rows = new Rows(800);
        for (RowKernels kernels : TWINS) {
            for (int n : Rows.LENGTHS) {
                Narrowing narrowing = narrowing(16, Quantization.RND, Overflow.SAT, 12);
                int[][] expected = rows.rows(3, n);
                int[][] actual = copy(expected);
                kernels.traceUpdate(300, -20, 7, expected[0], expected[1], expected[2], 3, narrowing, n);
                kernels.traceUpdate(300, -20, 7 << 3, actual[0], actual[1], actual[2], ConstantRounding.of(narrowing), n);
                assertThat(actual).as("n = %d, seed 800", n).isDeepEqualTo(expected);
            }
        }
    }

    @Test
    void largestMagnitudes() {
        Rows rows = new Rows(900);
        for (int k = 0; k < 400; k++) {
            int n = Rows.LENGTHS[rows.below(Rows.LENGTHS.length)];
            int[] a = rows.row(n);
            long expected = Arrays.stream(a, 0, n).mapToLong(word -> Math.abs((long) word)).max().orElse(0);
            for (RowKernels kernels : TWINS) {
                assertThat(kernels.largestMagnitude(a, n)).as("n = %d, seed 900", n).isEqualTo(expected);
            }
        }
    }

    @Test
    void refusesOtherForms() {
        Format even = Format.fixed(16, 4).withQuantization(Quantization.RND_CONV).withOverflow(Overflow.SAT);
        assertThatThrownBy(() -> ConstantRounding.of(Narrowing.of(20, even, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed: TRN or RND");
        ConstantRounding rounding = ConstantRounding.of(narrowing(16, Quantization.RND, Overflow.SAT, 3));
        for (RowKernels kernels : TWINS) {
            assertThatThrownBy(() -> kernels.narrowSum(5, new int[5], new int[5][1], rounding, new int[1], 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("5 rows are summed; allowed: 1 to 4.");
        }
    }
}
