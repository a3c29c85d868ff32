package columna.hardware.technology;

/** Least squares by the normal equations; the few well-spread unknowns here need nothing better. */
final class LeastSquares {
    private LeastSquares() {}

    /** The {@code x} that minimises {@code |design x - wanted|}. */
    static double[] solve(double[][] design, double[] wanted) {
        int unknowns = design[0].length;
        var equations = new double[unknowns][unknowns + 1];
        for (int row = 0; row < design.length; row++) {
            for (int i = 0; i < unknowns; i++) {
                for (int j = 0; j < unknowns; j++) {
                    equations[i][j] += design[row][i] * design[row][j];
                }
                equations[i][unknowns] += design[row][i] * wanted[row];
            }
        }
        return eliminate(equations);
    }

    private static double[] eliminate(double[][] equations) {
        int unknowns = equations.length;
        for (int pivot = 0; pivot < unknowns; pivot++) {
            for (int row = 0; row < unknowns; row++) {
                if (row != pivot) {
                    double factor = equations[row][pivot] / equations[pivot][pivot];
                    for (int column = pivot; column <= unknowns; column++) {
                        equations[row][column] -= factor * equations[pivot][column];
                    }
                }
            }
        }
        var solution = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            solution[i] = equations[i][unknowns] / equations[i][i];
        }
        return solution;
    }
}
