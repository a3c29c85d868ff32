package columna.fixedpoint.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The Vector API twin of {@link PlainSumLoops}. Do not split into helpers: an operation outside the loop is boxed. */
final class VectorSumLoops {

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    private VectorSumLoops() {
    }

    static void narrow(int terms, int[] c, int[][] a, ConstantRounding r, int[] out, int n) {
        switch (terms) {
            case 1 -> narrowOne(c[0], a[0], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 2 -> narrowTwo(c[0], a[0], c[1], a[1], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 3 -> narrowThree(c[0], a[0], c[1], a[1], c[2], a[2], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 4 -> narrowFour(c[0], a[0], c[1], a[1], c[2], a[2], c[3], a[3], r.half(), r.shift(), r.low(), r.high(), out, n);
            default -> throw new IllegalArgumentException(terms + " rows are summed; allowed: 1 to 4.");
        }
    }

    private static void narrowOne(int c0, int[] a0,
            int half, int shift, int low, int high, int[] out, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, a0, i).mul(c0).add(half)
                    .lanewise(ASHR, shift).min(high).max(low).intoArray(out, i);
        }
        PlainSumLoops.narrowOne(bound, c0, a0, half, shift, low, high, out, n);
    }

    private static void narrowTwo(int c0, int[] a0, int c1, int[] a1,
            int half, int shift, int low, int high, int[] out, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, a0, i).mul(c0).add(half)
                    .add(IntVector.fromArray(INTS, a1, i).mul(c1))
                    .lanewise(ASHR, shift).min(high).max(low).intoArray(out, i);
        }
        PlainSumLoops.narrowTwo(bound, c0, a0, c1, a1, half, shift, low, high, out, n);
    }

    private static void narrowThree(int c0, int[] a0, int c1, int[] a1, int c2, int[] a2,
            int half, int shift, int low, int high, int[] out, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, a0, i).mul(c0).add(half)
                    .add(IntVector.fromArray(INTS, a1, i).mul(c1))
                    .add(IntVector.fromArray(INTS, a2, i).mul(c2))
                    .lanewise(ASHR, shift).min(high).max(low).intoArray(out, i);
        }
        PlainSumLoops.narrowThree(bound, c0, a0, c1, a1, c2, a2, half, shift, low, high, out, n);
    }

    private static void narrowFour(int c0, int[] a0, int c1, int[] a1, int c2, int[] a2, int c3, int[] a3,
            int half, int shift, int low, int high, int[] out, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, a0, i).mul(c0).add(half)
                    .add(IntVector.fromArray(INTS, a1, i).mul(c1))
                    .add(IntVector.fromArray(INTS, a2, i).mul(c2))
                    .add(IntVector.fromArray(INTS, a3, i).mul(c3))
                    .lanewise(ASHR, shift).min(high).max(low).intoArray(out, i);
        }
        PlainSumLoops.narrowFour(bound, c0, a0, c1, a1, c2, a2, c3, a3, half, shift, low, high, out, n);
    }

    static void narrowAdd(int terms, int[] c, int[][] a, ConstantRounding r, int[] out, int n) {
        switch (terms) {
            case 1 -> narrowAddOne(c[0], a[0], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 2 -> narrowAddTwo(c[0], a[0], c[1], a[1], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 3 -> narrowAddThree(c[0], a[0], c[1], a[1], c[2], a[2], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 4 -> narrowAddFour(c[0], a[0], c[1], a[1], c[2], a[2], c[3], a[3], r.half(), r.shift(), r.low(), r.high(), out, n);
            default -> throw new IllegalArgumentException(terms + " rows are summed; allowed: 1 to 4.");
        }
    }

    private static void narrowAddOne(int c0, int[] a0,
            int half, int shift, int low, int high, int[] out, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, a0, i).mul(c0).add(half)
                    .lanewise(ASHR, shift).add(IntVector.fromArray(INTS, out, i)).min(high).max(low).intoArray(out, i);
        }
        PlainSumLoops.narrowAddOne(bound, c0, a0, half, shift, low, high, out, n);
    }

    private static void narrowAddTwo(int c0, int[] a0, int c1, int[] a1,
            int half, int shift, int low, int high, int[] out, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, a0, i).mul(c0).add(half)
                    .add(IntVector.fromArray(INTS, a1, i).mul(c1))
                    .lanewise(ASHR, shift).add(IntVector.fromArray(INTS, out, i)).min(high).max(low).intoArray(out, i);
        }
        PlainSumLoops.narrowAddTwo(bound, c0, a0, c1, a1, half, shift, low, high, out, n);
    }

    private static void narrowAddThree(int c0, int[] a0, int c1, int[] a1, int c2, int[] a2,
            int half, int shift, int low, int high, int[] out, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, a0, i).mul(c0).add(half)
                    .add(IntVector.fromArray(INTS, a1, i).mul(c1))
                    .add(IntVector.fromArray(INTS, a2, i).mul(c2))
                    .lanewise(ASHR, shift).add(IntVector.fromArray(INTS, out, i)).min(high).max(low).intoArray(out, i);
        }
        PlainSumLoops.narrowAddThree(bound, c0, a0, c1, a1, c2, a2, half, shift, low, high, out, n);
    }

    private static void narrowAddFour(int c0, int[] a0, int c1, int[] a1, int c2, int[] a2, int c3, int[] a3,
            int half, int shift, int low, int high, int[] out, int n) {
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, a0, i).mul(c0).add(half)
                    .add(IntVector.fromArray(INTS, a1, i).mul(c1))
                    .add(IntVector.fromArray(INTS, a2, i).mul(c2))
                    .add(IntVector.fromArray(INTS, a3, i).mul(c3))
                    .lanewise(ASHR, shift).add(IntVector.fromArray(INTS, out, i)).min(high).max(low).intoArray(out, i);
        }
        PlainSumLoops.narrowAddFour(bound, c0, a0, c1, a1, c2, a2, c3, a3, half, shift, low, high, out, n);
    }
}
