package columna.experiments.reproduce;

import java.util.List;

/**
 * One quantity over seeds.
 *
 * @param values by ascending seed
 */
public record Sample(List<Double> values) {

    public Sample {
        values = List.copyOf(values);
    }

    /** The number of seeds. */
    public int size() {
        return values.size();
    }

    /** Not a number if empty. */
    public double mean() {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    /** The standard deviation over seeds, n - 1 in the denominator; not a number for fewer than two seeds. */
    public double deviation() {
        double mean = mean();
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    }

    /** The standard error of the mean; not a number for fewer than two seeds. */
    public double standardError() {
        return deviation() / Math.sqrt(values.size());
    }
}
