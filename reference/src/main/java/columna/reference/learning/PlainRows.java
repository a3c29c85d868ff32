package columna.reference.learning;

/** The kernels of {@link Rows} in plain loops: the definition, and what runs without the Vector API. */
final class PlainRows {

    private PlainRows() {}

    static void addCombinations(double[][] targets, double[][] coefficients, double[][] rows, int from, int to) {
        for (int t = from; t < to; t++) {
            addCombination(targets[t], coefficients[t], rows, 0);
        }
    }

    /** One target, from element {@code first} on. */
    static void addCombination(double[] target, double[] coefficients, double[][] rows, int first) {
        for (int k = 0; k < rows.length && first < target.length; k++) {
            add(target, coefficients[k], rows[k], first);
        }
    }

    static void addOuterProducts(double[][] targets, double[][] coefficients, double[][] rows, int from, int to) {
        for (int r = 0; r < targets.length; r++) {
            addOuterProduct(targets[r], r, coefficients, rows, from, to, 0);
        }
    }

    /** One target, from element {@code first} on. */
    static void addOuterProduct(double[] target, int r, double[][] coefficients, double[][] rows, int from, int to, int first) {
        for (int t = from; t < to && first < target.length; t++) {
            add(target, coefficients[t][r], rows[t], first);
        }
    }

    private static void add(double[] target, double a, double[] p, int first) {
        int length = target.length;
        for (int i = first; i < length; i++) {
            target[i] = Math.fma(p[i], a, target[i]);
        }
    }
}
