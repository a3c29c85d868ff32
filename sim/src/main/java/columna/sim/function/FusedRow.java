package columna.sim.function;

import columna.fixedpoint.kernel.ConstantRounding;
import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;
import java.util.Optional;

/** A row that is a sum of at most four scaled rows, by one kernel call per part: products, sum and rounding in one pass. */
final class FusedRow implements RowWriter {

    private static final int MOST_TERMS = 4;

    private final RowKernels kernels;
    private final ConstantRounding rounding;
    private final ScaledPass[][] passes;
    private final int[][][] rows;
    private final boolean adds;
    private final boolean skipsZeros;
    private final boolean delaysFirst;
    private final int[] delayed;
    private final int columns;
    private final int[] coefficients = new int[MOST_TERMS];
    private final int[][] words = new int[MOST_TERMS][];

    private FusedRow(
            RowKernels kernels, Narrowing narrowing, ScaledPass[][] passes, Written written, boolean adds) {
        this.kernels = kernels;
        this.rounding = ConstantRounding.of(narrowing);
        this.passes = passes;
        this.rows = written.rows();
        this.adds = adds;
        // A row within the clamps' range stays as it is when nothing is added.
        this.skipsZeros = adds && narrowing.low() == narrowing.destination().minimumRaw();
        this.delaysFirst = passes.length == 2 && readsFirstPart(passes[1], written);
        this.columns = written.cells().memory().columns();
        this.delayed = new int[columns];
    }

    /** Both parts are computed from the old words. */
    private static boolean readsFirstPart(ScaledPass[] passes, Written written) {
        boolean reads = false;
        for (ScaledPass pass : passes) {
            reads |= pass.reads(written.cells(), written.parts().getFirst().imaginaryWords());
        }
        return reads;
    }

    /** The writer, or empty where the products or the rounding have another form. */
    static Optional<FusedRow> of(
            RowKernels kernels, Narrowing narrowing, Pass[][] passes, Written written, boolean adds) {
        ScaledPass[][] scaled = new ScaledPass[passes.length][];
        for (int part = 0; part < passes.length; part++) {
            scaled[part] = new ScaledPass[passes[part].length];
            for (int term = 0; term < passes[part].length; term++) {
                if (!(passes[part][term] instanceof ScaledPass pass)) {
                    return Optional.empty();
                }
                scaled[part][term] = pass;
            }
            if (scaled[part].length == 0 || scaled[part].length > MOST_TERMS) {
                return Optional.empty();
            }
        }
        return narrowing.hasFusedKernels()
                ? Optional.of(new FusedRow(kernels, narrowing, scaled, written, adds))
                : Optional.empty();
    }

    @Override
    public void write(int row, long firstUse) {
        for (int part = 0; part < passes.length; part++) {
            int[] target = rows[part][row];
            boolean nothing = gather(part, row);
            if (adds) {
                if (!(nothing && skipsZeros)) {
                    kernels.narrowSumAdd(passes[part].length, coefficients, words, rounding, target, columns);
                }
            } else {
                boolean delay = delaysFirst && part == 0;
                kernels.narrowSum(
                        passes[part].length, coefficients, words, rounding, delay ? delayed : target, columns);
            }
        }
        if (delaysFirst && !adds) {
            System.arraycopy(delayed, 0, rows[0][row], 0, columns);
        }
    }

    /** Whether all coefficients are zero. */
    private boolean gather(int part, int row) {
        int any = 0;
        for (int term = 0; term < passes[part].length; term++) {
            coefficients[term] = passes[part][term].coefficient(row);
            words[term] = passes[part][term].words(row);
            any |= coefficients[term];
        }
        return any == 0;
    }
}
