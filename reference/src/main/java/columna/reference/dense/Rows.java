package columna.reference.dense;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
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

    static void save(double[][] rows, DataOutputStream out) throws IOException {
        for (double[] row : rows) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * row.length);
            bytes.asDoubleBuffer().put(row);
            out.write(bytes.array());
        }
    }

    /** Overwrites as many rows of the same lengths. */
    static void restore(double[][] rows, DataInputStream in) throws IOException {
        for (double[] row : rows) {
            byte[] bytes = new byte[Double.BYTES * row.length];
            in.readFully(bytes);
            ByteBuffer.wrap(bytes).asDoubleBuffer().get(row);
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
