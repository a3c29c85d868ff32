package columna.fixedpoint.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import columna.fixedpoint.Cast;
import columna.fixedpoint.CastOracle;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.fixedpoint.StochasticVariant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scalar narrowing, and the narrowing of rows by both twins, against the cast of the oracle's tables. */
class NarrowingTest {

    private static final int[] SHIFTS = {-33, -3, 0, 1, 2, 7, 8, 15, 30, 31, 32, 33, 62, 63, 70};
    private static final List<RowKernels> TWINS = List.of(RowKernels.plain(), RowKernels.vector());

    /** Destinations of up to 32 bits with every overflow, and with every number of random bits that has its own path. */
    private static List<Narrowing> narrowings(Quantization quantization) {
        List<Narrowing> narrowings = new ArrayList<>();
        int[] randomBits = quantization == Quantization.STOCHASTIC ? new int[] {1, 7, 8, 16, 31, 32} : new int[] {0};
        for (int shift : SHIFTS) {
            for (int width : new int[] {1, 8, 16, 31, 32}) {
                for (Overflow overflow : Overflow.values()) {
                    for (int bits : randomBits) {
                        narrowings.add(narrowing(width, true, quantization, overflow, shift, bits));
                        if (overflow != Overflow.WRAP_SM && width < 32) {
                            narrowings.add(narrowing(width, false, quantization, overflow, shift, bits));
                        }
                    }
                }
            }
        }
        return narrowings;
    }

    private static Narrowing narrowing(int width, boolean signed, Quantization quantization, Overflow overflow, int shift, int bits) {
        int saturated = overflow.usesSaturatedBits() ? (width + shift & 3) : 0;
        Format format = new Format(width, width / 2, signed, quantization, overflow, saturated);
        return Narrowing.of(format.fractionBits() + shift, format, bits);
    }

    private static long expected(Narrowing narrowing, BigInteger exact, int word) {
        return CastOracle.cast(narrowing.destination(), exact, narrowing.shift(),
                BigInteger.valueOf(Integer.toUnsignedLong(word)), narrowing.randomBits());
    }

    @ParameterizedTest
    @EnumSource(Quantization.class)
    void intRows(Quantization quantization) {
        Rows rows = new Rows(10 + quantization.ordinal());
        for (Narrowing narrowing : narrowings(quantization)) {
            for (int n : new int[] {0, 1, 17, Rows.LENGTHS[rows.below(Rows.LENGTHS.length)]}) {
                int[] acc = rows.row(n);
                int[] noise = rows.words(n, Math.max(1, narrowing.randomBits()));
                int[] before = rows.row(n);
                int[] expected = before.clone();
                for (int i = 0; i < n; i++) {
                    expected[i] = (int) expected(narrowing, BigInteger.valueOf(acc[i]), noise[i]);
                    scalar(narrowing, acc[i], noise[i], expected[i]);
                }
                for (RowKernels kernels : TWINS) {
                    int[] out = before.clone();
                    kernels.narrow(acc, narrowing, noise, out, n);
                    check(out, expected, kernels, narrowing, rows, n);
                    // The same values in a long accumulator give the same bits.
                    out = before.clone();
                    kernels.narrow(Arrays.stream(acc).asLongStream().toArray(), narrowing, noise, out, n);
                    check(out, expected, kernels, narrowing, rows, n);
                    out = acc.clone();
                    kernels.narrow(out, narrowing, noise, out, n);
                    check(Arrays.copyOf(out, n), Arrays.copyOf(expected, n), kernels, narrowing, rows, n);
                }
            }
        }
    }

    private static void scalar(Narrowing narrowing, long exact, int word, long expected) {
        long random = Integer.toUnsignedLong(word);
        int flags = narrowing.flags(exact, random);
        boolean discarded = narrowing.shift() > 0
                && BigInteger.valueOf(exact).mod(BigInteger.ONE.shiftLeft(narrowing.shift())).signum() != 0;
        if (narrowing.apply(exact, random) != expected || (flags & Cast.QUANTIZED) != (discarded ? Cast.QUANTIZED : 0)) {
            fail("%s of %d, word %d: %d, flags %d", narrowing, exact, word, narrowing.apply(exact, random), flags);
        }
    }

    private static void check(int[] out, int[] expected, RowKernels kernels, Narrowing narrowing, Rows rows, int n) {
        if (!Arrays.equals(out, expected)) {
            assertThat(out).as("%s, %s, n = %d, seed %d", kernels.getClass().getSimpleName(), narrowing, n, rows.seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Quantization.class)
    void longRows(Quantization quantization) {
        Rows rows = new Rows(30 + quantization.ordinal());
        for (Narrowing narrowing : narrowings(quantization)) {
            int n = Rows.LENGTHS[rows.below(17)];
            long[] acc = rows.longRow(n);
            int[] noise = rows.words(n, Math.max(1, narrowing.randomBits()));
            int[] before = rows.row(n);
            int[] expected = before.clone();
            for (int i = 0; i < n; i++) {
                expected[i] = (int) expected(narrowing, BigInteger.valueOf(acc[i]), noise[i]);
                scalar(narrowing, acc[i], noise[i], expected[i]);
            }
            for (RowKernels kernels : TWINS) {
                int[] out = before.clone();
                kernels.narrow(acc, narrowing, noise, out, n);
                check(out, expected, kernels, narrowing, rows, n);
            }
        }
    }

    /** {@code out} is chosen so that the sum stays within 32 bits, as the contract asks. */
    @ParameterizedTest
    @EnumSource(value = Quantization.class, names = {"TRN", "RND", "RND_MIN_INF", "STOCHASTIC"})
    void narrowAddNarrowsTheWholeSum(Quantization quantization) {
        Rows rows = new Rows(50 + quantization.ordinal());
        for (Narrowing narrowing : narrowings(quantization)) {
            int n = Rows.LENGTHS[rows.below(Rows.LENGTHS.length)];
            int quarter = 1 << 29;
            int[] acc = narrowing.shift() <= 0 ? rows.row(n, -7, 7) : rows.row(n);
            int[] old = rows.row(n, (int) Math.max(narrowing.low(), -quarter), (int) Math.min(narrowing.high(), quarter));
            if (narrowing.shift() == 0 || narrowing.shift() == 1) {
                acc = rows.row(n, -quarter, quarter);
            }
            int[] noise = rows.words(n, Math.max(1, narrowing.randomBits()));
            int[] expected = old.clone();
            for (int i = 0; i < n; i++) {
                expected[i] = (int) expectedSum(narrowing, old[i], acc[i], noise[i]);
            }
            for (RowKernels kernels : TWINS) {
                int[] out = old.clone();
                kernels.narrowAdd(acc, narrowing, noise, out, n);
                check(out, expected, kernels, narrowing, rows, n);
            }
        }
    }

    private static long expectedSum(Narrowing narrowing, int old, int acc, int word) {
        int shift = narrowing.shift();
        Format format = narrowing.destination();
        BigInteger random = BigInteger.valueOf(Integer.toUnsignedLong(word));
        BigInteger sum = BigInteger.valueOf(old).shiftLeft(Math.max(shift, 0)).add(BigInteger.valueOf(acc).shiftLeft(Math.max(-shift, 0)));
        return CastOracle.cast(format, sum, Math.max(shift, 0), random, narrowing.randomBits());
    }

    @Test
    void applyToSumTakesAnyOperands() {
        Rows rows = new Rows(70);
        for (Quantization quantization : Quantization.values()) {
            for (int shift : SHIFTS) {
                Narrowing narrowing = narrowing(40, true, quantization, Overflow.SAT, shift, 8);
                for (int k = 0; k < 200; k++) {
                    long old = rows.longWord();
                    long exact = rows.longWord();
                    long word = rows.below(256);
                    BigInteger sum = BigInteger.valueOf(old).shiftLeft(Math.max(shift, 0))
                            .add(BigInteger.valueOf(exact).shiftLeft(Math.max(-shift, 0)));
                    assertThat(narrowing.applyToSum(old, exact, word)).as("%s of %d and %d, seed 70", narrowing, old, exact)
                            .isEqualTo(CastOracle.cast(narrowing.destination(), sum, Math.max(shift, 0), BigInteger.valueOf(word), 8));
                }
            }
        }
    }

    @Test
    void variantsBAndCTakeTheScalarLoop() {
        Rows rows = new Rows(80);
        Format format = new Format(8, 4, true, Quantization.STOCHASTIC, Overflow.SAT, 0);
        for (StochasticVariant variant : StochasticVariant.values()) {
            Narrowing narrowing = new Narrowing(14, new Cast(format, 3, variant));
            int[] acc = rows.row(64, -100_000, 100_000);
            int[] noise = rows.words(64, 3);
            int[] expected = IntStream.range(0, 64).map(i -> (int) new Cast(format, 3, variant).apply(acc[i], 14, noise[i])).toArray();
            for (RowKernels kernels : TWINS) {
                int[] out = new int[64];
                kernels.narrow(acc, narrowing, noise, out, 64);
                assertThat(out).as("variant %s", variant).isEqualTo(expected);
                out = new int[64];
                kernels.narrow(Arrays.stream(acc).asLongStream().toArray(), narrowing, noise, out, 64);
                assertThat(out).as("variant %s from a long accumulator", variant).isEqualTo(expected);
            }
        }
    }

    @Test
    void refusals() {
        int[] row = new int[1];
        Narrowing wide = Narrowing.of(8, Format.fixed(33, 20), 0);
        Narrowing unsigned = Narrowing.of(8, Format.ufixed(32, 20), 0);
        Narrowing even = Narrowing.of(8, Format.fixed(16, 12).withQuantization(Quantization.RND_CONV), 0);
        for (RowKernels kernels : TWINS) {
            assertThatThrownBy(() -> kernels.narrow(row, wide, row, row, 1)).hasMessageContaining("allowed: up to 32 signed or 31 unsigned bits");
            assertThatThrownBy(() -> kernels.narrow(new long[1], unsigned, row, row, 1)).hasMessageContaining("31 unsigned bits");
            assertThatThrownBy(() -> kernels.narrowAdd(row, even, row, row, 1))
                    .hasMessageContaining("allowed quantisations: TRN, RND, RND_MIN_INF, STOCHASTIC");
            assertThatThrownBy(() -> kernels.traceUpdate(1, 1, 1, row, row, row, 0, even, 1)).hasMessageContaining("allowed: TRN or RND with SAT");
            assertThatThrownBy(() -> kernels.traceUpdate(1, 1, 1, row, row, row, 0, even, row, row, 1))
                    .hasMessageContaining("allowed: STOCHASTIC with SAT or SAT_SYM, shifts of 0 to 31 and up to 31 random bits.");
            assertThatThrownBy(() -> kernels.gradientAccumulate(1, 1, row, row, row, row, even, row, row, 1)).hasMessageContaining("allowed: STOCHASTIC");
            assertThatThrownBy(() -> kernels.gradientAccumulate(1, 1, row, row, row, row, even, 1)).hasMessageContaining("TRN or RND with SAT");
        }
        assertThatThrownBy(() -> Narrowing.of(8, Format.fixed(8, 4).withQuantization(Quantization.STOCHASTIC), 0))
                .hasMessageContaining("0 random bits");
    }

    @Test
    void theVectorTwinIsTheFastestHere() {
        assertThat(RowKernels.fastest()).isSameAs(RowKernels.vector());
    }
}
