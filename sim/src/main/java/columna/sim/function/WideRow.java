package columna.sim.function;

import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;

/** As {@link AccumulatedRow} in 64 bits, which always fit. */
final class WideRow implements RowWriter {

    private final RowKernels kernels;
    private final Narrowing narrowing;
    private final Noise noise;
    private final Pass[][] passes;
    private final int[][][] rows;
    private final boolean adds;
    private final int columns;
    private final long[][] accumulators;

    /**
     * @param passes per written part
     * @param adds whether the row itself is one of the terms
     */
    WideRow(RowKernels kernels, Narrowing narrowing, Noise noise, Pass[][] passes, Written written, boolean adds) {
        this.kernels = kernels;
        this.narrowing = narrowing;
        this.noise = noise;
        this.passes = passes;
        this.rows = written.rows();
        this.adds = adds;
        this.columns = written.cells().memory().columns();
        this.accumulators = new long[passes.length][columns];
    }

    @Override
    public void write(int row, long firstUse) {
        for (int part = 0; part < passes.length; part++) {
            kernels.clear(accumulators[part], columns);
            if (adds) {
                kernels.addShifted(accumulators[part], rows[part][row], narrowing.shift(), columns);
            }
            for (Pass pass : passes[part]) {
                pass.addTo(accumulators[part], row, kernels);
            }
        }
        for (int part = 0; part < passes.length; part++) {
            kernels.narrow(accumulators[part], narrowing, noise.of(row, part, firstUse), rows[part][row], columns);
        }
    }
}
