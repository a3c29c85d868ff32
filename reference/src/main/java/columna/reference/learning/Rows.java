package columna.reference.learning;

/**
 * The one dense kernel: a row plus a linear combination of rows. Matrix times vector runs it over transposed weights, transposed matrix
 * times vector over the weights themselves, and a sum of outer products over the rows of a sequence; the inner loop always runs along a
 * row, four rows at a time, because a running sum along a row would not be vectorised.
 *
 * <p>Four coefficients that are all zero are skipped: with finite rows they would add zero. So time steps without an error cost nothing.
 */
final class Rows {

    private Rows() {}

    /** {@code target += sum_k coefficients[k] rows[first + k]} for k below count. */
    static void addCombination(double[] target, double[] coefficients, double[][] rows, int first, int count) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            double a = coefficients[k];
            double b = coefficients[k + 1];
            double c = coefficients[k + 2];
            double d = coefficients[k + 3];
            if (a != 0 || b != 0 || c != 0 || d != 0) {
                int r = first + k;
                add(target, a, rows[r], b, rows[r + 1], c, rows[r + 2], d, rows[r + 3]);
            }
        }
        for (; k < count; k++) {
            if (coefficients[k] != 0) {
                add(target, coefficients[k], rows[first + k]);
            }
        }
    }

    private static void add(double[] target, double a, double[] p, double b, double[] q, double c, double[] r, double d, double[] s) {
        int length = target.length;
        for (int i = 0; i < length; i++) {
            target[i] += a * p[i] + b * q[i] + c * r[i] + d * s[i];
        }
    }

    /** {@code target += a p}. */
    static void add(double[] target, double a, double[] p) {
        int length = target.length;
        for (int i = 0; i < length; i++) {
            target[i] += a * p[i];
        }
    }

    /** {@code target += p q}, element by element. */
    static void addProduct(double[] target, double[] p, double[] q) {
        int length = target.length;
        for (int i = 0; i < length; i++) {
            target[i] += p[i] * q[i];
        }
    }
}
