package columna.sim.function;

import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;

/** A row by one kernel call per product: clear an accumulator of 32 bits, add every product, narrow once. */
final class AccumulatedRow implements RowWriter {

    private final RowKernels kernels;
    private final Narrowing narrowing;
    private final Noise noise;
    private final Pass[][] passes;
    private final int[][][] rows;
    private final boolean adds;
    private final int columns;
    private final int[][] accumulators;

    /**
     * @param passes per written part
     * @param adds whether the narrowed sum is added to the row
     */
    AccumulatedRow(
            RowKernels kernels, Narrowing narrowing, Noise noise, Pass[][] passes, Written written, boolean adds) {
        this.kernels = kernels;
        this.narrowing = narrowing;
        this.noise = noise;
        this.passes = passes;
        this.rows = written.rows();
        this.adds = adds;
        this.columns = written.cells().memory().columns();
        this.accumulators = new int[passes.length][columns];
    }

    @Override
    public void write(int row, long firstUse) {
        for (int part = 0; part < passes.length; part++) {
            kernels.clear(accumulators[part], columns);
            for (Pass pass : passes[part]) {
                pass.addTo(accumulators[part], row, kernels);
            }
        }
        for (int part = 0; part < passes.length; part++) {
            int[] random = noise.of(row, part, firstUse);
            if (adds) {
                kernels.narrowAdd(accumulators[part], narrowing, random, rows[part][row], columns);
            } else {
                kernels.narrow(accumulators[part], narrowing, random, rows[part][row], columns);
            }
        }
    }
}
