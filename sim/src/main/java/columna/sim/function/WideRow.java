package columna.sim.function;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;

/** As {@link AccumulatedRow} in 64 bits, which always fit. The exact sums are at hand here, so this is where events are recorded. */
final class WideRow implements RowWriter {

    private final RowKernels kernels;
    private final Narrowing narrowing;
    private final Noise noise;
    private final Pass[][] passes;
    private final int[][][] rows;
    private final boolean adds;
    private final int columns;
    private final long[][] accumulators;
    private final SignalRecord record;
    private final boolean clamps;
    private final long low;
    private final long high;

    /**
     * @param passes per written part
     * @param adds whether the row itself is one of the terms
     * @param record where events go
     */
    WideRow(
            RowKernels kernels,
            Narrowing narrowing,
            Noise noise,
            Pass[][] passes,
            Written written,
            boolean adds,
            SignalRecord record) {
        this.kernels = kernels;
        this.narrowing = narrowing;
        this.noise = noise;
        this.passes = passes;
        this.rows = written.rows();
        this.adds = adds;
        this.columns = written.cells().memory().columns();
        this.record = record;
        this.clamps = narrowing.overflow() == Overflow.SAT || narrowing.overflow() == Overflow.SAT_SYM;
        this.low = narrowing.low();
        this.high = narrowing.high();
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
            int[] random = noise.of(row, part, firstUse);
            kernels.narrow(accumulators[part], narrowing, random, rows[part][row], columns);
            if (record != SignalRecord.NONE) {
                record(accumulators[part], random, rows[part][row]);
            }
        }
    }

    private void record(long[] exact, int[] random, int[] raw) {
        for (int i = 0; i < columns; i++) {
            // A clamp leaves its mark: within the range nothing can have overflowed.
            boolean within = clamps && raw[i] > low && raw[i] < high;
            boolean overflowed = !within && (narrowing.flags(exact[i], random[i]) & Cast.OVERFLOWED) != 0;
            record.wrote(exact[i], raw[i], overflowed);
        }
    }
}
