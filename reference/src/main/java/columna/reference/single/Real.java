package columna.reference.single;

/**
 * What depends on the precision of the arithmetic besides its type: this is single precision. Functions are StrictMath's, rounded once, so
 * that every machine computes the same bits.
 */
final class Real {

    private Real() {}

    /** The nearest number in this precision. */
    static float from(double x) {
        return (float) x;
    }

    static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    static float exp(float x) {
        return (float) StrictMath.exp(x);
    }

    static float log(float x) {
        return (float) StrictMath.log(x);
    }

    static float cos(float x) {
        return (float) StrictMath.cos(x);
    }

    static float sin(float x) {
        return (float) StrictMath.sin(x);
    }

    static float tanh(float x) {
        return (float) StrictMath.tanh(x);
    }
}
