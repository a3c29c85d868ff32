package columna.sim.function;

import java.util.Arrays;
import java.util.List;

/**
 * The part of a product that is one number per row: factors without a column index, the term's sign and the shift that
 * aligns the product. The datapath check guarantees that the numbers fit 63 bits.
 */
final class Coefficient {

    private final int sign;
    private final int shift;
    private final Source[] scalars;
    private final Source[] perRow;
    private final long[] values;
    private long largest;
    private long preparedVersions = -1;

    /**
     * @param sign 1 or -1
     * @param shift bits to the left, at least 0
     * @param scalars factors without index
     * @param perRow factors indexed by the row
     * @param rows rows of the destination
     */
    Coefficient(int sign, int shift, List<Source> scalars, List<Source> perRow, int rows) {
        this.sign = sign;
        this.shift = shift;
        this.scalars = scalars.toArray(Source[]::new);
        this.perRow = perRow.toArray(Source[]::new);
        this.values = new long[perRow.isEmpty() ? 1 : rows];
    }

    /** Multiplies what has changed since the last time. */
    void prepare() {
        long versions = versions();
        if (versions == preparedVersions) {
            return;
        }
        preparedVersions = versions;
        long common = (long) sign << shift;
        for (Source scalar : scalars) {
            scalar.refresh();
            common *= scalar.row()[0];
        }
        Arrays.fill(values, common);
        for (Source factor : perRow) {
            factor.refresh();
            multiply(factor.row());
        }
        largest = 0;
        for (long value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
    }

    /** Versions only grow, so an equal sum means that none has changed. */
    private long versions() {
        long sum = 0;
        for (Source scalar : scalars) {
            sum += scalar.cells().version();
        }
        for (Source factor : perRow) {
            sum += factor.cells().version();
        }
        return sum;
    }

    private void multiply(int[] factors) {
        for (int row = 0; row < values.length; row++) {
            values[row] *= factors[row];
        }
    }

    /** The number for a row. */
    long value(int row) {
        return values[values.length == 1 ? 0 : row];
    }

    /** The largest magnitude for any row. */
    long largest() {
        return largest;
    }

    /** Whether it is a mere shift, so that no multiplication is needed. */
    boolean isShift() {
        return sign > 0 && scalars.length == 0 && perRow.length == 0;
    }

    int shift() {
        return shift;
    }
}
