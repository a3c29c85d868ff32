package columna.sim.function;

import columna.sim.program.Memory;
import java.util.Arrays;

/**
 * The words of one memory of one core: one array per row, real and imaginary parts apart.
 *
 * <p>Beside the words it keeps what the kernels' guards ask for: an upper bound of the magnitudes of each row (never too
 * small, perhaps too large), and the largest Euclidean norms of rows and columns, computed on demand after a change.
 */
public final class Cells {

    private final Memory memory;
    private final int[][] real;
    private final int[][] imaginary;
    private final long[] rowBound;
    private final long largestMagnitude;
    private final Norms realNorms;
    private final Norms imaginaryNorms;
    private long version;

    Cells(Memory memory) {
        this.memory = memory;
        this.real = new int[memory.rows()][memory.columns()];
        this.imaginary = memory.complex() ? new int[memory.rows()][memory.columns()] : new int[0][];
        this.rowBound = new long[memory.rows()];
        this.largestMagnitude =
                Math.max(Math.abs(memory.format().minimumRaw()), Math.abs(memory.format().maximumRaw()));
        this.realNorms = new Norms(real);
        this.imaginaryNorms = new Norms(imaginary);
    }

    /** The declaration: shape, format, purpose. */
    public Memory memory() {
        return memory;
    }

    /** The raw word at a row and column. */
    public int word(int row, int column, boolean imaginaryPart) {
        return rows(imaginaryPart)[row][column];
    }

    /** Replaces all words. Shapes {@code [rows][columns]}; {@code imaginaryWords} is empty for a real memory. */
    public void load(int[][] realWords, int[][] imaginaryWords) {
        copy(realWords, real);
        copy(imaginaryWords, imaginary);
        changed();
    }

    private static void copy(int[][] from, int[][] to) {
        if (from.length != to.length) {
            throw new IllegalArgumentException("got " + from.length + " rows where " + to.length + " are needed");
        }
        for (int row = 0; row < to.length; row++) {
            System.arraycopy(from[row], 0, to[row], 0, to[row].length);
        }
    }

    /** The words of a part; callers outside this package only read them. */
    public int[][] rows(boolean imaginaryPart) {
        return imaginaryPart ? imaginary : real;
    }

    /** The largest magnitude that the format can represent. */
    long largestMagnitude() {
        return largestMagnitude;
    }

    /** An upper bound of the magnitude of every word of the row. */
    long rowBound(int row) {
        return rowBound[row];
    }

    void rowBound(int row, long bound) {
        rowBound[row] = Math.min(bound, largestMagnitude);
    }

    /** Reads the row to make its bound exact. */
    long tightenRowBound(int row) {
        long largest = largest(real[row]);
        if (memory.complex()) {
            largest = Math.max(largest, largest(imaginary[row]));
        }
        rowBound[row] = largest;
        return largest;
    }

    private static long largest(int[] words) {
        int low = 0;
        int high = 0;
        for (int word : words) {
            low = Math.min(low, word);
            high = Math.max(high, word);
        }
        return Math.max(-(long) low, high);
    }

    /** Marks every word as possibly different, within the format. */
    void changed() {
        version++;
        Arrays.fill(rowBound, largestMagnitude);
    }

    /** Marks every word as possibly different; row bounds have been kept by the writer. */
    void changedWithinBounds() {
        version++;
    }

    /** Largest squared norm of any row of the part. */
    long largestSquaredRowNorm(boolean imaginaryPart) {
        return (imaginaryPart ? imaginaryNorms : realNorms).ofRows(version);
    }

    /** Largest squared norm of any column of the part. */
    long largestSquaredColumnNorm(boolean imaginaryPart) {
        return (imaginaryPart ? imaginaryNorms : realNorms).ofColumns(version);
    }
}
