package columna.reference.learning;

/**
 * What depends on the precision of the arithmetic besides its type: this is double precision. StrictMath, so that every machine computes the
 * same bits.
 */
final class Real {

    private Real() {}

    /** The number in this precision. */
    static double from(double x) {
        return x;
    }

    static double sqrt(double x) {
        return Math.sqrt(x);
    }

    static double exp(double x) {
        return StrictMath.exp(x);
    }

    static double log(double x) {
        return StrictMath.log(x);
    }

    static double cos(double x) {
        return StrictMath.cos(x);
    }

    static double sin(double x) {
        return StrictMath.sin(x);
    }

    static double tanh(double x) {
        return StrictMath.tanh(x);
    }
}
