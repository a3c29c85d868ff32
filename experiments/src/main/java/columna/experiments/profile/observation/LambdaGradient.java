package columna.experiments.profile.observation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The gradient of the eigenvalues, which is no parameter's: the reference reports it once a sequence. Sums over the sequences of an update are
 * what the chip's accumulators hold in the end.
 */
final class LambdaGradient {

    static final String SIGNAL = "lru.gradient.lambda";

    private static final Pattern NAME = Pattern.compile("layers\\.\\d+\\.lambda_(re|im)");

    private final Map<String, double[]> sums = new LinkedHashMap<>();

    /** Adds a sequence's. */
    void add(String name, double[][] rows, double factor) {
        if (NAME.matcher(name).matches()) {
            double[] sum = sums.computeIfAbsent(name, n -> new double[rows[0].length]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * rows[0][i];
            }
        }
    }

    /** Counts the sums. */
    void count(SignalHistograms histograms) {
        if (histograms.has(SIGNAL)) {
            sums.values().forEach(sum -> {
                for (double value : sum) {
                    histograms.of(SIGNAL).add(value);
                }
            });
        }
    }

    /** An update has used them up. */
    void clear() {
        sums.clear();
    }
}
