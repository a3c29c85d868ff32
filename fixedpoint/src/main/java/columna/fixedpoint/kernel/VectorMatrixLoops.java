package columna.fixedpoint.kernel;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Reductions of rows: largest words, matrix times vector and its transpose on {@code int} accumulators, four rows sharing what they read and write. */
final class VectorMatrixLoops {

    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    private VectorMatrixLoops() {
    }

    static void addMatrixVector(int[] acc, int[][] w, int rows, int[] x, int n) {
        int r = 0;
        for (; r + 3 < rows; r += 4) {
            addFourDots(acc, r, w[r], w[r + 1], w[r + 2], w[r + 3], x, n);
        }
        for (; r < rows; r++) {
            acc[r] += dot(w[r], x, n);
        }
    }

    private static void addFourDots(int[] acc, int r, int[] w0, int[] w1, int[] w2, int[] w3, int[] x, int n) {
        IntVector s0 = IntVector.zero(INTS);
        IntVector s1 = s0;
        IntVector s2 = s0;
        IntVector s3 = s0;
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            IntVector v = IntVector.fromArray(INTS, x, i);
            s0 = s0.add(v.mul(IntVector.fromArray(INTS, w0, i)));
            s1 = s1.add(v.mul(IntVector.fromArray(INTS, w1, i)));
            s2 = s2.add(v.mul(IntVector.fromArray(INTS, w2, i)));
            s3 = s3.add(v.mul(IntVector.fromArray(INTS, w3, i)));
        }
        acc[r] += s0.reduceLanes(ADD) + tail(bound, w0, x, n);
        acc[r + 1] += s1.reduceLanes(ADD) + tail(bound, w1, x, n);
        acc[r + 2] += s2.reduceLanes(ADD) + tail(bound, w2, x, n);
        acc[r + 3] += s3.reduceLanes(ADD) + tail(bound, w3, x, n);
    }

    private static int dot(int[] w, int[] x, int n) {
        IntVector sums = IntVector.zero(INTS);
        int bound = INTS.loopBound(n);
        for (int i = 0; i < bound; i += INTS.length()) {
            sums = sums.add(IntVector.fromArray(INTS, w, i).mul(IntVector.fromArray(INTS, x, i)));
        }
        return sums.reduceLanes(ADD) + tail(bound, w, x, n);
    }

    private static int tail(int first, int[] w, int[] x, int n) {
        int sum = 0;
        for (int i = first; i < n; i++) {
            sum += w[i] * x[i];
        }
        return sum;
    }

    static void addVectorMatrix(int[] acc, int[] q, int[][] w, int rows, int n) {
        int r = 0;
        for (; r + 3 < rows; r += 4) {
            addFourRows(acc, q[r], w[r], q[r + 1], w[r + 1], q[r + 2], w[r + 2], q[r + 3], w[r + 3], n);
        }
        for (; r < rows; r++) {
            PlainRowKernels.INSTANCE.addScaled(acc, q[r], w[r], n);
        }
    }

    private static void addFourRows(int[] acc, int q0, int[] w0, int q1, int[] w1, int q2, int[] w2, int q3, int[] w3, int n) {
        int bound = INTS.loopBound(n);
        int i = 0;
        for (; i < bound; i += INTS.length()) {
            IntVector.fromArray(INTS, acc, i)
                    .add(IntVector.fromArray(INTS, w0, i).mul(q0).add(IntVector.fromArray(INTS, w1, i).mul(q1)))
                    .add(IntVector.fromArray(INTS, w2, i).mul(q2).add(IntVector.fromArray(INTS, w3, i).mul(q3)))
                    .intoArray(acc, i);
        }
        for (; i < n; i++) {
            acc[i] += q0 * w0[i] + q1 * w1[i] + q2 * w2[i] + q3 * w3[i];
        }
    }

    static long largestMagnitude(int[] a, int n) {
        IntVector lowest = IntVector.zero(INTS);
        IntVector highest = lowest;
        int bound = INTS.loopBound(n);
        int i = 0;
        for (; i < bound; i += INTS.length()) {
            IntVector v = IntVector.fromArray(INTS, a, i);
            lowest = lowest.min(v);
            highest = highest.max(v);
        }
        int low = lowest.reduceLanes(MIN);
        int high = highest.reduceLanes(MAX);
        for (; i < n; i++) {
            low = Math.min(low, a[i]);
            high = Math.max(high, a[i]);
        }
        return Math.max(-(long) low, high);
    }
}
