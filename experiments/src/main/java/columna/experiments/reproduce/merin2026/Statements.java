package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Sample;
import columna.reference.dense.PathSelection;
import columna.reference.dense.adaptation.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The abstract's statements; those about the sine are tested with the read-out frozen, where recurrent weights alone adapt. */
final class Statements {

    private static final String FULL = Setup.full().words();
    private static final String ONE_PATH = Setup.sparse(PathSelection.RANDOM_ROWS, 1).words();
    private static final String IMMEDIATE = new Method.Immediate().words();
    private static final String ELIGIBILITY = new Method.Eligibility().words();

    private Statements() {}

    static List<Claim> claims(Measurements measured) {
        List<Claim> claims = new ArrayList<>();
        selection(measured, claims);
        for (Setup setup : List.of(Setup.SINE, Setup.SINE_SGD, Setup.DRIFT, Setup.RECALL)) {
            step(measured, claims, setup, ELIGIBILITY);
            step(measured, claims, setup, IMMEDIATE);
        }
        conditioned(measured, claims);
        variation(measured, claims);
        Setup lstm = measured.of(Setup.LSTM.configuration()).isEmpty() ? Setup.LSTM_SHORT : Setup.LSTM;
        alike(claims, "The error of an LSTM with k = 4 is that of full RTRL", measured, lstm.configuration(), Tables.FOUR_PATHS, FULL);
        for (AttentionPoint.Task task : AttentionPoint.Task.values()) {
            String where = " (" + task.configuration() + ")";
            smaller(claims, "Attention with half of the heads carrying the gradient beats all of them" + where, measured, task.configuration(),
                    AttentionPoint.words(3), AttentionPoint.words(6));
            alike(claims, "Attention with a third of the heads is on the border, neither better nor worse than all" + where, measured,
                    task.configuration(), AttentionPoint.words(2), AttentionPoint.words(6));
        }
        return claims;
    }

    /** One path brings at least half of what full RTRL brings over no path, in mean errors. */
    private static void step(Measurements measured, List<Claim> claims, Setup setup, String none) {
        double without = mean(measured, setup, none);
        double one = mean(measured, setup, ONE_PATH);
        double full = mean(measured, setup, FULL);
        if (!Double.isNaN(without + one + full)) {
            claims.add(Claim.of("A step: k = 1 recovers at least half of what full RTRL gains over " + none + " (" + setup.configuration() + ").",
                    full < without && without - one >= (without - full) / 2,
                    String.format(Locale.ROOT, "E of %s %.3g, of k = 1 %.3g, of full RTRL %.3g", none, without, one, full)));
        }
    }

    private static double mean(Measurements measured, Setup setup, String method) {
        return measured.sample(setup.configuration(), Names.error(method)).mean();
    }

    private static void smaller(List<Claim> claims, String statement, Measurements measured, String configuration, String method, String other) {
        Paired pair = Paired.of(measured, configuration, method, other);
        if (pair.measured()) {
            claims.add(Claim.of(statement + ".", pair.smaller(), "E of %s over E of %s: %s".formatted(method, other, pair.words())));
        }
    }

    private static void alike(List<Claim> claims, String statement, Measurements measured, String configuration, String method, String other) {
        Paired pair = Paired.of(measured, configuration, method, other);
        if (pair.measured()) {
            claims.add(Claim.of(statement + ".", pair.alike(), "E of %s over E of %s: %s".formatted(method, other, pair.words())));
        }
    }

    /** Every selection within two standard errors of random paths, seed by seed. */
    private static void selection(Measurements measured, List<Claim> claims) {
        List<String> selections = Stream.of(PathSelection.GLOBAL_UNITS, PathSelection.SMALLEST_WEIGHTS, PathSelection.LARGEST_WEIGHTS)
                .map(selection -> Setup.sparse(selection, 4).words()).toList();
        for (Setup setup : List.of(Setup.SINE, Setup.SINE_ADAPTING, Setup.SINE_SGD, Setup.LORENZ, Setup.DRIFT, Setup.RECALL)) {
            List<Paired> pairs = selections.stream()
                    .map(method -> Paired.of(measured, setup.configuration(), method, Tables.FOUR_PATHS)).toList();
            if (pairs.stream().allMatch(Paired::measured)) {
                String evidence = selections.stream().map(method -> method + " "
                        + pairs.get(selections.indexOf(method)).words()).collect(Collectors.joining(", "));
                claims.add(Claim.of("Recovery does not depend on which paths are chosen (" + setup.configuration() + ").",
                        pairs.stream().allMatch(Paired::alike), "E over E of " + Tables.FOUR_PATHS + ": " + evidence));
            }
        }
    }

    /** Rank: no singular value is lost to rounding while the condition number is below 1 / 2^-52. */
    private static void conditioned(Measurements measured, List<Claim> claims) {
        List<Double> all = Stream.of(Setup.values()).flatMap(s -> measured.sample(s.configuration(), "condition").values().stream()).toList();
        if (!all.isEmpty()) {
            double largest = all.stream().mapToDouble(c -> c).max().orElseThrow();
            claims.add(Claim.of("The Jacobian has full rank at the change, in every set-up and seed.", largest < 0x1p52,
                    String.format(Locale.ROOT, "largest of %d condition numbers: %.3g", all.size(), largest)));
        }
    }

    private static void variation(Measurements measured, List<Claim> claims) {
        Sample sparse = Tables.variation(measured, Tables.FOUR_PATHS);
        Sample full = Tables.variation(measured, FULL);
        if (sparse.size() > 0 && full.size() > 0) {
            claims.add(Claim.of("On Lorenz, sparse transport varies less over seeds than full RTRL.", sparse.mean() < full.mean(),
                    String.format(Locale.ROOT, "coefficient of variation of E: %s %.0f %%, %s %.0f %%", Tables.FOUR_PATHS, sparse.mean(), FULL,
                            full.mean())));
        }
    }
}
