package columna.reference.columnar;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which weights of the heads exist. A weight that does not exist has no effect, whatever its value, and its gradient is 0.
 *
 * @param features {@code [n][n][w]}: entry {@code [i][j][k]} is the weight from feature k of column j to column i; a column's own features
 *     are always there
 * @param states {@code [n][n]}: entry {@code [i][j]} is the weight from {@code h_j(t-1)} to column i
 */
public record LateralMask(boolean[][][] features, boolean[][] states) {

    public LateralMask {
        int n = features.length;
        if (states.length != n) {
            throw new IllegalArgumentException("lateral mask: " + n + " columns of features and " + states.length + " of states; both must be equal");
        }
        for (int i = 0; i < n; i++) {
            for (boolean own : features[i][i]) {
                if (!own) {
                    throw new IllegalArgumentException("lateral mask: column " + i + " does not see all of its own features; it must");
                }
            }
        }
    }

    /**
     * A random mask of Javed et al. 2021: apart from a column's own features every weight, own state included, exists with probability
     * {@code p = min(1, s w / (w (n - 1) + n))}, so that a column has on average {@code s w} lateral weights.
     *
     * @param columns n
     * @param width w, the features of a column
     * @param ratio s, lateral weights for each weight to an own feature; 0 for none
     */
    public static LateralMask random(int columns, int width, double ratio, UniformRandomProvider random) {
        double probability = Math.min(1, ratio * width / (width * (columns - 1.0) + columns));
        boolean[][][] features = new boolean[columns][columns][width];
        boolean[][] states = new boolean[columns][columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < width; k++) {
                    features[i][j][k] = i == j || random.nextDouble() < probability;
                }
                states[i][j] = random.nextDouble() < probability;
            }
        }
        return new LateralMask(features, states);
    }

    /** Own features and own state only. */
    public static LateralMask none(int columns, int width) {
        LateralMask mask = new LateralMask(ofOwnFeatures(columns, width), new boolean[columns][columns]);
        for (int i = 0; i < columns; i++) {
            mask.states[i][i] = true;
        }
        return mask;
    }

    private static boolean[][][] ofOwnFeatures(int columns, int width) {
        boolean[][][] features = new boolean[columns][columns][width];
        for (int i = 0; i < columns; i++) {
            Arrays.fill(features[i][i], true);
        }
        return features;
    }

    /** Weights from features of other columns to column i, for each feature of its own; weights from states are not among them. */
    public double lateralRatio(int i) {
        int lateral = 0;
        for (int j = 0; j < states.length; j++) {
            for (boolean present : features[i][j]) {
                lateral += present && j != i ? 1 : 0;
            }
        }
        return (double) lateral / features[i][i].length;
    }
}
