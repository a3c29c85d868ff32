package columna.fixedpoint.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The Vector API twin of {@link PlainComplexLoops}. Do not split into helpers: an operation outside the loop is boxed. */
final class VectorComplexLoops {

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    private VectorComplexLoops() {
    }

    static void trace(int lambdaRe, int lambdaIm, int gamma, int[] traceRe, int[] traceIm, int[] input,
                      int half, int shift, int low, int high, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector re = IntVector.fromArray(INTS, traceRe, i);
            IntVector im = IntVector.fromArray(INTS, traceIm, i);
            IntVector x = IntVector.fromArray(INTS, input, i);
            re.mul(lambdaRe).sub(im.mul(lambdaIm)).add(x.mul(gamma).add(half))
                    .lanewise(ASHR, shift).min(high).max(low).intoArray(traceRe, i);
            im.mul(lambdaRe).add(re.mul(lambdaIm)).add(half)
                    .lanewise(ASHR, shift).min(high).max(low).intoArray(traceIm, i);
        }
        PlainComplexLoops.traceFrom(bound, lambdaRe, lambdaIm, gamma, traceRe, traceIm, input, half, shift, low, high, n);
    }

    static void gradient(int errorRe, int errorIm, int[] traceRe, int[] traceIm, int[] gradientRe, int[] gradientIm,
                         int half, int shift, int low, int high, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector re = IntVector.fromArray(INTS, traceRe, i);
            IntVector im = IntVector.fromArray(INTS, traceIm, i);
            re.mul(errorRe).sub(im.mul(errorIm)).add(half).lanewise(ASHR, shift)
                    .add(IntVector.fromArray(INTS, gradientRe, i)).min(high).max(low).intoArray(gradientRe, i);
            im.mul(errorRe).add(re.mul(errorIm)).add(half).lanewise(ASHR, shift)
                    .add(IntVector.fromArray(INTS, gradientIm, i)).min(high).max(low).intoArray(gradientIm, i);
        }
        PlainComplexLoops.gradientPart(bound, errorRe, traceRe, -errorIm, traceIm, gradientRe, half, shift, low, high, n);
        PlainComplexLoops.gradientPart(bound, errorRe, traceIm, errorIm, traceRe, gradientIm, half, shift, low, high, n);
    }
}
