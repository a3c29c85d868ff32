package columna.reference.learning;

import java.util.Arrays;

/**
 * What one block hands to others: its value at every time step, and dL/dvalue, to which every reader adds.
 *
 * @param value [T][size]
 * @param error [T][size]
 */
record Wire(double[][] value, double[][] error) {

    static Wire of(int steps, int size) {
        return new Wire(new double[steps][size], new double[steps][size]);
    }

    int size() {
        return value[0].length;
    }

    void clearError(int from, int to) {
        for (int t = from; t < to; t++) {
            Arrays.fill(error[t], 0);
        }
    }
}
