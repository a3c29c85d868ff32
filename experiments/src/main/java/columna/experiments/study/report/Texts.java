package columna.experiments.study.report;

import columna.experiments.study.definition.Measure;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.StoredPoint;
import columna.reports.Axis;
import columna.reports.Format;
import java.util.Map;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words and numbers that several sections of a study's report share. */
final class Texts {

    private static final double JOULES_PER_PICOJOULE = 1e-12;

    private static final double WIDE = 5;

    private Texts() {}

    /** {@code axis = value, ...}. */
    static String settings(ConfigurationResult configuration) {
        return configuration.settings().entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", "));
    }

    /** What a point shows on hover: its settings, one a line, then its measures. */
    static String label(ConfigurationResult configuration) {
        StringBuilder label = new StringBuilder("#" + configuration.number());
        configuration.settings().forEach((axis, value) -> label.append('\n').append(axis).append(" = ").append(value));
        for (Measure measure : new Measure[] {Measure.LOSS, Measure.ACCURACY}) {
            label.append('\n').append(measure.word()).append(' ').append(number(configuration.mean(measure)));
            if (configuration.points().size() > 1) {
                label.append(" (").append(configuration.points().size()).append(" seeds, deviation ").append(number(configuration.deviation(measure))).append(')');
            }
        }
        return label.toString();
    }

    static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3g", value);
    }

    /** The page of the first seed. */
    static String link(ConfigurationResult configuration) {
        return configuration.state() == StoredPoint.State.REFUSED ? "" : PointPage.path(configuration.points().firstEntry().getValue().id());
    }

    /** A measure as an axis, in SI units. */
    static Axis axis(Measure measure) {
        String unit = unit(measure);
        return measure == Measure.LOSS ? Axis.logarithmic("Loss on test sequences", unit) : Axis.linear(measure.title(), unit);
    }

    /** A measure as an axis; the loss linear where values lie so close that a logarithmic axis would show little. */
    static Axis axis(Measure measure, List<ConfigurationResult> configurations) {
        double least = configurations.stream().mapToDouble(c -> c.mean(measure)).min().orElse(1);
        double most = configurations.stream().mapToDouble(c -> c.mean(measure)).max().orElse(1);
        return measure == Measure.LOSS && most < WIDE * least ? Axis.linear("Loss on test sequences", unit(measure)) : axis(measure);
    }

    /** What a study is about: the loss, or the first cost that differs where the loss does not. */
    static Measure varied(StudyResult result) {
        return Stream.concat(Stream.of(Measure.LOSS), result.study().objectives().stream().filter(measure -> !measure.quality()))
                .filter(measure -> result.finished().stream().mapToDouble(c -> c.mean(measure)).distinct().count() > 1)
                .findFirst().orElse(Measure.LOSS);
    }

    static Format format(Measure measure) {
        return switch (measure) {
            case ACCURACY -> Format.percent(1);
            case ENERGY -> Format.engineering(4);
            case MEMORY, LEARNING_MEMORY -> Format.WHOLE;
            case LATENCY -> Format.decimals(0);
            case LOSS, AREA -> Format.significant(4);
        };
    }

    /** Loss of a guess; studies from before it was stored were all of bits. */
    static double chanceLoss(Map<String, Double> metrics) {
        return metrics.getOrDefault("chance.loss", StrictMath.log(2));
    }

    static String unit(Measure measure) {
        return switch (measure) {
            case LOSS -> "nats";
            case ENERGY -> "J";
            default -> measure.unit();
        };
    }

    /** A measure's value in the unit of {@link #unit}. */
    static double value(Measure measure, double value) {
        return measure == Measure.ENERGY ? value * JOULES_PER_PICOJOULE : value;
    }

    static double mean(ConfigurationResult configuration, Measure measure) {
        return value(measure, configuration.mean(measure));
    }
}
