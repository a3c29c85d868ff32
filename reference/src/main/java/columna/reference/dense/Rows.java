package columna.reference.dense;

import java.util.Arrays;

/** Sums over rows of doubles, each in index order, so that results have the same bits everywhere. */
final class Rows {

    private Rows() {}

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** {@code to[offset + i] += factor from[i]}. */
    static void add(double factor, double[] from, double[] to, int offset) {
        for (int i = 0; i < from.length; i++) {
            to[offset + i] += factor * from[i];
        }
    }

    static void scale(double factor, double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factor;
        }
    }

    static void clear(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    /** {@code (first, second, 1)}. */
    static double[] joinedWithOne(double[] first, double[] second) {
        double[] joined = Arrays.copyOf(first, first.length + second.length + 1);
        System.arraycopy(second, 0, joined, first.length, second.length);
        joined[joined.length - 1] = 1;
        return joined;
    }
}
