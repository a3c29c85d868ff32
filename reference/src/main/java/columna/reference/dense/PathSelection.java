package columna.reference.dense;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How k of n paths are chosen. Random choices are uniform over subsets and need only the stream; choices by weight need only the weights:
 * {@code |W_ij|}, for an LSTM the Euclidean norm over the four gates (our assumption), the lower index first among equals.
 */
public enum PathSelection {
    /** Each target unit has k random sources of its own. */
    RANDOM_ROWS,
    /** k random units are sources for every unit: k columns. */
    GLOBAL_SOURCES,
    /** k random units receive from every unit, the others from none: k rows. */
    GLOBAL_TARGETS,
    /** k random units receive from each other, all others have the immediate term only: memory falls to k/n, work to (k/n)^2. */
    GLOBAL_UNITS,
    /** k n random entries of the matrix. */
    RANDOM_ENTRIES,
    /** Each target unit's k sources of smallest weight ("adversarial"). */
    SMALLEST_WEIGHTS,
    /** Each target unit's k sources of largest weight. */
    LARGEST_WEIGHTS;

    /** The paths for these weights; {@code 0 <= k <= n}. */
    public PathMask select(int k, DenseParameters parameters, UniformRandomProvider stream) {
        int n = parameters.spec().units();
        if (k < 0 || k > n) {
            throw new IllegalArgumentException("path selection: k is %d; it must be from 0 to the %d units".formatted(k, n));
        }
        double[][] mask = new double[n][n];
        switch (this) {
            case RANDOM_ROWS -> eachRow(mask, i -> subset(k, n, stream));
            case GLOBAL_SOURCES -> eachRow(mask, same(subset(k, n, stream)));
            case GLOBAL_TARGETS -> rows(mask, subset(k, n, stream), IntStream.range(0, n).toArray());
            case GLOBAL_UNITS -> {
                int[] chosen = subset(k, n, stream);
                rows(mask, chosen, chosen);
            }
            case RANDOM_ENTRIES -> {
                for (int entry : subset(k * n, n * n, stream)) {
                    mask[entry / n][entry % n] = 1;
                }
            }
            case SMALLEST_WEIGHTS -> eachRow(mask, i -> byWeight(k, strengths(parameters, i), 1));
            case LARGEST_WEIGHTS -> eachRow(mask, i -> byWeight(k, strengths(parameters, i), -1));
        }
        return PathMask.of(mask);
    }

    private interface SourcesOfRow {
        int[] of(int target);
    }

    private static SourcesOfRow same(int[] chosen) {
        return i -> chosen;
    }

    private static void eachRow(double[][] mask, SourcesOfRow sources) {
        for (int i = 0; i < mask.length; i++) {
            for (int j : sources.of(i)) {
                mask[i][j] = 1;
            }
        }
    }

    private static void rows(double[][] mask, int[] targets, int[] sources) {
        for (int i : targets) {
            for (int j : sources) {
                mask[i][j] = 1;
            }
        }
    }

    /** k of 0 .. n-1, every subset equally likely: the head of a Fisher-Yates shuffle. */
    private static int[] subset(int k, int n, UniformRandomProvider stream) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = 0; i < k; i++) {
            int other = i + stream.nextInt(n - i);
            int taken = order[other];
            order[other] = order[i];
            order[i] = taken;
        }
        return Arrays.copyOf(order, k);
    }

    private static double[] strengths(DenseParameters parameters, int target) {
        int n = parameters.spec().units();
        double[] squares = new double[n];
        for (int row = target; row < parameters.recurrent().length; row += n) {
            for (int j = 0; j < n; j++) {
                squares[j] += parameters.recurrent()[row][j] * parameters.recurrent()[row][j];
            }
        }
        return squares;
    }

    private static int[] byWeight(int k, double[] strengths, int direction) {
        return IntStream.range(0, strengths.length).boxed().sorted(Comparator.comparingDouble(j -> direction * strengths[j])).limit(k)
                .mapToInt(Integer::intValue).toArray();
    }
}
