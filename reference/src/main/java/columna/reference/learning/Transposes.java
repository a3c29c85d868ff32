package columna.reference.learning;

import columna.reference.network.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** The transposed weight matrices of a network, which learners on the same parameters share. */
final class Transposes {

    /** Values in a cache line, so that transposing writes whole lines. */
    private static final int CACHE_LINE = 8;

    private final Parameters parameters;
    private final Map<String, double[][]> transposed = new LinkedHashMap<>();

    Transposes(Parameters parameters) {
        this.parameters = parameters;
    }

    /** W^T of the matrix of that name, live after each {@link #refresh}. */
    double[][] of(String name) {
        double[][] weights = parameters.matrix(name);
        return transposed.computeIfAbsent(name, absent -> new double[weights[0].length][weights.length]);
    }

    /** Reads the parameters again. */
    void refresh() {
        transposed.forEach((name, rows) -> transpose(parameters.matrix(name), rows));
    }

    private static void transpose(double[][] weights, double[][] rows) {
        for (int first = 0; first < weights.length; first += CACHE_LINE) {
            int last = Math.min(first + CACHE_LINE, weights.length);
            for (int j = 0; j < rows.length; j++) {
                for (int i = first; i < last; i++) {
                    rows[j][i] = weights[i][j];
                }
            }
        }
    }
}
