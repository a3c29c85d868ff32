package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Sample;
import columna.experiments.reproduce.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Claims that one measured mean is below the next. */
final class Ordering {

    /** A quantity and what was measured of it. */
    record Named(String name, Sample sample) {}

    private Ordering() {}

    /** The claim that the means ascend strictly; not measured if one is missing. */
    static Claim ascending(String statement, List<Named> quantities) {
        if (quantities.stream().anyMatch(quantity -> quantity.sample().size() == 0)) {
            return new Claim(statement, Verdict.MISSING, "");
        }
        boolean holds = true;
        for (int i = 1; i < quantities.size(); i++) {
            holds &= quantities.get(i - 1).sample().mean() < quantities.get(i).sample().mean();
        }
        return Claim.of(statement, holds, evidence(quantities));
    }

    /** The claim that a number is at most a bound, for each of some quantities; not measured if none is there. */
    static Claim atMost(String statement, double bound, List<Named> quantities) {
        List<Named> measured = quantities.stream().filter(quantity -> quantity.sample().size() > 0).toList();
        if (measured.isEmpty()) {
            return new Claim(statement, Verdict.MISSING, "");
        }
        return Claim.of(statement, measured.stream().allMatch(quantity -> quantity.sample().mean() <= bound), evidence(measured));
    }

    private static String evidence(List<Named> quantities) {
        return quantities.stream()
                .map(quantity -> quantity.name() + " " + String.format(Locale.ROOT, "%.3g", quantity.sample().mean()))
                .collect(Collectors.joining("; "));
    }
}
