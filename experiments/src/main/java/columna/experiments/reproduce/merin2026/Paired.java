package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Sample;
import java.util.Locale;
import java.util.Objects;

/**
 * Two methods on the same seeds: the decimal logarithm of the ratio of their errors, seed by seed, because errors of different seeds lie
 * orders of magnitude apart.
 */
record Paired(Sample logarithms) {

    /** By how many standard errors a mean must differ from 0 to count as a difference. */
    private static final double STANDARD_ERRORS = 2;

    static Paired of(Measurements measurements, String configuration, String method, String other) {
        return new Paired(new Sample(measurements.of(configuration).stream()
                .map(m -> logarithm(m.numbers().get(Names.error(method)), m.numbers().get(Names.error(other))))
                .filter(Objects::nonNull).toList()));
    }

    private static Double logarithm(Double error, Double other) {
        return error == null || other == null ? null : Double.valueOf(StrictMath.log10(error / other));
    }

    boolean measured() {
        return logarithms.size() >= 2;
    }

    /** The mean is not further from 0 than two standard errors. */
    boolean alike() {
        return Math.abs(logarithms.mean()) <= STANDARD_ERRORS * logarithms.standardError();
    }

    /** The first method's errors are smaller by more than two standard errors. */
    boolean smaller() {
        return logarithms.mean() < -STANDARD_ERRORS * logarithms.standardError();
    }

    /** The geometric mean of the ratios with the factor of a standard error. */
    String words() {
        return String.format(Locale.ROOT, "%.3g (times or over %.2g)", StrictMath.pow(10, logarithms.mean()),
                StrictMath.pow(10, logarithms.standardError()));
    }
}
