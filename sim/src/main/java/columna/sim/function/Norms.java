package columna.sim.function;

/**
 * Norms of a matrix's rows and of its columns, the largest of each: sums of magnitudes, and sums of squares. Remembered
 * until the matrix changes; saturating at Long.MAX_VALUE.
 */
final class Norms {

    private final int[][] words;
    private final Remembered rows = new Remembered();
    private final Remembered columns = new Remembered();

    private static final class Remembered {
        private long version = -1;
        private long sums;
        private long squares;
    }

    Norms(int[][] words) {
        this.words = words;
    }

    /**
     * The largest sum of magnitudes of a row, or of a column.
     *
     * @param version of the matrix's words
     */
    long sums(boolean ofColumns, long version) {
        return upToDate(ofColumns, version).sums;
    }

    /** As {@link #sums} of squares: the squared Euclidean norm. */
    long squares(boolean ofColumns, long version) {
        return upToDate(ofColumns, version).squares;
    }

    private Remembered upToDate(boolean ofColumns, long version) {
        Remembered remembered = ofColumns ? columns : rows;
        if (remembered.version != version) {
            remembered.version = version;
            remembered.sums = 0;
            remembered.squares = 0;
            if (ofColumns) {
                measureColumns();
            } else {
                measureRows();
            }
        }
        return remembered;
    }

    private void measureRows() {
        for (int[] row : words) {
            long sum = 0;
            long largest = 0;
            for (int word : row) {
                sum += Math.abs((long) word);
                largest = Math.max(largest, Math.abs((long) word));
            }
            rows.sums = Math.max(rows.sums, sum);
            rows.squares = Math.max(rows.squares, squaredNorm(row, largest));
        }
    }

    private void measureColumns() {
        int width = words.length == 0 ? 0 : words[0].length;
        long[] sums = new long[width];
        long[] squares = new long[width];
        for (int[] row : words) {
            add(sums, squares, row);
        }
        for (int i = 0; i < width; i++) {
            columns.sums = Math.max(columns.sums, sums[i]);
            columns.squares = Math.max(columns.squares, squares[i] < 0 ? Long.MAX_VALUE : squares[i]);
        }
    }

    private static void add(long[] sums, long[] squares, int[] row) {
        for (int i = 0; i < row.length; i++) {
            sums[i] += Math.abs((long) row[i]);
            long square = squares[i] + (long) row[i] * row[i];
            // Once negative (more than 63 bits), a sum stays negative and is read as the largest value.
            squares[i] = squares[i] < 0 || square < 0 ? Long.MIN_VALUE : square;
        }
    }

    /**
     * The squared Euclidean norm of a row.
     *
     * @param largest an upper bound of the magnitudes
     */
    static long squaredNorm(int[] row, long largest) {
        if (Saturating.multiply(Saturating.multiply(largest, largest), row.length) == Long.MAX_VALUE) {
            return largest == 0 ? 0 : Long.MAX_VALUE;
        }
        long sum = 0;
        for (int word : row) {
            sum += (long) word * word;
        }
        return sum;
    }
}
