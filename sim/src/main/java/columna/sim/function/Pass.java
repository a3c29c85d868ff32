package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;

/**
 * Adds one product (of real words) of a sum of products to the accumulator of a destination row. The product is aligned to
 * the accumulator's fraction bits by a shift.
 */
interface Pass {

    /** Brings the bounds of small sources up to date; called once before the rows of a micro-operation. */
    void prepare();

    /** An upper bound of the magnitude that the pass adds to any element of the row, saturating at Long.MAX_VALUE. */
    long bound(int row);

    /** Tightens the bounds that {@link #bound} uses for the row, by reading the words. */
    void tighten(int row);

    /** Adds in 32-bit modular arithmetic; only called where the bounds of all passes together fit. */
    void addTo(int[] accumulator, int row, RowKernels kernels);

    /** Adds in 64 bits. */
    void addTo(long[] accumulator, int row, RowKernels kernels);
}
