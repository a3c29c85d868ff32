package columna.reference.learning;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels of {@link Rows} with the Vector API, bit for bit those of {@link PlainRows}. A tile of four rows by two vectors stays in
 * registers while the sum runs, so that each row read serves four targets; the last columns are left to the plain loops.
 */
final class VectorRows {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TILE = 2 * LANES;

    private VectorRows() {}

    static void addCombinations(double[][] targets, double[][] coefficients, double[][] rows, int from, int to, int first, int last) {
        if (from >= to) {
            return;
        }
        int width = targets[from].length;
        int tiled = width - width % TILE;
        for (int i = 0; i < tiled; i += TILE) {
            int t = from;
            for (; t + 4 <= to; t += 4) {
                combineFour(targets[t], targets[t + 1], targets[t + 2], targets[t + 3], coefficients[t], coefficients[t + 1],
                        coefficients[t + 2], coefficients[t + 3], rows, first, last, i);
            }
            for (; t < to; t++) {
                combineOne(targets[t], coefficients[t], rows, first, last, i);
            }
        }
        PlainRows.addColumns(targets, coefficients, rows, from, to, first, last, tiled);
    }

    private static void combineFour(double[] y0, double[] y1, double[] y2, double[] y3, double[] c0, double[] c1, double[] c2, double[] c3,
            double[][] rows, int first, int last, int i) {
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, y0, i);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, y0, i + LANES);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, y1, i);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, y1, i + LANES);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, y2, i);
        DoubleVector b2 = DoubleVector.fromArray(SPECIES, y2, i + LANES);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, y3, i);
        DoubleVector b3 = DoubleVector.fromArray(SPECIES, y3, i + LANES);
        for (int k = first; k < last; k++) {
            double[] row = rows[k];
            DoubleVector a = DoubleVector.fromArray(SPECIES, row, i);
            DoubleVector b = DoubleVector.fromArray(SPECIES, row, i + LANES);
            DoubleVector c = DoubleVector.broadcast(SPECIES, c0[k]);
            a0 = a.fma(c, a0);
            b0 = b.fma(c, b0);
            c = DoubleVector.broadcast(SPECIES, c1[k]);
            a1 = a.fma(c, a1);
            b1 = b.fma(c, b1);
            c = DoubleVector.broadcast(SPECIES, c2[k]);
            a2 = a.fma(c, a2);
            b2 = b.fma(c, b2);
            c = DoubleVector.broadcast(SPECIES, c3[k]);
            a3 = a.fma(c, a3);
            b3 = b.fma(c, b3);
        }
        a0.intoArray(y0, i);
        b0.intoArray(y0, i + LANES);
        a1.intoArray(y1, i);
        b1.intoArray(y1, i + LANES);
        a2.intoArray(y2, i);
        b2.intoArray(y2, i + LANES);
        a3.intoArray(y3, i);
        b3.intoArray(y3, i + LANES);
    }

    private static void combineOne(double[] y, double[] c, double[][] rows, int first, int last, int i) {
        DoubleVector a = DoubleVector.fromArray(SPECIES, y, i);
        DoubleVector b = DoubleVector.fromArray(SPECIES, y, i + LANES);
        for (int k = first; k < last; k++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, c[k]);
            a = DoubleVector.fromArray(SPECIES, rows[k], i).fma(factor, a);
            b = DoubleVector.fromArray(SPECIES, rows[k], i + LANES).fma(factor, b);
        }
        a.intoArray(y, i);
        b.intoArray(y, i + LANES);
    }
}
