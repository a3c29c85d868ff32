package columna.sim.function;

/** Largest squared Euclidean norms of a matrix's rows and columns, remembered until the matrix changes; saturating. */
final class Norms {

    private final int[][] words;
    private long rowsVersion = -1;
    private long columnsVersion = -1;
    private long rows;
    private long columns;

    Norms(int[][] words) {
        this.words = words;
    }

    long ofRows(long version) {
        if (rowsVersion != version) {
            rows = 0;
            for (int[] row : words) {
                rows = Math.max(rows, squaredNorm(row));
            }
            rowsVersion = version;
        }
        return rows;
    }

    long ofColumns(long version) {
        if (columnsVersion != version) {
            columns = 0;
            long[] sums = new long[words.length == 0 ? 0 : words[0].length];
            for (int[] row : words) {
                addSquares(sums, row);
            }
            for (long sum : sums) {
                columns = Math.max(columns, sum < 0 ? Long.MAX_VALUE : sum);
            }
            columnsVersion = version;
        }
        return columns;
    }

    private static void addSquares(long[] sums, int[] row) {
        for (int i = 0; i < row.length; i++) {
            long sum = sums[i] + (long) row[i] * row[i];
            // Once negative (more than 63 bits), a sum stays negative and is read as the largest value.
            sums[i] = sums[i] < 0 || sum < 0 ? Long.MIN_VALUE : sum;
        }
    }

    static long squaredNorm(int[] row) {
        long sum = 0;
        for (int word : row) {
            sum += (long) word * word;
            if (sum < 0) {
                return Long.MAX_VALUE;
            }
        }
        return sum;
    }
}
