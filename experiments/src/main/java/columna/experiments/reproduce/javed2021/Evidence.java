package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Means that a claim is decided by, each written down as it is asked for. */
final class Evidence {

    private final Measurements measurements;
    private final List<String> words = new ArrayList<>();
    private boolean complete = true;

    Evidence(Measurements measurements) {
        this.measurements = measurements;
    }

    /** The mean alignment in per cent. */
    double alignment(Setting setting, Estimate estimate) {
        return mean(setting, estimate, Calibration.Quantity.ALIGNMENT, "%.1f %%");
    }

    /** The mean of the mean absolute error. */
    double error(Setting setting, Estimate estimate) {
        return mean(setting, estimate, Calibration.Quantity.ERROR, "error %.3g");
    }

    private double mean(Setting setting, Estimate estimate, Calibration.Quantity quantity, String format) {
        double mean = measurements.sample(setting.configuration(), quantity.of(estimate)).mean();
        complete &= !measurements.sample(setting.configuration(), quantity.of(estimate)).values().isEmpty();
        String rate = setting.network().rate() == 0 ? "" : setting.network().rateInWords() + ", ";
        words.add(String.format(Locale.ROOT, "%s, %s%s: " + format, estimate.name(), rate, setting.sparsity(), mean));
        return mean;
    }

    /** The claim, not measured if a mean that was asked for is not there. */
    Claim claim(String statement, boolean holds) {
        return complete ? Claim.of(statement, holds, String.join("; ", words)) : new Claim(statement, Verdict.MISSING, "not measured");
    }
}
