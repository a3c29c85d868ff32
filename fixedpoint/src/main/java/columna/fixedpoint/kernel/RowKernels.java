package columna.fixedpoint.kernel;

/**
 * Array kernels from which every sum of products of a chip is composed: products are accumulated row by row without
 * loss, then a row is narrowed once into its destination's format.
 *
 * <p>Operands are raw words of at most 32 bits in {@code int} arrays, one array per matrix row, real and imaginary parts
 * apart. An accumulator is an {@code int} or a {@code long} array. Arithmetic is modular in the accumulator's width, so
 * intermediate sums may wrap: <strong>the caller guarantees that every final sum fits</strong> (for {@code int} by a bound
 * on the operands; for {@code long} by the check of the datapath's width when the chip is built). In the {@code int}
 * variants each single product is also taken modulo 2<sup>32</sup>, which the same guarantee makes harmless.
 *
 * <p>Two implementations with equal bits exist: {@link #plain()}, loops that the just-in-time compiler vectorises, and
 * {@link #vector()}, the Vector API. Only the first {@code n} elements of each row are touched; rows may be longer.
 */
public interface RowKernels {

    /** {@code acc[i] = 0}. */
    void clear(int[] acc, int n);

    /** {@code acc[i] += a[i] << shift}, {@code 0 <= shift < 32}. */
    void addShifted(int[] acc, int[] a, int shift, int n);

    /** {@code acc[i] += c * a[i]}. */
    void addScaled(int[] acc, int c, int[] a, int n);

    /** {@code acc[i] += c0 * a0[i] + c1 * a1[i]}; one pass over the accumulator instead of two. */
    void addScaled(int[] acc, int c0, int[] a0, int c1, int[] a1, int n);

    /** {@code acc[i] += factor * a[i] * b[i]}: a sign, or a sign and a shift. */
    void addProduct(int[] acc, int factor, int[] a, int[] b, int n);

    /** Matrix times vector: {@code acc[r] += sum over i < n of w[r][i] * x[i]} for {@code r < rows}. */
    void addMatrixVector(int[] acc, int[][] w, int rows, int[] x, int n);

    /** Transposed matrix times vector: {@code acc[i] += sum over r < rows of q[r] * w[r][i]} for {@code i < n}. */
    void addVectorMatrix(int[] acc, int[] q, int[][] w, int rows, int n);

    /** {@code acc[i] = 0}. */
    void clear(long[] acc, int n);

    /** {@code acc[i] += (long) a[i] << shift}, {@code 0 <= shift < 64}. */
    void addShifted(long[] acc, int[] a, int shift, int n);

    /** {@code acc[i] += c * a[i]}. */
    void addScaled(long[] acc, long c, int[] a, int n);

    /** {@code acc[i] += sign * ((long) a[i] * b[i] << shift)}. */
    void addProduct(long[] acc, int sign, int[] a, int[] b, int shift, int n);

    /** {@code acc[r] += (sum over i < n of (long) w[r][i] * x[i]) << shift} for {@code r < rows}. */
    void addMatrixVector(long[] acc, int[][] w, int rows, int[] x, int shift, int n);

    /** {@code acc[i] += (sum over r < rows of (long) q[r] * w[r][i]) << shift} for {@code i < n}. */
    void addVectorMatrix(long[] acc, int[] q, int[][] w, int rows, int shift, int n);

    /**
     * {@code out[i] = overflow(quantise(acc[i] * 2^-shift))}: the one rounding of a sum of products.
     *
     * @param narrowing shift, rounding, overflow and range of the destination
     * @param noise one random word of {@code narrowing.randomBits()} bits per element; read only by STOCHASTIC
     */
    void narrow(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n);

    /** As {@link #narrow(int[], Narrowing, int[], int[], int)} from a {@code long} accumulator. */
    void narrow(long[] acc, Narrowing narrowing, int[] noise, int[] out, int n);

    /**
     * {@code out[i] = overflow(out[i] + quantise(acc[i] * 2^-shift))}, which equals narrowing the whole sum
     * {@code out[i] * 2^shift + acc[i]} for the modes that commute with adding a whole multiple of the last place: TRN,
     * RND and STOCHASTIC ({@link Narrowing#commutesWithAddition()}). The caller guarantees that the sum fits 32 bits.
     */
    void narrowAdd(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n);

    /** The largest magnitude of {@code a[i]}, 2<sup>31</sup> at most; 0 for {@code n = 0}. */
    long largestMagnitude(int[] a, int n);

    /**
     * {@code out[i] = narrow(sum over t < terms of c[t] * a[t][i])} in one pass; {@code out} may be one of the rows.
     *
     * <p>The caller guarantees that every sum plus {@code rounding.half()} fits 32 bits.
     *
     * @param terms 1 to 4
     */
    void narrowSum(int terms, int[] c, int[][] a, ConstantRounding rounding, int[] out, int n);

    /**
     * {@code out[i] += narrow(sum over t < terms of c[t] * a[t][i])} in the sense of {@link #narrowAdd}, with its guarantee
     * and that of {@link #narrowSum}.
     *
     * @param terms 1 to 4
     */
    void narrowSumAdd(int terms, int[] c, int[][] a, ConstantRounding rounding, int[] out, int n);

    /**
     * {@link #traceUpdate(int, int, int, int[], int[], int[], int, Narrowing, int) traceUpdate} with gamma already aligned
     * and the rounding's constants at hand.
     */
    void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input,
                     ConstantRounding rounding, int n);

    /**
     * One row of a complex eligibility trace, one rounding per part:
     * {@code re' = narrow(lambdaRe*re - lambdaIm*im + (gamma*input << inputShift))} and
     * {@code im' = narrow(lambdaRe*im + lambdaIm*re)}, both from the old parts.
     *
     * <p>The caller guarantees that both sums, and for RND both sums plus half a unit of the last place, fit 32 bits.
     *
     * @param inputShift aligns gamma times input with lambda times trace, 0 to 31
     * @param narrowing one for which {@link Narrowing#hasFusedKernels()}; others are refused
     */
    void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int inputShift,
                     Narrowing narrowing, int n);

    /**
     * One row of a complex gradient: {@code gradientRe += narrow(errorRe*re - errorIm*im)} and
     * {@code gradientIm += narrow(errorRe*im + errorIm*re)} in the sense of {@link #narrowAdd}, with the guarantees of
     * {@link #narrowAdd} and {@link #traceUpdate}.
     */
    void gradientAccumulate(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe, int[] gradientIm,
                            Narrowing narrowing, int n);

    /**
     * {@link #traceUpdate(int, int, int, int[], int[], int[], int, Narrowing, int) traceUpdate} rounded stochastically: one
     * random word per part. The caller guarantees that both sums plus {@code 2^shift - 1} fit 32 bits.
     *
     * @param narrowing one for which {@link Narrowing#hasStochasticFusedKernels()}; others are refused
     */
    void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int inputShift,
                     Narrowing narrowing, int[] noiseRe, int[] noiseIm, int n);

    /**
     * {@link #gradientAccumulate(int, int, int[], int[], int[], int[], Narrowing, int) gradientAccumulate} rounded
     * stochastically: one random word per part. The caller guarantees that both sums plus {@code 2^shift - 1} fit 32 bits.
     *
     * @param narrowing one for which {@link Narrowing#hasStochasticFusedKernels()}; others are refused
     */
    void gradientAccumulate(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe, int[] gradientIm,
                            Narrowing narrowing, int[] noiseRe, int[] noiseIm, int n);

    /** The vector twin where the Vector API's module is in the running JVM, else the plain one: equal bits. */
    static RowKernels fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? vector() : plain();
    }

    /** Loops that C2 vectorises; the twin that defines the bits. */
    static RowKernels plain() {
        return PlainRowKernels.INSTANCE;
    }

    /** The Vector API twin of {@link #plain()}. */
    static RowKernels vector() {
        return VectorRowKernels.INSTANCE;
    }
}
