package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Measurements;
import columna.reference.dense.PathSelection;
import columna.reference.dense.adaptation.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Tail errors that an independent program found with two or three seeds while the protocol was written down; they come from no paper. With so
 * few seeds and errors that spread over orders of magnitude, the same order of magnitude is all that can be asked.
 */
final class Calibration {

    private static final String ORIGIN = "calibration of the specification";

    private static final List<Method> METHODS = List.of(Setup.full(), Setup.sparse(PathSelection.RANDOM_ROWS, 4),
            Setup.sparse(PathSelection.GLOBAL_UNITS, 4), Setup.sparse(PathSelection.SMALLEST_WEIGHTS, 4), new Method.Immediate(),
            new Method.Eligibility(), new Method.ReadoutOnly(), new Method.Frozen());

    /** In the order of {@link #METHODS}; not a number where it was not measured. */
    private record Row(Setup setup, double... errors) {}

    /** Delayed recall: the mean of its two seeds. */
    private static final List<Row> ROWS = List.of(
            new Row(Setup.SINE_SATURATED_ADAPTING, 4.2e-3, 1.3e-3, 1.3e-3, 2.4e-3, 1.9e-3, 1.0e-2, 1.2e-4, 0.68),
            new Row(Setup.SINE_SATURATED, 1.2e-3, 3.3e-3, 3.2e-3, 8e-4, 3.0e-3, 2.3e-2, Double.NaN, 0.68),
            new Row(Setup.SINE_SATURATED_SGD, 5.5e-6, 1.2e-4, 1.3e-4, 1.4e-4, 1.4e-4, 3.4e-4, 5.3e-4, 0.68),
            new Row(Setup.LORENZ_SATURATED, 0.069, 0.080, 0.082, 0.078, 0.069, 0.232, 0.025, 0.44),
            new Row(Setup.RECALL, 0.0275, 0.0445, 0.0345, Double.NaN, 0.037, 0.315, 0.0985, 0.675));

    private Calibration() {}

    static List<Comparison> comparisons(Measurements measured) {
        List<Comparison> rows = new ArrayList<>();
        for (Row row : ROWS) {
            for (int m = 0; m < METHODS.size(); m++) {
                double error = row.errors()[m];
                if (!Double.isNaN(error)) {
                    String configuration = row.setup().configuration();
                    String words = METHODS.get(m).words();
                    rows.add(new Comparison("Tail error E beside the calibration: " + configuration, words, "1", OptionalDouble.of(error), ORIGIN,
                            measured.sample(configuration, Names.error(words)), new Criterion.Between(error / 10, error * 10, "within a factor of 10")));
                }
            }
        }
        return rows;
    }
}
