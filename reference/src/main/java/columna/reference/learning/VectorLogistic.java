package columna.reference.learning;

import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Logistic} with the Vector API, bit for bit. */
final class VectorLogistic {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorLogistic() {}

    /** Returns the number of elements that it has done; the rest is left to the plain loop. */
    static int of(double[] x, double[] y) {
        int bound = SPECIES.loopBound(y.length);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            of(DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        return bound;
    }

    private static DoubleVector of(DoubleVector x) {
        DoubleVector bounded = x.neg().max(-Logistic.LIMIT).min(Logistic.LIMIT);
        DoubleVector shifted = bounded.fma(DoubleVector.broadcast(SPECIES, Logistic.PER_OCTAVE), DoubleVector.broadcast(SPECIES, Logistic.ROUNDING));
        DoubleVector octaves = shifted.sub(Logistic.ROUNDING);
        DoubleVector high = octaves.fma(DoubleVector.broadcast(SPECIES, -Logistic.LN2_HIGH), bounded);
        DoubleVector r = octaves.fma(DoubleVector.broadcast(SPECIES, -Logistic.LN2_LOW), high);
        DoubleVector power = DoubleVector.broadcast(SPECIES, Logistic.TAYLOR[0]);
        for (int n = 1; n < Logistic.TAYLOR.length; n++) {
            power = power.fma(r, DoubleVector.broadcast(SPECIES, Logistic.TAYLOR[n]));
        }
        LongVector exponent = shifted.reinterpretAsLongs().lanewise(LSHL, Logistic.EXPONENT_SHIFT);
        DoubleVector scaled = power.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
        return DoubleVector.broadcast(SPECIES, 1).div(scaled.add(1));
    }
}
