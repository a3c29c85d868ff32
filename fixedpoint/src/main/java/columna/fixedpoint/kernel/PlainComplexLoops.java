package columna.fixedpoint.kernel;

/** The fused complex loops: rounding is {@code (sum + half) >> shift}, then a clamp to {@code [low, high]}. */
final class PlainComplexLoops {

    private PlainComplexLoops() {
    }

    static void trace(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input,
                      int half, int shift, int low, int high, int n) {
        traceFrom(0, lambdaRe, lambdaIm, gamma, traceRe, traceIm, input, half, shift, low, high, n);
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void traceFrom(int first, int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input,
                          int half, int shift, int low, int high, int n) {
        for (int i = first; i < n; i++) {
            int re = traceRe[i];
            int im = traceIm[i];
            int newRe = lambdaRe * re - lambdaIm * im + gamma * input[i] + half >> shift;
            int newIm = lambdaRe * im + lambdaIm * re + half >> shift;
            traceRe[i] = Math.max(low, Math.min(high, newRe));
            traceIm[i] = Math.max(low, Math.min(high, newIm));
        }
    }

    static void gradient(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe, int[] gradientIm,
                         int half, int shift, int low, int high, int n) {
        gradientPart(0, errorRe, traceRe, -errorIm, traceIm, gradientRe, half, shift, low, high, n);
        gradientPart(0, errorRe, traceIm, errorIm, traceRe, gradientIm, half, shift, low, high, n);
    }

    /** {@code out += narrow(c0*a0 + c1*a1)} for {@code first <= i < n}. */
    static void gradientPart(int first, int c0, int[] a0, int c1, int[] a1, int[] out,
                             int half, int shift, int low, int high, int n) {
        for (int i = first; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, out[i] + (c0 * a0[i] + c1 * a1[i] + half >> shift)));
        }
    }
}
