package columna.fixedpoint.kernel;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API twin. Where the just-in-time compiler does as well on the plain loop (measured), that loop is used.
 * Every vector loop ends in a plain tail with equal bits.
 */
final class VectorRowKernels implements RowKernels {

    static final VectorRowKernels INSTANCE = new VectorRowKernels();
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
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
    public void addProduct(int[] acc, int sign, int[] a, int[] b, int n) {
        PLAIN.addProduct(acc, sign, a, b, n);
    }

    @Override
    public void addMatrixVector(int[] acc, int[][] w, int rows, int[] x, int n) {
        int r = 0;
        for (; r + 3 < rows; r += 4) {
            dotFour(acc, r, w[r], w[r + 1], w[r + 2], w[r + 3], x, n);
        }
        for (; r < rows; r++) {
            acc[r] += dot(w[r], x, n);
        }
    }

    private static void dotFour(int[] acc, int r, int[] w0, int[] w1, int[] w2, int[] w3, int[] x, int n) {
        IntVector s0 = IntVector.zero(INTS);
        IntVector s1 = s0;
        IntVector s2 = s0;
        IntVector s3 = s0;
        int bound = INTS.loopBound(n);
        int i = 0;
        for (; i < bound; i += INTS.length()) {
            IntVector v = IntVector.fromArray(INTS, x, i);
            s0 = s0.add(v.mul(IntVector.fromArray(INTS, w0, i)));
            s1 = s1.add(v.mul(IntVector.fromArray(INTS, w1, i)));
            s2 = s2.add(v.mul(IntVector.fromArray(INTS, w2, i)));
            s3 = s3.add(v.mul(IntVector.fromArray(INTS, w3, i)));
        }
        int t0 = s0.reduceLanes(VectorOperators.ADD);
        int t1 = s1.reduceLanes(VectorOperators.ADD);
        int t2 = s2.reduceLanes(VectorOperators.ADD);
        int t3 = s3.reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            t0 += w0[i] * x[i];
            t1 += w1[i] * x[i];
            t2 += w2[i] * x[i];
            t3 += w3[i] * x[i];
        }
        acc[r] += t0;
        acc[r + 1] += t1;
        acc[r + 2] += t2;
        acc[r + 3] += t3;
    }

    private static int dot(int[] w, int[] x, int n) {
        IntVector sums = IntVector.zero(INTS);
        int bound = INTS.loopBound(n);
        int i = 0;
        for (; i < bound; i += INTS.length()) {
            sums = sums.add(IntVector.fromArray(INTS, w, i).mul(IntVector.fromArray(INTS, x, i)));
        }
        int sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            sum += w[i] * x[i];
        }
        return sum;
    }

    @Override
    public void addVectorMatrix(int[] acc, int[] q, int[][] w, int rows, int n) {
        PLAIN.addVectorMatrix(acc, q, w, rows, n);
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
}
