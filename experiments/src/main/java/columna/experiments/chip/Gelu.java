package columna.experiments.chip;

/** GELU in the tanh approximation (Hendrycks and Gimpel 2016; SEEDS A.1) and its derivative, for tables. */
final class Gelu {

    private static final double SCALE = StrictMath.sqrt(2 / Math.PI);
    private static final double CUBIC = 0.044715;

    private Gelu() {}

    static double value(double y) {
        return 0.5 * y * (1 + StrictMath.tanh(SCALE * (y + CUBIC * y * y * y)));
    }

    static double slope(double y) {
        double tanh = StrictMath.tanh(SCALE * (y + CUBIC * y * y * y));
        return 0.5 * (1 + tanh) + 0.5 * y * (1 - tanh * tanh) * SCALE * (1 + 3 * CUBIC * y * y);
    }
}
