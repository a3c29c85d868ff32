package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;
import columna.sim.program.Memory;
import java.util.Arrays;

/**
 * The words of one memory of one core: one array per row, real and imaginary parts apart.
 *
 * <p>Beside the words it keeps what the kernels' guards ask for: upper bounds of the magnitudes, of each row and of all
 * (never too small, perhaps too large), and the largest norms of rows and columns, computed on demand after a change.
 */
public final class Cells {

    private final Memory memory;
    private final int[][] real;
    private final int[][] imaginary;
    private final long[] rowBound;
    private final long largestMagnitude;
    private final Norms realNorms;
    private final Norms imaginaryNorms;
    private final long[] rowBoundVersion;
    private long bound;
    private long version;

    Cells(Memory memory) {
        this.memory = memory;
        this.real = new int[memory.rows()][memory.columns()];
        this.imaginary = memory.complex() ? new int[memory.rows()][memory.columns()] : new int[0][];
        this.rowBound = new long[memory.rows()];
        this.rowBoundVersion = new long[memory.rows()];
        Arrays.fill(rowBoundVersion, -1);
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

    /** An upper bound of the magnitude of every word. */
    long bound() {
        return bound;
    }

    /** An upper bound of the magnitude of every word of the row. */
    long bound(int row) {
        return rowBound[row];
    }

    /** Reads the row to make its bound exact. */
    void tighten(int row, RowKernels kernels) {
        if (rowBoundVersion[row] == version) {
            return;
        }
        rowBoundVersion[row] = version;
        long largest = kernels.largestMagnitude(real[row], real[row].length);
        if (memory.complex()) {
            largest = Math.max(largest, kernels.largestMagnitude(imaginary[row], imaginary[row].length));
        }
        rowBound[row] = largest;
        if (rowBound.length == 1) {
            bound = largest;
        }
    }

    /** Counts the changes. */
    long version() {
        return version;
    }

    /** Marks every word as possibly different, within the format. */
    void changed() {
        changedWithin(largestMagnitude);
    }

    /** Marks every word as possibly different, within a bound of the magnitudes and within the format. */
    void changedWithin(long largest) {
        version++;
        bound = Math.min(largest, largestMagnitude);
        Arrays.fill(rowBound, bound);
    }

    /** Marks every word of a row as possibly different; {@link #rowsChanged} closes a series of such changes. */
    void rowChangedWithin(int row, long largest) {
        rowBound[row] = Math.min(largest, largestMagnitude);
        rowBoundVersion[row] = -1;
    }

    /** Marks every word as possibly different, row bounds being up to date. */
    void rowsChanged() {
        version++;
        bound = 0;
        for (long ofRow : rowBound) {
            bound = Math.max(bound, ofRow);
        }
    }

    /** Norms of the rows and columns of a part. */
    Norms norms(boolean imaginaryPart) {
        return imaginaryPart ? imaginaryNorms : realNorms;
    }
}
