package columna.experiments.study.result;

import columna.experiments.study.definition.Bound;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.store.StoredPoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One combination of levels with all its seeds.
 *
 * @param number its place in the study
 * @param settings axis to the label of its level
 * @param points seed to the point, those that the file holds
 */
public record ConfigurationResult(int number, SequencedMap<String, String> settings, SequencedMap<Long, StoredPoint> points) {

    public ConfigurationResult {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
        points = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(points));
    }

    /** How the configuration ended: refused or given up if any of its seeds was. */
    public StoredPoint.State state() {
        return points.values().stream().map(StoredPoint::state).max(Enum::compareTo).orElseThrow();
    }

    /** Why it was refused, else empty. */
    public String reason() {
        return points.values().stream().map(StoredPoint::reason).filter(reason -> !reason.isEmpty()).findFirst().orElse("");
    }

    /** The values of a metric, one for each seed that has it. */
    public double[] values(String metric) {
        return points.values().stream().map(point -> point.metrics().get(metric)).filter(value -> value != null && !value.isNaN())
                .mapToDouble(Double::doubleValue).toArray();
    }

    /** The mean over seeds; NaN without a value. */
    public double mean(String metric) {
        double[] values = values(metric);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? Double.NaN : sum / values.length;
    }

    /** The mean over seeds; NaN without a value. */
    public double mean(Measure measure) {
        return mean(measure.key());
    }

    /** The standard deviation over seeds, with n - 1; NaN with fewer than two. */
    public double deviation(Measure measure) {
        double[] values = values(measure.key());
        double mean = mean(measure);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    /** Whether it learned to the end and keeps all bounds, in the mean over seeds. */
    public boolean keeps(List<Bound> bounds) {
        return state() == StoredPoint.State.FINISHED && bounds.stream().allMatch(bound -> bound.violation(mean(bound.measure())) == 0);
    }
}
