package columna.reference.learning;

/** The kernels of {@link Rows} in plain loops: the definition, and what runs without the Vector API. */
final class PlainRows {

    private PlainRows() {}

    static void addCombinations(double[][] targets, double[][] coefficients, double[][] rows, int from, int to, int first, int last) {
        addColumns(targets, coefficients, rows, from, to, first, last, 0);
    }

    /** From column {@code left} on. */
    static void addColumns(double[][] targets, double[][] coefficients, double[][] rows, int from, int to, int first, int last, int left) {
        for (int t = from; t < to && left < targets[t].length; t++) {
            for (int k = first; k < last; k++) {
                add(targets[t], coefficients[t][k], rows[k], left);
            }
        }
    }

    private static void add(double[] target, double a, double[] p, int left) {
        int length = target.length;
        for (int i = left; i < length; i++) {
            target[i] = Math.fma(p[i], a, target[i]);
        }
    }
}
