package columna.fixedpoint.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The Vector API twin of {@link PlainStochasticComplexLoops}. Do not split into helpers: an operation outside the loop is boxed. */
final class VectorStochasticComplexLoops {

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    private VectorStochasticComplexLoops() {
    }

    static void trace(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input, int shift,
                      int randomBits, int[] noiseRe, int[] noiseIm, int low, int high, int n) {
        int bits = Math.min(shift, randomBits);
        int right = shift - bits;
        int noiseRight = randomBits - bits;
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector re = IntVector.fromArray(INTS, traceRe, i);
            IntVector im = IntVector.fromArray(INTS, traceIm, i);
            IntVector x = IntVector.fromArray(INTS, input, i);
            re.mul(lambdaRe).sub(im.mul(lambdaIm)).add(x.mul(gamma)).lanewise(ASHR, right)
                    .add(IntVector.fromArray(INTS, noiseRe, i).lanewise(LSHR, noiseRight))
                    .lanewise(ASHR, bits).min(high).max(low).intoArray(traceRe, i);
            im.mul(lambdaRe).add(re.mul(lambdaIm)).lanewise(ASHR, right)
                    .add(IntVector.fromArray(INTS, noiseIm, i).lanewise(LSHR, noiseRight))
                    .lanewise(ASHR, bits).min(high).max(low).intoArray(traceIm, i);
        }
        PlainStochasticComplexLoops.traceFrom(bound, lambdaRe, lambdaIm, gamma, traceRe, traceIm, input,
                shift, randomBits, noiseRe, noiseIm, low, high, n);
    }

    static void gradient(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe, int[] gradientIm, int shift,
                         int randomBits, int[] noiseRe, int[] noiseIm, int low, int high, int n) {
        int bits = Math.min(shift, randomBits);
        int right = shift - bits;
        int noiseRight = randomBits - bits;
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector re = IntVector.fromArray(INTS, traceRe, i);
            IntVector im = IntVector.fromArray(INTS, traceIm, i);
            re.mul(errorRe).sub(im.mul(errorIm)).lanewise(ASHR, right)
                    .add(IntVector.fromArray(INTS, noiseRe, i).lanewise(LSHR, noiseRight)).lanewise(ASHR, bits)
                    .add(IntVector.fromArray(INTS, gradientRe, i)).min(high).max(low).intoArray(gradientRe, i);
            im.mul(errorRe).add(re.mul(errorIm)).lanewise(ASHR, right)
                    .add(IntVector.fromArray(INTS, noiseIm, i).lanewise(LSHR, noiseRight)).lanewise(ASHR, bits)
                    .add(IntVector.fromArray(INTS, gradientIm, i)).min(high).max(low).intoArray(gradientIm, i);
        }
        PlainStochasticComplexLoops.gradientPart(bound, errorRe, traceRe, -errorIm, traceIm, gradientRe,
                shift, randomBits, noiseRe, low, high, n);
        PlainStochasticComplexLoops.gradientPart(bound, errorRe, traceIm, errorIm, traceRe, gradientIm,
                shift, randomBits, noiseIm, low, high, n);
    }
}
