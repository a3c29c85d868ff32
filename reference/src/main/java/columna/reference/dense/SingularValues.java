package columna.reference.dense;

import java.util.Arrays;

/**
 * Singular values by one-sided Jacobi rotations (Hestenes 1958): pairs of columns are rotated until all are orthogonal, then their lengths
 * are the singular values. Accurate to a few units in the last place of the largest value.
 */
public final class SingularValues {

    private static final double ORTHOGONAL = 1e-15;
    private static final int MOST_SWEEPS = 60;

    private SingularValues() {}

    /** In falling order, as many as columns; the matrix is not changed and has at least as many rows as columns. */
    public static double[] of(double[][] matrix) {
        if (matrix.length < matrix[0].length) {
            throw new IllegalArgumentException("singular values: %d rows, %d columns; give at least as many rows as columns"
                    .formatted(matrix.length, matrix[0].length));
        }
        double[][] columns = transposed(matrix);
        for (int sweep = 0; sweep < MOST_SWEEPS && rotateAll(columns); sweep++) {
            continue;
        }
        double[] lengths = Arrays.stream(columns).mapToDouble(column -> Math.sqrt(Rows.dot(column, column))).sorted().toArray();
        for (int i = 0; i < lengths.length / 2; i++) {
            double small = lengths[i];
            lengths[i] = lengths[lengths.length - 1 - i];
            lengths[lengths.length - 1 - i] = small;
        }
        return lengths;
    }

    /** Largest over smallest singular value; infinite for a singular matrix. */
    public static double conditionNumber(double[][] matrix) {
        double[] values = of(matrix);
        return values[0] / values[values.length - 1];
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] columns = new double[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][r] = matrix[r][c];
            }
        }
        return columns;
    }

    private static boolean rotateAll(double[][] columns) {
        boolean rotated = false;
        for (int p = 0; p < columns.length; p++) {
            for (int q = p + 1; q < columns.length; q++) {
                rotated |= rotate(columns[p], columns[q]);
            }
        }
        return rotated;
    }

    /** The rotation that makes a and b orthogonal; false if they are. */
    private static boolean rotate(double[] a, double[] b) {
        double aa = Rows.dot(a, a);
        double bb = Rows.dot(b, b);
        double ab = Rows.dot(a, b);
        if (Math.abs(ab) <= ORTHOGONAL * Math.sqrt(aa) * Math.sqrt(bb)) {
            return false;
        }
        double zeta = (bb - aa) / (2 * ab);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = cosine * tangent;
        for (int i = 0; i < a.length; i++) {
            double before = a[i];
            a[i] = cosine * before - sine * b[i];
            b[i] = sine * before + cosine * b[i];
        }
        return true;
    }
}
