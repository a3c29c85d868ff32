package columna.experiments.reproduce.javed2023;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Sample;
import columna.experiments.reproduce.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Families in comparison, each at its best setting: the one with the lowest mean error at the end. Means are over the seeds that all settings
 * have which were measured at all, since seeds differ in how hard their patterns are, and the best of few is no match for the mean of many.
 *
 * @param settings every setting's configuration and contender
 * @param steps the length of the runs
 * @param measured what was found
 */
record Race(Map<String, Contender> settings, long steps, Measurements measured) {

    /** One family at its best. */
    record Best(String configuration, Sample error) {

        String words() {
            String spread = error.size() < 2 ? "" : String.format(Locale.ROOT, " +- %.4f", error.standardError());
            String seeds = error.size() == 1 ? "1 seed" : error.size() + " seeds";
            return String.format(Locale.ROOT, "%s: %.4f%s (%s)", configuration, error.mean(), spread, seeds);
        }
    }

    Map<Contender.Family, Best> best() {
        Map<Contender.Family, Best> best = new EnumMap<>(Contender.Family.class);
        Set<Long> common = commonSeeds();
        settings.forEach((configuration, contender) -> {
            Sample error = new Sample(seeds(configuration).entrySet().stream().filter(entry -> common.contains(entry.getKey()))
                    .map(entry -> entry.getValue().numbers().get(PredictionPoint.errorAt(steps))).toList());
            if (Double.isFinite(error.mean())) {
                best.merge(contender.family(), new Best(configuration, error), Race::lower);
            }
        });
        return best;
    }

    private SortedMap<Long, Measurement> seeds(String configuration) {
        return measured.byConfiguration().getOrDefault(configuration, new TreeMap<>());
    }

    private Set<Long> commonSeeds() {
        List<Set<Long>> all = settings.keySet().stream().map(configuration -> seeds(configuration).keySet()).filter(set -> !set.isEmpty()).toList();
        Set<Long> common = new TreeSet<>();
        all.forEach(common::addAll);
        all.forEach(common::retainAll);
        return common;
    }

    private static Best lower(Best a, Best b) {
        return Comparator.comparingDouble((Best best) -> best.error().mean()).compare(a, b) <= 0 ? a : b;
    }

    /** That one family ends below another, or not above it by more than a share. */
    Claim claim(String statement, Contender.Family lower, Contender.Family higher, double tolerated) {
        Optional<Best> low = Optional.ofNullable(best().get(lower));
        Optional<Best> high = Optional.ofNullable(best().get(higher));
        if (low.isEmpty() || high.isEmpty()) {
            return new Claim(statement, Verdict.MISSING, "not measured");
        }
        boolean holds = low.get().error().mean() < (1 + tolerated) * high.get().error().mean();
        return Claim.of(statement, holds, low.get().words() + "; " + high.get().words());
    }

    /** The learning curve of each family at its best. */
    Plot curves(String id, String title, String explanation) {
        List<Plot.Line> lines = new ArrayList<>();
        best().forEach((family, best) -> lines.add(line(family.label(), best.configuration())));
        return plot(id, title, explanation, lines);
    }

    /** The learning curve of every setting. */
    Plot allCurves(String id, String title, String explanation) {
        List<Plot.Line> lines = new ArrayList<>();
        settings.forEach((configuration, contender) -> {
            if (!measured.of(configuration).isEmpty()) {
                lines.add(line(contender.name(), configuration));
            }
        });
        return plot(id, title, explanation, lines);
    }

    private static Plot plot(String id, String title, String explanation, List<Plot.Line> lines) {
        return new Plot(id, title, explanation, new Plot.Axis("time steps", "1", false), new Plot.Axis("mean squared return error", "1", true), lines);
    }

    /** The mean over seeds, with its standard error if there are several. */
    private Plot.Line line(String name, String configuration) {
        Measurement.Curve mean = measured.meanCurve(configuration, PredictionPoint.CURVE);
        List<Measurement> seeds = measured.of(configuration);
        double[] spread = new double[seeds.size() < 2 ? 0 : mean.x().length];
        for (int n = 0; n < spread.length; n++) {
            int at = n;
            spread[n] = new Sample(seeds.stream().map(seed -> seed.curves().get(PredictionPoint.CURVE).y()[at]).toList()).standardError();
        }
        return new Plot.Line(name, mean, spread);
    }
}
