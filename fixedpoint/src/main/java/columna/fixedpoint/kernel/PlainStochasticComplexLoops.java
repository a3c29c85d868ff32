package columna.fixedpoint.kernel;

/**
 * The fused complex loops with random words: rounding is {@code ((sum >> right) + (word >>> noiseRight)) >> bits}. Of the
 * discarded bits and of the word only the leading {@code bits = min(shift, randomBits)} can decide the carry.
 */
final class PlainStochasticComplexLoops {

    private PlainStochasticComplexLoops() {
    }

    static void trace(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int shift,
                      int randomBits, int[] noiseRe, int[] noiseIm, int low, int high, int n) {
        traceFrom(0, lambdaRe, lambdaIm, gamma, traceRe, traceIm, input, shift, randomBits, noiseRe, noiseIm, low, high, n);
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void traceFrom(int first, int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int shift,
                          int randomBits, int[] noiseRe, int[] noiseIm, int low, int high, int n) {
        int bits = Math.min(shift, randomBits);
        int right = shift - bits;
        int noiseRight = randomBits - bits;
        for (int i = first; i < n; i++) {
            int re = traceRe[i];
            int im = traceIm[i];
            int newRe = (lambdaRe * re - lambdaIm * im + gamma * input[i] >> right) + (noiseRe[i] >>> noiseRight) >> bits;
            int newIm = (lambdaRe * im + lambdaIm * re >> right) + (noiseIm[i] >>> noiseRight) >> bits;
            traceRe[i] = Math.max(low, Math.min(high, newRe));
            traceIm[i] = Math.max(low, Math.min(high, newIm));
        }
    }

    static void gradient(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe, int[] gradientIm, int shift,
                         int randomBits, int[] noiseRe, int[] noiseIm, int low, int high, int n) {
        gradientPart(0, errorRe, traceRe, -errorIm, traceIm, gradientRe, shift, randomBits, noiseRe, low, high, n);
        gradientPart(0, errorRe, traceIm, errorIm, traceRe, gradientIm, shift, randomBits, noiseIm, low, high, n);
    }

    /** {@code out += narrow(c0*a0 + c1*a1)} for {@code first <= i < n}. */
    static void gradientPart(int first, int c0, int[] a0, int c1, int[] a1, int[] out, int shift,
                             int randomBits, int[] noise, int low, int high, int n) {
        int bits = Math.min(shift, randomBits);
        int right = shift - bits;
        int noiseRight = randomBits - bits;
        for (int i = first; i < n; i++) {
            int rounded = (c0 * a0[i] + c1 * a1[i] >> right) + (noise[i] >>> noiseRight) >> bits;
            out[i] = Math.max(low, Math.min(high, out[i] + rounded));
        }
    }
}
