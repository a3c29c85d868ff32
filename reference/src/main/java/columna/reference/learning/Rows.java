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

    /**
     * {@code targets[t] += sum_k coefficients[t][k] rows[k]} for every t of a range. Two t share each reading of the rows, which is what
     * limits the speed; the bits are those of one t at a time.
     */
    static void addCombinations(double[][] targets, double[][] coefficients, double[][] rows, int from, int to) {
        int t = from;
        for (; t + 2 <= to; t += 2) {
            addTwo(targets[t], coefficients[t], targets[t + 1], coefficients[t + 1], rows);
        }
        if (t < to) {
            addCombination(targets[t], coefficients[t], rows, 0, rows.length);
        }
    }

    private static void addTwo(double[] target, double[] c, double[] nextTarget, double[] d, double[][] rows) {
        int k = 0;
        for (; k + 4 <= rows.length; k += 4) {
            boolean first = anyOfFour(c, k);
            boolean second = anyOfFour(d, k);
            if (first && second) {
                add(target, c[k], c[k + 1], c[k + 2], c[k + 3], nextTarget, d[k], d[k + 1], d[k + 2], d[k + 3], rows[k], rows[k + 1],
                        rows[k + 2], rows[k + 3]);
            } else if (first) {
                add(target, c[k], rows[k], c[k + 1], rows[k + 1], c[k + 2], rows[k + 2], c[k + 3], rows[k + 3]);
            } else if (second) {
                add(nextTarget, d[k], rows[k], d[k + 1], rows[k + 1], d[k + 2], rows[k + 2], d[k + 3], rows[k + 3]);
            }
        }
        addRest(target, c, rows, 0, k, rows.length);
        addRest(nextTarget, d, rows, 0, k, rows.length);
    }

    /** {@code target += sum_k coefficients[k] rows[first + k]} for k below count. */
    static void addCombination(double[] target, double[] coefficients, double[][] rows, int first, int count) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            if (anyOfFour(coefficients, k)) {
                int r = first + k;
                add(target, coefficients[k], rows[r], coefficients[k + 1], rows[r + 1], coefficients[k + 2], rows[r + 2],
                        coefficients[k + 3], rows[r + 3]);
            }
        }
        addRest(target, coefficients, rows, first, k, count);
    }

    private static boolean anyOfFour(double[] c, int k) {
        return c[k] != 0 || c[k + 1] != 0 || c[k + 2] != 0 || c[k + 3] != 0;
    }

    private static void addRest(double[] target, double[] coefficients, double[][] rows, int first, int from, int count) {
        for (int k = from; k < count; k++) {
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

    private static void add(double[] target, double a, double b, double c, double d, double[] nextTarget, double e, double f, double g,
            double h, double[] p, double[] q, double[] r, double[] s) {
        int length = target.length;
        for (int i = 0; i < length; i++) {
            target[i] += a * p[i] + b * q[i] + c * r[i] + d * s[i];
            nextTarget[i] += e * p[i] + f * q[i] + g * r[i] + h * s[i];
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
