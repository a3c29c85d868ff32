package columna.fixedpoint.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every accumulating kernel of both twins against its one-line definition over BigInteger, modulo the accumulator's width. */
class SumsOfProductsTest {

    static Stream<RowKernels> twins() {
        return Stream.of(RowKernels.plain(), RowKernels.vector());
    }

    private interface Sum {
        BigInteger added(int i);
    }

    private static BigInteger big(long word) {
        return BigInteger.valueOf(word);
    }

    private static BigInteger product(long a, long b) {
        return big(a).multiply(big(b));
    }

    private static void check(String what, Rows rows, int n, int[] before, int[] after, Sum sum) {
        int[] expected = before.clone();
        for (int i = 0; i < n; i++) {
            expected[i] = big(before[i]).add(sum.added(i)).intValue();
        }
        assertThat(after).as("%s, n = %d, seed %d", what, n, rows.seed).isEqualTo(expected);
    }

    private static void check(String what, Rows rows, int n, long[] before, long[] after, Sum sum) {
        long[] expected = before.clone();
        for (int i = 0; i < n; i++) {
            expected[i] = big(before[i]).add(sum.added(i)).longValue();
        }
        assertThat(after).as("%s, n = %d, seed %d", what, n, rows.seed).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void intAccumulators(RowKernels kernels) {
        Rows rows = new Rows(1);
        for (int repeat = 0; repeat < 5; repeat++) {
            for (int n : Rows.LENGTHS) {
                int[] a = rows.row(n);
                int[] b = rows.row(n);
                int c0 = rows.word();
                int c1 = rows.word();
                int[] before = rows.row(n);
                int[] acc = before.clone();
                kernels.addScaled(acc, c0, a, n);
                check("addScaled", rows, n, before, acc, i -> product(c0, a[i]));
                acc = before.clone();
                kernels.addScaled(acc, c0, a, c1, b, n);
                check("addScaled two", rows, n, before, acc, i -> product(c0, a[i]).add(product(c1, b[i])));
                for (int factor : new int[] {1, -1, 1 << 5, -1 << 17, c0}) {
                    acc = before.clone();
                    kernels.addProduct(acc, factor, a, b, n);
                    check("addProduct", rows, n, before, acc, i -> product(a[i], b[i]).multiply(big(factor)));
                }
                for (int shift : new int[] {0, 1, 15, 31}) {
                    acc = before.clone();
                    kernels.addShifted(acc, a, shift, n);
                    check("addShifted", rows, n, before, acc, i -> big(a[i]).shiftLeft(shift));
                }
                acc = before.clone();
                kernels.clear(acc, n);
                check("clear", rows, n, before, acc, i -> big(before[i]).negate());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void longAccumulators(RowKernels kernels) {
        Rows rows = new Rows(2);
        for (int repeat = 0; repeat < 5; repeat++) {
            for (int n : Rows.LENGTHS) {
                int[] a = rows.row(n);
                int[] b = rows.row(n);
                long c = rows.longWord();
                long[] before = rows.longRow(n);
                long[] acc = before.clone();
                kernels.addScaled(acc, c, a, n);
                check("addScaled", rows, n, before, acc, i -> product(c, a[i]));
                for (int shift : new int[] {0, 1, 31, 32, 63}) {
                    acc = before.clone();
                    kernels.addShifted(acc, a, shift, n);
                    check("addShifted", rows, n, before, acc, i -> big(a[i]).shiftLeft(shift));
                    for (int sign : new int[] {1, -1}) {
                        acc = before.clone();
                        kernels.addProduct(acc, sign, a, b, shift, n);
                        check("addProduct", rows, n, before, acc, i -> product(a[i], b[i]).shiftLeft(shift).multiply(big(sign)));
                    }
                }
                acc = before.clone();
                kernels.clear(acc, n);
                check("clear", rows, n, before, acc, i -> big(before[i]).negate());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twins")
    void matrices(RowKernels kernels) {
        Rows rows = new Rows(3);
        for (int count : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 13}) {
            for (int n : Rows.LENGTHS) {
                int[][] w = rows.rows(count + 2, n);
                int[] x = rows.row(n);
                int[] q = rows.row(count);
                int[] before = rows.row(Math.max(count, n));
                int[] acc = before.clone();
                kernels.addMatrixVector(acc, w, count, x, n);
                check("addMatrixVector", rows, count, before, acc, r -> dot(n, i -> w[r][i], i -> x[i]));
                acc = before.clone();
                kernels.addVectorMatrix(acc, q, w, count, n);
                check("addVectorMatrix", rows, n, before, acc, i -> dot(count, r -> q[r], r -> w[r][i]));
                longMatrices(kernels, rows, w, x, q, count, n);
            }
        }
    }

    private static void longMatrices(RowKernels kernels, Rows rows, int[][] w, int[] x, int[] q, int count, int n) {
        int shift = new int[] {0, 3, 31, 40, 63}[rows.below(5)];
        long[] before = rows.longRow(Math.max(count, n));
        long[] acc = before.clone();
        kernels.addMatrixVector(acc, w, count, x, shift, n);
        check("addMatrixVector", rows, count, before, acc, r -> dot(n, i -> w[r][i], i -> x[i]).shiftLeft(shift));
        acc = before.clone();
        kernels.addVectorMatrix(acc, q, w, count, shift, n);
        check("addVectorMatrix", rows, n, before, acc, i -> dot(count, r -> q[r], r -> w[r][i]).shiftLeft(shift));
    }

    private static BigInteger dot(int n, IntToLongFunction a, IntToLongFunction b) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < n; i++) {
            sum = sum.add(product(a.applyAsLong(i), b.applyAsLong(i)));
        }
        return sum;
    }
}
