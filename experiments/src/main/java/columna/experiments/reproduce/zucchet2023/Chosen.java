package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration of a sweep with the lowest validation loss in the mean over seeds, among those that were measured; one that diverged is
 * chosen only if all did.
 *
 * @param measurements of all configurations
 * @param configuration the name of the chosen one; empty if none was measured
 * @param words what was chosen, for a table; empty if there was no choice
 */
record Chosen(Measurements measurements, Optional<String> configuration, String words) {

    /** Chooses among the values of a sweep, each of which has a configuration. */
    static <T> Chosen of(Measurements measurements, String loss, List<T> sweep, Function<T, String> configuration) {
        Optional<T> best = sweep.stream()
                .filter(value -> measurements.sample(configuration.apply(value), loss).size() > 0)
                .min(Comparator.comparingDouble(value -> measurements.sample(configuration.apply(value), loss).mean()));
        String words = sweep.size() < 2 ? "" : best.map(value -> " (" + value + ")").orElse("");
        return new Chosen(measurements, best.map(configuration), words);
    }

    /** A number of the chosen configuration over seeds. */
    Sample sample(String number) {
        return configuration.map(name -> measurements.sample(name, number)).orElse(new Sample(List.of()));
    }

    /** A curve of the chosen configuration, the mean over seeds. */
    Plot.Line line(String name, String curve) {
        Measurement.Curve mean = configuration.map(chosen -> measurements.meanCurve(chosen, curve))
                .orElse(new Measurement.Curve(new double[0], new double[0]));
        return new Plot.Line(name, mean, new double[0]);
    }
}
