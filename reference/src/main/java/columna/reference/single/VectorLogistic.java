package columna.reference.single;

import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Logistic} with the Vector API, bit for bit. */
final class VectorLogistic {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private VectorLogistic() {}

    /** Returns the number of elements that it has done; the rest is left to the plain loop. */
    static int of(float[] x, float[] y) {
        int bound = SPECIES.loopBound(y.length);
        for (int i = 0; i < bound; i += SPECIES.length()) {
            of(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        return bound;
    }

    private static FloatVector of(FloatVector x) {
        FloatVector bounded = x.neg().max(-Logistic.LIMIT).min(Logistic.LIMIT);
        FloatVector shifted = bounded.fma(FloatVector.broadcast(SPECIES, Logistic.PER_OCTAVE), FloatVector.broadcast(SPECIES, Logistic.ROUNDING));
        FloatVector octaves = shifted.sub(Logistic.ROUNDING);
        FloatVector high = octaves.fma(FloatVector.broadcast(SPECIES, -Logistic.LN2_HIGH), bounded);
        FloatVector r = octaves.fma(FloatVector.broadcast(SPECIES, -Logistic.LN2_LOW), high);
        FloatVector power = FloatVector.broadcast(SPECIES, Logistic.TAYLOR[0]);
        for (int n = 1; n < Logistic.TAYLOR.length; n++) {
            power = power.fma(r, FloatVector.broadcast(SPECIES, Logistic.TAYLOR[n]));
        }
        IntVector exponent = shifted.reinterpretAsInts().lanewise(LSHL, Logistic.EXPONENT_SHIFT);
        FloatVector scaled = power.reinterpretAsInts().add(exponent).reinterpretAsFloats();
        return FloatVector.broadcast(SPECIES, 1).div(scaled.add(1));
    }
}
