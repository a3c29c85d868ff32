package columna.experiments.reproduce.javed2023;

import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Sample;
import java.util.List;
import java.util.Locale;

/**
 * The runs that the specification was calibrated with: one seed of each, by an independent program. No table of the paper could be reached,
 * so these are the numbers to compare with.
 *
 * @param contender the network
 * @param errors at 1, 2, 5 and 10 million time steps
 */
record Calibration(Contender contender, double... errors) {

    /** Length of the runs. */
    static final long STEPS = 10_000_000;

    /** How far a single run strays from another. */
    static final double FLUCTUATION = 0.3;

    static final String ORIGIN = "calibration of the specification, one seed";

    private static final double FLOOR = 1e-3;
    private static final double DECAY = 0.99999;

    /** In the order in which the paper's families are expected to end. */
    static final List<Calibration> RUNS = List.of(
            new Calibration(ccn(3e-4), .0150, .0121, .0069, .0026),
            new Calibration(ccn(1e-3), .0153, .0158, .0079, .0040),
            new Calibration(constructive(3e-4), .0169, .0181, .0082, .0046),
            new Calibration(constructive(1e-3), .0181, .0195, .0090, .0081),
            new Calibration(new Contender.Truncated(15, 4, 3e-4), .0156, .0108, .0073, .0051),
            new Calibration(new Contender.Truncated(15, 4, 1e-3), .0131, .0089, .0077, .0079),
            new Calibration(columnar(3e-4), .0110, .0117, .0092, .0064),
            new Calibration(columnar(1e-3), .0175, .0144, .0055, .0144));

    static Contender ccn(double rate) {
        return new Contender.Columns(16, 4, 2_500_000, rate, FLOOR, DECAY);
    }

    private static Contender constructive(double rate) {
        return new Contender.Columns(10, 1, 1_000_000, rate, FLOOR, DECAY);
    }

    private static Contender columnar(double rate) {
        return new Contender.Columns(7, 7, STEPS, rate, FLOOR, DECAY);
    }

    String configuration() {
        return contender.name() + ", " + Contender.Words.steps(STEPS) + " steps";
    }

    /** A mean of n runs and a single run, each run within 30 %: their difference is within 30 % times the square root of 1 + 1/n. */
    static Criterion criterion(double published, Sample measured) {
        double reach = FLUCTUATION * published * Math.sqrt(1 + 1.0 / Math.max(1, measured.size()));
        return new Criterion.Between(published - reach, published + reach, String.format(Locale.ROOT, "within %.0f %% per run", 100 * FLUCTUATION));
    }
}
