package columna.reference.learning;

import java.util.Arrays;

/**
 * The eligibility traces of SnAp-1 (Menick et al. 2021) for one parameter array: each unit follows only its own influence on itself,
 * {@code e_ij(t) = d_i(t) e_ij(t-1) + partial_i(t) source_j(t)} with d the diagonal of dh_t/dh_{t-1}; {@code G_ij += delta_i(t) e_ij(t)}.
 */
sealed interface DiagonalTraces {

    /** A new sequence: traces to zero. */
    void begin();

    /** One time step of one unit: moves the unit's traces on, then adds to its gradient. */
    void advance(int unit, int t, double diagonal, double delta);

    /** The traces of a matrix that multiplies {@code source}. */
    record OfMatrix(double[][] gradient, double[][] source, double[][] partial, boolean late, double[][] traces) implements DiagonalTraces {

        /** Late: delta(t) meets e(t-1), see {@link Quirk#LATE_INPUT_TRACE}. */
        OfMatrix(double[][] gradient, double[][] source, double[][] partial, boolean late) {
            this(gradient, source, partial, late, new double[gradient.length][gradient[0].length]);
        }

        @Override
        public void begin() {
            for (double[] row : traces) {
                Arrays.fill(row, 0);
            }
        }

        @Override
        public void advance(int unit, int t, double diagonal, double delta) {
            double[] row = traces[unit];
            if (late) {
                Rows.add(gradient[unit], delta, row);
            }
            move(row, diagonal, partial[t][unit], source[t]);
            if (!late && delta != 0) {
                Rows.add(gradient[unit], delta, row);
            }
        }

        private static void move(double[] row, double diagonal, double partial, double[] source) {
            int length = row.length;
            for (int j = 0; j < length; j++) {
                row[j] = diagonal * row[j] + partial * source[j];
            }
        }
    }

    /** The traces of a bias. */
    record OfBias(double[] gradient, double[][] partial, double[] traces) implements DiagonalTraces {

        OfBias(double[] gradient, double[][] partial) {
            this(gradient, partial, new double[gradient.length]);
        }

        @Override
        public void begin() {
            Arrays.fill(traces, 0);
        }

        @Override
        public void advance(int unit, int t, double diagonal, double delta) {
            traces[unit] = diagonal * traces[unit] + partial[t][unit];
            gradient[unit] += delta * traces[unit];
        }
    }
}
