package columna.experiments.study.result;

import columna.experiments.study.definition.Axis;
import columna.experiments.study.definition.Bound;
import columna.experiments.study.definition.Level;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.store.PlannedPoint;
import columna.experiments.study.store.StoredPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A study with what its points came to.
 *
 * @param study the definition
 * @param configurations those that have a point, in order
 */
public record StudyResult(StudyDefinition study, List<ConfigurationResult> configurations) {

    /** A share of the reference's accuracy that a recommended chip may lose when the study sets no bound on quality. */
    private static final double TOLERATED_LOSS_OF_ACCURACY = 0.01;

    public StudyResult {
        configurations = List.copyOf(configurations);
    }

    /** Brings the seeds of each configuration together. */
    public static StudyResult of(StudyDefinition study, SequencedMap<PlannedPoint, StoredPoint> points) {
        Map<Integer, SequencedMap<Long, StoredPoint>> bySeed = new TreeMap<>();
        Map<Integer, SequencedMap<String, String>> settings = new LinkedHashMap<>();
        points.forEach((place, point) -> {
            bySeed.computeIfAbsent(place.configuration(), n -> new LinkedHashMap<>()).put(place.seed(), point);
            settings.put(place.configuration(), ordered(study, place.settings()));
        });
        List<ConfigurationResult> configurations = new ArrayList<>();
        bySeed.forEach((number, seeds) -> configurations.add(new ConfigurationResult(number, settings.get(number), seeds)));
        return new StudyResult(study, configurations);
    }

    private static SequencedMap<String, String> ordered(StudyDefinition study, Map<String, String> settings) {
        SequencedMap<String, String> ordered = new LinkedHashMap<>();
        study.axes().forEach(axis -> ordered.put(axis.name(), settings.getOrDefault(axis.name(), "")));
        return ordered;
    }

    /** Configurations that learned to the end. */
    public List<ConfigurationResult> finished() {
        return configurations.stream().filter(c -> c.state() == StoredPoint.State.FINISHED).toList();
    }

    /** How many configurations ended in this way. */
    public long count(StoredPoint.State state) {
        return configurations.stream().filter(c -> c.state() == state).count();
    }

    /** The front over all objectives of the study among configurations that keep its bounds. */
    public List<ConfigurationResult> front() {
        return Front.of(configurations.stream().filter(c -> c.keeps(study.bounds())).toList(), study.objectives());
    }

    /**
     * The cheapest design that still learns: of the configurations that keep all bounds and, if none of them is about quality, answer
     * almost as many bits as their reference, the one with the least product of the study's costs.
     */
    public Optional<Recommendation> recommendation() {
        List<Measure> costs = study.objectives().stream().filter(measure -> !measure.quality()).toList();
        boolean bounded = study.bounds().stream().map(Bound::measure).anyMatch(Measure::quality);
        List<ConfigurationResult> good = configurations.stream()
                .filter(c -> c.keeps(study.bounds()))
                .filter(c -> bounded || c.mean(Measure.ACCURACY) >= (1 - TOLERATED_LOSS_OF_ACCURACY) * c.mean("reference.accuracy"))
                .toList();
        return good.stream().min(Comparator.comparingDouble((ConfigurationResult c) -> product(c, costs))
                        .thenComparingDouble(c -> c.mean(Measure.LOSS)).thenComparingInt(ConfigurationResult::number))
                .map(best -> new Recommendation(best, why(good.size(), bounded, costs)));
    }

    private static double product(ConfigurationResult configuration, List<Measure> costs) {
        double product = 1;
        for (Measure cost : costs) {
            product *= configuration.mean(cost);
        }
        return product;
    }

    private String why(int good, boolean bounded, List<Measure> costs) {
        String quality = bounded
                ? "keep the bounds (" + String.join(", ", study.bounds().stream().map(Bound::toString).toList()) + ")"
                : String.format(Locale.ROOT, "are right at least %.0f %% as often as their reference", 100 * (1 - TOLERATED_LOSS_OF_ACCURACY));
        String least = costs.size() == 1
                ? "the least " + costs.getFirst().title().toLowerCase(Locale.ROOT)
                : "the least product of " + String.join(" and ", costs.stream().map(measure -> measure.title().toLowerCase(Locale.ROOT)).toList());
        return "Of the " + configurations.size() + " configurations " + good + " " + quality + "; this one has " + least + ".";
    }

    /** What each axis does to a measure, the strongest first; axes with one level say nothing. */
    public List<Influence> influences(Measure measure) {
        List<ConfigurationResult> finished = finished().stream().filter(c -> !Double.isNaN(scaled(c, measure))).toList();
        double mean = finished.stream().mapToDouble(c -> scaled(c, measure)).average().orElse(Double.NaN);
        double variance = finished.stream().mapToDouble(c -> square(scaled(c, measure) - mean)).sum();
        List<Influence> influences = new ArrayList<>();
        for (Axis axis : study.axes()) {
            Map<String, List<ConfigurationResult>> byLevel = byLevel(axis, finished);
            if (byLevel.size() > 1) {
                double between = 0;
                for (List<ConfigurationResult> level : byLevel.values()) {
                    double levelMean = level.stream().mapToDouble(c -> scaled(c, measure)).average().orElseThrow();
                    between += level.size() * square(levelMean - mean);
                }
                Comparator<Map.Entry<String, List<ConfigurationResult>>> byCost =
                        Comparator.comparingDouble(entry -> measure.cost(plainMean(entry.getValue(), measure)));
                var best = byLevel.entrySet().stream().min(byCost).orElseThrow();
                var worst = byLevel.entrySet().stream().max(byCost).orElseThrow();
                influences.add(new Influence(axis.name(), variance == 0 ? 0 : between / variance,
                        best.getKey(), plainMean(best.getValue(), measure), worst.getKey(), plainMean(worst.getValue(), measure)));
            }
        }
        influences.sort(Comparator.comparingDouble(Influence::share).reversed());
        return influences;
    }

    /** Finished configurations by the label of their level, in the axis's order; levels without one are left out. */
    public SequencedMap<String, List<ConfigurationResult>> byLevel(Axis axis) {
        return byLevel(axis, finished());
    }

    private static SequencedMap<String, List<ConfigurationResult>> byLevel(Axis axis, List<ConfigurationResult> configurations) {
        SequencedMap<String, List<ConfigurationResult>> byLevel = new LinkedHashMap<>();
        for (Level level : axis.levels()) {
            List<ConfigurationResult> of = configurations.stream().filter(c -> c.settings().get(axis.name()).equals(level.label())).toList();
            if (!of.isEmpty()) {
                byLevel.put(level.label(), of);
            }
        }
        return byLevel;
    }

    private static double plainMean(List<ConfigurationResult> configurations, Measure measure) {
        return configurations.stream().mapToDouble(c -> c.mean(measure)).average().orElseThrow();
    }

    /** Losses span decades, so their logarithm is compared. */
    private static double scaled(ConfigurationResult configuration, Measure measure) {
        double value = configuration.mean(measure);
        return measure == Measure.LOSS ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value;
    }

    private static double square(double x) {
        return x * x;
    }

    /** The mean loss of the references, over all points; empty without any. */
    public OptionalDouble referenceLoss() {
        return finished().stream().mapToDouble(c -> c.mean("reference.loss")).average();
    }
}
