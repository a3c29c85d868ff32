package columna.fixedpoint.kernel;

/**
 * The Vector API twin. Where the just-in-time compiler does as well on the plain loop (measured), that loop is used.
 * Every vector loop ends in a plain tail with equal bits.
 */
final class VectorRowKernels implements RowKernels {

    static final VectorRowKernels INSTANCE = new VectorRowKernels();
    private static final RowKernels PLAIN = PlainRowKernels.INSTANCE;

    private VectorRowKernels() {
    }

    @Override
    public void clear(int[] acc, int n) {
        PLAIN.clear(acc, n);
    }

    @Override
    public void addShifted(int[] acc, int[] a, int shift, int n) {
        PLAIN.addShifted(acc, a, shift, n);
    }

    @Override
    public void addScaled(int[] acc, int c, int[] a, int n) {
        PLAIN.addScaled(acc, c, a, n);
    }

    @Override
    public void addScaled(int[] acc, int c0, int[] a0, int c1, int[] a1, int n) {
        PLAIN.addScaled(acc, c0, a0, c1, a1, n);
    }

    @Override
    public void addProduct(int[] acc, int factor, int[] a, int[] b, int n) {
        PLAIN.addProduct(acc, factor, a, b, n);
    }

    @Override
    public void addMatrixVector(int[] acc, int[][] w, int rows, int[] x, int n) {
        VectorMatrixLoops.addMatrixVector(acc, w, rows, x, n);
    }

    @Override
    public void addVectorMatrix(int[] acc, int[] q, int[][] w, int rows, int n) {
        VectorMatrixLoops.addVectorMatrix(acc, q, w, rows, n);
    }

    @Override
    public void clear(long[] acc, int n) {
        PLAIN.clear(acc, n);
    }

    @Override
    public void addShifted(long[] acc, int[] a, int shift, int n) {
        PLAIN.addShifted(acc, a, shift, n);
    }

    @Override
    public void addScaled(long[] acc, long c, int[] a, int n) {
        PLAIN.addScaled(acc, c, a, n);
    }

    @Override
    public void addProduct(long[] acc, int sign, int[] a, int[] b, int shift, int n) {
        PLAIN.addProduct(acc, sign, a, b, shift, n);
    }

    @Override
    public void addMatrixVector(long[] acc, int[][] w, int rows, int[] x, int shift, int n) {
        PLAIN.addMatrixVector(acc, w, rows, x, shift, n);
    }

    @Override
    public void addVectorMatrix(long[] acc, int[] q, int[][] w, int rows, int shift, int n) {
        PLAIN.addVectorMatrix(acc, q, w, rows, shift, n);
    }

    @Override
    public void narrow(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        PLAIN.narrow(acc, narrowing, noise, out, n);
    }

    @Override
    public void narrow(long[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        PLAIN.narrow(acc, narrowing, noise, out, n);
    }

    @Override
    public void narrowAdd(int[] acc, Narrowing narrowing, int[] noise, int[] out, int n) {
        PLAIN.narrowAdd(acc, narrowing, noise, out, n);
    }

    @Override
    public long largestMagnitude(int[] a, int n) {
        return VectorMatrixLoops.largestMagnitude(a, n);
    }

    @Override
    public void narrowSum(int terms, int[] c, int[][] a, ConstantRounding rounding, int[] out, int n) {
        VectorSumLoops.narrow(terms, c, a, rounding, out, n);
    }

    @Override
    public void narrowSumAdd(int terms, int[] c, int[][] a, ConstantRounding rounding, int[] out, int n) {
        VectorSumLoops.narrowAdd(terms, c, a, rounding, out, n);
    }

    @Override
    public void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input,
                            ConstantRounding rounding, int n) {
        VectorComplexLoops.trace(lambdaRe, lambdaIm, gamma, traceRe, traceIm, input,
                rounding.half(), rounding.shift(), rounding.low(), rounding.high(), n);
    }

    @Override
    public void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int inputShift,
                            Narrowing narrowing, int n) {
        narrowing.requireFused();
        VectorComplexLoops.trace(lambdaRe, lambdaIm, gamma << inputShift, traceRe, traceIm, input,
                narrowing.half(), narrowing.shift(), (int) narrowing.low(), (int) narrowing.high(), n);
    }

    @Override
    public void gradientAccumulate(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe,
                                   int[] gradientIm, Narrowing narrowing, int n) {
        narrowing.requireFused();
        VectorComplexLoops.gradient(errorRe, errorIm, traceRe, traceIm, gradientRe, gradientIm,
                narrowing.half(), narrowing.shift(), (int) narrowing.low(), (int) narrowing.high(), n);
    }

    @Override
    public void traceUpdate(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int inputShift,
                            Narrowing narrowing, int[] noiseRe, int[] noiseIm, int n) {
        narrowing.requireStochasticFused();
        VectorStochasticComplexLoops.trace(lambdaRe, lambdaIm, gamma << inputShift, traceRe, traceIm, input,
                narrowing.shift(), narrowing.randomBits(), noiseRe, noiseIm, (int) narrowing.low(), (int) narrowing.high(), n);
    }

    @Override
    public void gradientAccumulate(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe,
                                   int[] gradientIm, Narrowing narrowing, int[] noiseRe, int[] noiseIm, int n) {
        narrowing.requireStochasticFused();
        VectorStochasticComplexLoops.gradient(errorRe, errorIm, traceRe, traceIm, gradientRe, gradientIm,
                narrowing.shift(), narrowing.randomBits(), noiseRe, noiseIm, (int) narrowing.low(), (int) narrowing.high(), n);
    }
}
