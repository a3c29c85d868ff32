package columna.reference.dense;

import java.util.stream.IntStream;

/**
 * A set of paths of gradient transport: path (i, j) is the recurrent edge {@code h_j(t-1) -> h_i(t)}, and {@code sources[i]} lists the j of
 * unit i in rising order. What is not in the set has derivative 0 in the influence recursion; nothing is rescaled by n/k.
 */
public final class PathMask {

    private final int[][] sources;

    private PathMask(int[][] sources) {
        this.sources = sources;
    }

    /** Of a square matrix; an entry other than 0 is a path. */
    public static PathMask of(double[][] matrix) {
        int[][] sources = new int[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            double[] row = matrix[i];
            if (row.length != matrix.length) {
                throw new IllegalArgumentException("path mask: row %d has %d entries, the matrix %d rows; it must be square"
                        .formatted(i, row.length, matrix.length));
            }
            sources[i] = IntStream.range(0, row.length).filter(j -> row[j] != 0).toArray();
        }
        return new PathMask(sources);
    }

    /** No path: only the immediate derivative (and an LSTM's private cell path). */
    public static PathMask none(int units) {
        return of(new double[units][units]);
    }

    /** Every path: exact real-time recurrent learning. */
    public static PathMask full(int units) {
        int[][] sources = new int[units][];
        for (int i = 0; i < units; i++) {
            sources[i] = IntStream.range(0, units).toArray();
        }
        return new PathMask(sources);
    }

    /** Each unit's own past only: SnAp-1. */
    public static PathMask diagonal(int units) {
        int[][] sources = new int[units][];
        for (int i = 0; i < units; i++) {
            sources[i] = new int[] {i};
        }
        return new PathMask(sources);
    }

    public int units() {
        return sources.length;
    }

    /** The number of paths; the work of one time step is this times the number of recurrent weights. */
    public int count() {
        return IntStream.range(0, sources.length).map(i -> sources[i].length).sum();
    }

    /** Whether the set holds {@code h_source(t-1) -> h_target(t)}. */
    public boolean contains(int target, int source) {
        return IntStream.of(sources[target]).anyMatch(j -> j == source);
    }

    int[] sources(int target) {
        return sources[target];
    }
}
