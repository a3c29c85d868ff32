package columna.fixedpoint.kernel;

import java.util.Arrays;

/** Loops in the shapes that C2 vectorises: one array per operand, every subscript exactly the loop variable. */
final class PlainRowKernels implements RowKernels {

    static final PlainRowKernels INSTANCE = new PlainRowKernels();

    private PlainRowKernels() {
    }

    @Override
    public void clear(int[] acc, int n) {
        Arrays.fill(acc, 0, n, 0);
    }

    @Override
    public void addShifted(int[] acc, int[] a, int shift, int n) {
        for (int i = 0; i < n; i++) {
            acc[i] += a[i] << shift;
        }
    }

    @Override
    public void addScaled(int[] acc, int c, int[] a, int n) {
        for (int i = 0; i < n; i++) {
            acc[i] += c * a[i];
        }
    }

    @Override
    public void addScaled(int[] acc, int c0, int[] a0, int c1, int[] a1, int n) {
        for (int i = 0; i < n; i++) {
            acc[i] += c0 * a0[i] + c1 * a1[i];
        }
    }

    @Override
    public void addProduct(int[] acc, int factor, int[] a, int[] b, int n) {
        for (int i = 0; i < n; i++) {
            acc[i] += factor * a[i] * b[i];
        }
    }

    @Override
    public void addMatrixVector(int[] acc, int[][] w, int rows, int[] x, int n) {
        for (int r = 0; r < rows; r++) {
            acc[r] += dot(w[r], x, n);
        }
    }

    private static int dot(int[] w, int[] x, int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += w[i] * x[i];
        }
        return sum;
    }

    @Override
    public void addVectorMatrix(int[] acc, int[] q, int[][] w, int rows, int n) {
        int r = 0;
        for (; r + 3 < rows; r += 4) {
            addFour(acc, q[r], w[r], q[r + 1], w[r + 1], q[r + 2], w[r + 2], q[r + 3], w[r + 3], n);
        }
        for (; r < rows; r++) {
            addScaled(acc, q[r], w[r], n);
        }
    }

    private static void addFour(int[] acc, int q0, int[] w0, int q1, int[] w1, int q2, int[] w2, int q3, int[] w3, int n) {
        for (int i = 0; i < n; i++) {
            acc[i] += q0 * w0[i] + q1 * w1[i] + q2 * w2[i] + q3 * w3[i];
        }
    }

    @Override
    public void clear(long[] acc, int n) {
        Arrays.fill(acc, 0, n, 0);
    }

    @Override
    public void addShifted(long[] acc, int[] a, int shift, int n) {
        for (int i = 0; i < n; i++) {
            acc[i] += (long) a[i] << shift;
        }
    }

    @Override
    public void addScaled(long[] acc, long c, int[] a, int n) {
        for (int i = 0; i < n; i++) {
            acc[i] += c * a[i];
        }
    }

    @Override
    public void addProduct(long[] acc, int sign, int[] a, int[] b, int shift, int n) {
        // A shifted +-1 as the factor: the same product modulo 2^64.
        long factor = (long) sign << shift;
        for (int i = 0; i < n; i++) {
            acc[i] += factor * ((long) a[i] * b[i]);
        }
    }

    @Override
    public void addMatrixVector(long[] acc, int[][] w, int rows, int[] x, int shift, int n) {
        for (int r = 0; r < rows; r++) {
            acc[r] += dotLong(w[r], x, n) << shift;
        }
    }

    private static long dotLong(int[] w, int[] x, int n) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (long) w[i] * x[i];
        }
        return sum;
    }

    @Override
    public void addVectorMatrix(long[] acc, int[] q, int[][] w, int rows, int shift, int n) {
        for (int r = 0; r < rows; r++) {
            addScaled(acc, (long) q[r] << shift, w[r], n);
        }
    }

    @Override
    public void narrow(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        PlainNarrowLoops.narrow(acc, narrowing, noise, out, n);
    }

    @Override
    public void narrow(long[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        PlainLongNarrowLoops.narrow(acc, narrowing, noise, out, n);
    }

    @Override
    public void narrowAdd(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        PlainNarrowAddLoops.narrowAdd(acc, narrowing, noise, out, n);
    }

    @Override
    public long largestMagnitude(int[] a, int n) {
        int low = 0;
        int high = 0;
        for (int i = 0; i < n; i++) {
            low = Math.min(low, a[i]);
            high = Math.max(high, a[i]);
        }
        return Math.max(-(long) low, high);
    }

    @Override
    public void narrowSum(int terms, int[] c, int[][] a, ConstantRounding rounding, int[] out, int n) {
        PlainSumLoops.narrow(terms, c, a, rounding, out, n);
    }

    @Override
    public void narrowSumAdd(int terms, int[] c, int[][] a, ConstantRounding rounding, int[] out, int n) {
        PlainSumLoops.narrowAdd(terms, c, a, rounding, out, n);
    }

    @Override
    public void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input,
                            ConstantRounding rounding, int n) {
        PlainComplexLoops.trace(lambdaRe, lambdaIm, gamma, traceRe, traceIm, input,
                rounding.half(), rounding.shift(), rounding.low(), rounding.high(), n);
    }

    @Override
    public void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int inputShift,
                            Narrowing narrowing, int n) {
        narrowing.requireFused();
        PlainComplexLoops.trace(lambdaRe, lambdaIm, gamma << inputShift, traceRe, traceIm, input,
                narrowing.half(), narrowing.shift(), (int) narrowing.low(), (int) narrowing.high(), n);
    }

    @Override
    public void gradientAccumulate(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe,
                                   int[] gradientIm, Narrowing narrowing, int n) {
        narrowing.requireFused();
        PlainComplexLoops.gradient(errorRe, errorIm, traceRe, traceIm, gradientRe, gradientIm,
                narrowing.half(), narrowing.shift(), (int) narrowing.low(), (int) narrowing.high(), n);
    }

    @Override
    public void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int inputShift,
                            Narrowing narrowing, int[] noiseRe, int[] noiseIm, int n) {
        narrowing.requireStochasticFused();
        PlainStochasticComplexLoops.trace(lambdaRe, lambdaIm, gamma << inputShift, traceRe, traceIm, input,
                narrowing.shift(), narrowing.randomBits(), noiseRe, noiseIm, (int) narrowing.low(), (int) narrowing.high(), n);
    }

    @Override
    public void gradientAccumulate(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe,
                                   int[] gradientIm, Narrowing narrowing, int[] noiseRe, int[] noiseIm, int n) {
        narrowing.requireStochasticFused();
        PlainStochasticComplexLoops.gradient(errorRe, errorIm, traceRe, traceIm, gradientRe, gradientIm,
                narrowing.shift(), narrowing.randomBits(), noiseRe, noiseIm, (int) narrowing.low(), (int) narrowing.high(), n);
    }
}
