package columna.experiments.reproduce;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one point found: numbers by name, and curves by name. A number may be infinite or not a number, as when learning diverges.
 *
 * @param numbers by name
 * @param curves by name
 */
public record Measurement(SortedMap<String, Double> numbers, SortedMap<String, Curve> curves) {

    /**
     * @param x abscissas, ascending
     * @param y ordinates, as many
     */
    public record Curve(double[] x, double[] y) {
        public Curve {
            if (x.length != y.length) {
                throw new IllegalArgumentException("curve: " + x.length + " abscissas and " + y.length + " ordinates; both must be as many");
            }
        }
    }

    public Measurement {
        numbers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        curves = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(curves));
    }

    public static Measurement of(Map<String, Double> numbers) {
        return of(numbers, Map.of());
    }

    public static Measurement of(Map<String, Double> numbers, Map<String, Curve> curves) {
        return new Measurement(new TreeMap<>(numbers), new TreeMap<>(curves));
    }
}
