package columna.experiments.reproduce;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all finished points found, by configuration and seed.
 *
 * @param byConfiguration configuration to seed to measurement
 */
public record Measurements(Map<String, TreeMap<Long, Measurement>> byConfiguration) {

    /** The measurements of a configuration by ascending seed; empty if none was finished. */
    public List<Measurement> of(String configuration) {
        return List.copyOf(byConfiguration.getOrDefault(configuration, new TreeMap<>()).values());
    }

    /** One number of a configuration, over the finished seeds. */
    public Sample sample(String configuration, String number) {
        return new Sample(of(configuration).stream().map(m -> m.numbers().get(number)).filter(java.util.Objects::nonNull).toList());
    }

    /** One curve of a configuration: at each abscissa the mean over the finished seeds; the shortest curve ends it. */
    public Measurement.Curve meanCurve(String configuration, String curve) {
        List<Measurement.Curve> all = of(configuration).stream().map(m -> m.curves().get(curve)).filter(java.util.Objects::nonNull).toList();
        int length = all.stream().mapToInt(c -> c.x().length).min().orElse(0);
        double[] x = new double[length];
        double[] y = new double[length];
        for (int i = 0; i < length; i++) {
            int at = i;
            x[i] = all.getFirst().x()[i];
            y[i] = all.stream().mapToDouble(c -> c.y()[at]).average().orElse(Double.NaN);
        }
        return new Measurement.Curve(x, y);
    }
}
