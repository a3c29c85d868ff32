package columna.reference.dense;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** A strip's sum in eight registers of four doubles: {@code to} is read and written once, however many sources there are. */
final class VectorSums implements StripSums {

    private static final VectorSpecies<Double> FOUR = DoubleVector.SPECIES_256;

    /** Whether the machine has such registers. */
    static boolean isWide() {
        return DoubleVector.SPECIES_PREFERRED.length() >= FOUR.length();
    }

    @Override
    public void add(int[] sources, double[] factors, double[][] rows, double[] to) {
        DoubleVector s0 = DoubleVector.fromArray(FOUR, to, 0);
        DoubleVector s1 = DoubleVector.fromArray(FOUR, to, 4);
        DoubleVector s2 = DoubleVector.fromArray(FOUR, to, 8);
        DoubleVector s3 = DoubleVector.fromArray(FOUR, to, 12);
        DoubleVector s4 = DoubleVector.fromArray(FOUR, to, 16);
        DoubleVector s5 = DoubleVector.fromArray(FOUR, to, 20);
        DoubleVector s6 = DoubleVector.fromArray(FOUR, to, 24);
        DoubleVector s7 = DoubleVector.fromArray(FOUR, to, 28);
        for (int s = 0; s < sources.length; s++) {
            double[] row = rows[sources[s]];
            DoubleVector factor = DoubleVector.broadcast(FOUR, factors[s]);
            s0 = factor.fma(DoubleVector.fromArray(FOUR, row, 0), s0);
            s1 = factor.fma(DoubleVector.fromArray(FOUR, row, 4), s1);
            s2 = factor.fma(DoubleVector.fromArray(FOUR, row, 8), s2);
            s3 = factor.fma(DoubleVector.fromArray(FOUR, row, 12), s3);
            s4 = factor.fma(DoubleVector.fromArray(FOUR, row, 16), s4);
            s5 = factor.fma(DoubleVector.fromArray(FOUR, row, 20), s5);
            s6 = factor.fma(DoubleVector.fromArray(FOUR, row, 24), s6);
            s7 = factor.fma(DoubleVector.fromArray(FOUR, row, 28), s7);
        }
        s0.intoArray(to, 0);
        s1.intoArray(to, 4);
        s2.intoArray(to, 8);
        s3.intoArray(to, 12);
        s4.intoArray(to, 16);
        s5.intoArray(to, 20);
        s6.intoArray(to, 24);
        s7.intoArray(to, 28);
    }
}
