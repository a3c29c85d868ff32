package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;

/**
 * Adds one product (of real words) of a sum of products to the accumulator of a destination row. The product is aligned to
 * the accumulator's fraction bits by a shift. Bounds are upper bounds of the magnitude that the pass adds to any element,
 * saturating at Long.MAX_VALUE.
 */
interface Pass {

    /** Gathers what the rows share; called once before the rows of a micro-operation. */
    void prepare();

    /** The bound for all rows. */
    long bound();

    /** Tightens bounds by reading the sources that all rows share. */
    void tighten(RowKernels kernels);

    /** The bound for one row. */
    long bound(int row);

    /** Tightens the bound for one row by reading its words. */
    void tighten(int row, RowKernels kernels);

    /** Adds in 32-bit modular arithmetic; only called where the bounds of all passes together fit. */
    void addTo(int[] accumulator, int row, RowKernels kernels);

    /** Adds in 64 bits. */
    void addTo(long[] accumulator, int row, RowKernels kernels);
}
