package columna.reference.learning;

/** The logistic function. StrictMath, so that every machine computes the same bits. */
final class Logistic {

    private Logistic() {}

    /** {@code 1 / (1 + exp(-x))}; no overflow, relative error of a few units in the last place. */
    static double of(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
