package columna.sim.function;

import columna.fixedpoint.kernel.RowKernels;

/**
 * Adds one product (of real words) of a sum of products to the accumulator of a destination row. The product is aligned to
 * the accumulator's fraction bits by a shift. Bounds are upper bounds of the magnitude that the pass adds to any element,
 * saturating at Long.MAX_VALUE.
 *
 * <p>A class rather than an interface: it is called for every row, and a virtual call costs less than an interface call.
 */
abstract sealed class Pass permits ScaledPass, ProductPass, MatrixPass {

    /** Gathers what the rows share; called once before the rows of a micro-operation. */
    abstract void prepare();

    /** The bound for all rows. */
    abstract long bound();

    /** Tightens bounds by reading the sources that all rows share. */
    abstract void tighten(RowKernels kernels);

    /** The bound for one row. */
    abstract long bound(int row);

    /** Tightens the bound for one row by reading its words. */
    abstract void tighten(int row, RowKernels kernels);

    /** Adds in 32-bit modular arithmetic; only called where the bounds of all passes together fit. */
    abstract void addTo(int[] accumulator, int row, RowKernels kernels);

    /** Adds in 64 bits. */
    abstract void addTo(long[] accumulator, int row, RowKernels kernels);
}
