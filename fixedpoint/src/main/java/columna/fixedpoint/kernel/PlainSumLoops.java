package columna.fixedpoint.kernel;

/**
 * Sums of up to four scaled rows, rounded in the same pass: {@code (sum + half) >> shift}, clamped to {@code [low, high]}.
 * One method per number of rows, written out because C2 vectorises only loops over arrays it holds in locals.
 */
final class PlainSumLoops {

    private PlainSumLoops() {
    }

    static void narrow(int terms, int[] c, int[][] a, ConstantRounding r, int[] out, int n) {
        switch (terms) {
            case 1 -> narrowOne(0, c[0], a[0], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 2 -> narrowTwo(0, c[0], a[0], c[1], a[1], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 3 -> narrowThree(0, c[0], a[0], c[1], a[1], c[2], a[2], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 4 -> narrowFour(0, c[0], a[0], c[1], a[1], c[2], a[2], c[3], a[3], r.half(), r.shift(), r.low(), r.high(), out, n);
            default -> throw new IllegalArgumentException(terms + " rows are summed; allowed: 1 to 4.");
        }
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void narrowOne(int first, int c0, int[] a0,
            int half, int shift, int low, int high, int[] out, int n) {
        for (int i = first; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, c0 * a0[i] + half >> shift));
        }
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void narrowTwo(int first, int c0, int[] a0, int c1, int[] a1,
            int half, int shift, int low, int high, int[] out, int n) {
        for (int i = first; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, c0 * a0[i] + c1 * a1[i] + half >> shift));
        }
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void narrowThree(int first, int c0, int[] a0, int c1, int[] a1, int c2, int[] a2,
            int half, int shift, int low, int high, int[] out, int n) {
        for (int i = first; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, c0 * a0[i] + c1 * a1[i] + c2 * a2[i] + half >> shift));
        }
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void narrowFour(int first, int c0, int[] a0, int c1, int[] a1, int c2, int[] a2, int c3, int[] a3,
            int half, int shift, int low, int high, int[] out, int n) {
        for (int i = first; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, c0 * a0[i] + c1 * a1[i] + c2 * a2[i] + c3 * a3[i] + half >> shift));
        }
    }

    static void narrowAdd(int terms, int[] c, int[][] a, ConstantRounding r, int[] out, int n) {
        switch (terms) {
            case 1 -> narrowAddOne(0, c[0], a[0], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 2 -> narrowAddTwo(0, c[0], a[0], c[1], a[1], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 3 -> narrowAddThree(0, c[0], a[0], c[1], a[1], c[2], a[2], r.half(), r.shift(), r.low(), r.high(), out, n);
            case 4 -> narrowAddFour(0, c[0], a[0], c[1], a[1], c[2], a[2], c[3], a[3], r.half(), r.shift(), r.low(), r.high(), out, n);
            default -> throw new IllegalArgumentException(terms + " rows are summed; allowed: 1 to 4.");
        }
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void narrowAddOne(int first, int c0, int[] a0,
            int half, int shift, int low, int high, int[] out, int n) {
        for (int i = first; i < n; i++) {
            int rounded = c0 * a0[i] + half >> shift;
            out[i] = Math.max(low, Math.min(high, out[i] + rounded));
        }
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void narrowAddTwo(int first, int c0, int[] a0, int c1, int[] a1,
            int half, int shift, int low, int high, int[] out, int n) {
        for (int i = first; i < n; i++) {
            int rounded = c0 * a0[i] + c1 * a1[i] + half >> shift;
            out[i] = Math.max(low, Math.min(high, out[i] + rounded));
        }
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void narrowAddThree(int first, int c0, int[] a0, int c1, int[] a1, int c2, int[] a2,
            int half, int shift, int low, int high, int[] out, int n) {
        for (int i = first; i < n; i++) {
            int rounded = c0 * a0[i] + c1 * a1[i] + c2 * a2[i] + half >> shift;
            out[i] = Math.max(low, Math.min(high, out[i] + rounded));
        }
    }

    /** Elements {@code first <= i < n}: the whole row, or the tail of the vector loop. */
    static void narrowAddFour(int first, int c0, int[] a0, int c1, int[] a1, int c2, int[] a2, int c3, int[] a3,
            int half, int shift, int low, int high, int[] out, int n) {
        for (int i = first; i < n; i++) {
            int rounded = c0 * a0[i] + c1 * a1[i] + c2 * a2[i] + c3 * a3[i] + half >> shift;
            out[i] = Math.max(low, Math.min(high, out[i] + rounded));
        }
    }
}
