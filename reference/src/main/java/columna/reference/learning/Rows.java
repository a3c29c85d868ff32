package columna.reference.learning;

/**
 * The dense kernels: sums of rows with coefficients. Matrix times vector runs over transposed weights, transposed matrix times vector over the
 * weights themselves, a sum of outer products over the rows of a sequence, with one vector's values over time as coefficients.
 *
 * <p>Every element is one chain of fused multiply-adds in ascending order, so the bits depend neither on the width of a vector nor on whether
 * the machine has any: {@link VectorRows} is used where the Vector API is present, {@link PlainRows} elsewhere.
 */
final class Rows {

    private static final boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Rows() {}

    /** {@code targets[t] += sum_k coefficients[t][k] rows[k]} over all rows, for {@code from <= t < to}. */
    static void addCombinations(double[][] targets, double[][] coefficients, double[][] rows, int from, int to) {
        addCombinations(targets, coefficients, rows, from, to, 0, rows.length);
    }

    /** {@code targets[t] += sum_k coefficients[t][k] rows[k]} over {@code first <= k < last}, for {@code from <= t < to}. */
    static void addCombinations(double[][] targets, double[][] coefficients, double[][] rows, int from, int to, int first, int last) {
        if (VECTORS) {
            VectorRows.addCombinations(targets, coefficients, rows, from, to, first, last);
        } else {
            PlainRows.addCombinations(targets, coefficients, rows, from, to, first, last);
        }
    }

    /** Rows {@code from <= t < to} become columns: {@code columns[i][t] = rows[t][i]}. */
    static void transpose(double[][] rows, double[][] columns, int from, int to) {
        for (int t = from; t < to; t++) {
            double[] row = rows[t];
            for (int i = 0; i < row.length; i++) {
                columns[i][t] = row[i];
            }
        }
    }

    /** {@code target += a p}. */
    static void add(double[] target, double a, double[] p) {
        int length = target.length;
        for (int i = 0; i < length; i++) {
            target[i] += a * p[i];
        }
    }

    /** {@code target += p}. */
    static void add(double[] target, double[] p) {
        int length = target.length;
        for (int i = 0; i < length; i++) {
            target[i] += p[i];
        }
    }

    /** {@code target += p q}, element by element. */
    static void addProduct(double[] target, double[] p, double[] q) {
        int length = target.length;
        for (int i = 0; i < length; i++) {
            target[i] += p[i] * q[i];
        }
    }

    /** The sum of a row: four partial sums, so that additions need not wait for each other, in a fixed order. */
    static double sum(double[] p) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= p.length; i += 4) {
            a += p[i];
            b += p[i + 1];
            c += p[i + 2];
            d += p[i + 3];
        }
        for (; i < p.length; i++) {
            a += p[i];
        }
        return a + b + (c + d);
    }

    /** The scalar product of two rows, in the same order as {@link #sum}. */
    static double dot(double[] p, double[] q) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= p.length; i += 4) {
            a += p[i] * q[i];
            b += p[i + 1] * q[i + 1];
            c += p[i + 2] * q[i + 2];
            d += p[i + 3] * q[i + 3];
        }
        for (; i < p.length; i++) {
            a += p[i] * q[i];
        }
        return a + b + (c + d);
    }
}
