package columna.sim.function;

import java.util.List;

/**
 * The part of a product that is one number per row: factors without a column index, the term's sign and the shift that
 * aligns the product.
 *
 * @param sign 1 or -1
 * @param shift bits to the left, at least 0
 * @param scalars factors without index
 * @param perRow factors indexed by the row
 */
record Coefficient(int sign, int shift, List<Source> scalars, List<Source> perRow) {

    /** The number for a row; the datapath check guarantees that it fits. */
    long value(int row) {
        long product = sign;
        for (Source scalar : scalars) {
            product *= scalar.row()[0];
        }
        for (Source factor : perRow) {
            product *= factor.row()[row];
        }
        return product << shift;
    }

    /** Whether it is a mere shift, so that no multiplication is needed. */
    boolean isShift() {
        return sign > 0 && scalars.isEmpty() && perRow.isEmpty();
    }
}
