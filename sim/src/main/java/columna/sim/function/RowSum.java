package columna.sim.function;

import columna.fixedpoint.Overflow;
import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.function.Written.WrittenPart;
import columna.sim.program.Datapath;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.RealTerm;
import java.util.List;
import java.util.Optional;

/**
 * A sum of products as array kernels, row by row. Accumulates in 32 bits where bounds of the words prove that the sum fits,
 * in 64 bits otherwise; both give the same bits. The proof is tried for all rows at once, first from the bounds at hand, then
 * after reading the vectors, and only then row by row.
 */
final class RowSum implements Step {

    private final Cells cells;
    private final CoreState core;
    private final RowKernels kernels;
    private final Pass[][] passes;
    private final boolean adds;
    private final RowWriter narrow;
    private final RowWriter wide;
    private final int shift;
    private final boolean alwaysWide;
    private final long limit;
    private final long randomUses;
    private final boolean bounded;

    private RowSum(
            Written written,
            CoreState core,
            RowKernels kernels,
            Narrowing narrowing,
            Pass[][] passes,
            boolean adds,
            long largestSum,
            SignalRecord record) {
        Noise noise = new Noise(written, core);
        this.cells = written.cells();
        this.core = core;
        this.kernels = kernels;
        this.passes = passes;
        this.adds = adds;
        this.narrow = narrowWriter(written, kernels, narrowing, noise, passes, adds);
        this.wide = new WideRow(kernels, narrowing, noise, passes, written, adds, record);
        this.shift = narrowing.shift();
        this.alwaysWide = largestSum < 0;
        this.limit = largestSum - (shift <= 0 ? 0 : shift > 30 ? Integer.MAX_VALUE : 1L << shift);
        this.randomUses = written.randomUses();
        boolean clamps = narrowing.overflow() == Overflow.SAT || narrowing.overflow() == Overflow.SAT_SYM;
        this.bounded = clamps && written.parts().size() == cells.memory().parts();
    }

    private static RowWriter narrowWriter(
            Written written, RowKernels kernels, Narrowing narrowing, Noise noise, Pass[][] passes, boolean adds) {
        Optional<FusedRow> fused = FusedRow.of(kernels, narrowing, passes, written, adds);
        if (fused.isEmpty()) {
            return new AccumulatedRow(kernels, narrowing, noise, passes, written, adds);
        }
        Optional<TraceRow> trace =
                adds ? Optional.empty() : TraceRow.of(kernels, narrowing, passes, written, fused.get());
        return trace.isPresent() ? trace.get() : fused.get();
    }

    /** The compiled step, or empty where a product has no kernel. */
    static Optional<Step> compile(SumOfProducts operation, CoreState core, RowKernels kernels, int randomBits) {
        return compile(operation, core, kernels, randomBits, Integer.MAX_VALUE, SignalRecord.NONE);
    }

    /** As {@link #compile}, always through 64 bits, recording events: equal bits, some ten times slower. */
    static Optional<Step> observed(
            SumOfProducts operation, CoreState core, RowKernels kernels, int randomBits, SignalRecord record) {
        return compile(operation, core, kernels, randomBits, -1, record);
    }

    /**
     * The compiled step.
     *
     * @param largestSum what 32-bit accumulators are trusted with; negative for always 64 bits
     */
    private static Optional<Step> compile(
            SumOfProducts operation,
            CoreState core,
            RowKernels kernels,
            int randomBits,
            long largestSum,
            SignalRecord record) {
        Written written = new Written(operation.destination(), core);
        var format = operation.destination().memory().format();
        int fractionBits = Datapath.fractionBits(operation);
        Narrowing narrowing = Narrowing.of(fractionBits, format, randomBits);
        boolean adds = isAccumulation(operation) && narrowing.commutesWithAddition()
                && format.overflow() == Overflow.SAT && narrowing.shift() >= 0;
        PassCompiler compiler = new PassCompiler(operation, core, fractionBits);
        Pass[][] passes = new Pass[written.parts().size()][];
        for (int part = 0; part < passes.length; part++) {
            WrittenPart writtenPart = written.parts().get(part);
            List<RealTerm> products = RealTerm.of(operation, writtenPart.imaginaryValue());
            Optional<List<Pass>> compiled = compiler.compile(adds ? products.subList(1, products.size()) : products);
            if (compiled.isEmpty()) {
                return Optional.empty();
            }
            passes[part] = compiled.get().toArray(Pass[]::new);
        }
        return Optional.of(new RowSum(written, core, kernels, narrowing, passes, adds, largestSum, record));
    }

    /** Whether the first term is the destination itself, as in {@code g := g + ...}. */
    private static boolean isAccumulation(SumOfProducts operation) {
        if (operation.terms().size() < 2) {
            return false;
        }
        var first = operation.terms().getFirst();
        return first.sign() > 0
                && first.exponent() == 0
                && !first.realPart()
                && first.right().isEmpty()
                && first.left().equals(operation.destination());
    }

    @Override
    public void run() {
        for (Pass[] part : passes) {
            for (Pass pass : part) {
                pass.prepare();
            }
        }
        long firstUse = core.reserve(randomUses);
        if (alwaysWide) {
            writeAllWide(firstUse);
            return;
        }
        long bound = bound();
        if (!fits(bound, cells.bound())) {
            tighten();
            bound = bound();
        }
        if (fits(bound, cells.bound())) {
            writeAll(bound, firstUse);
        } else {
            writeRowByRow(firstUse);
        }
    }

    private void writeAll(long bound, long firstUse) {
        int rows = cells.memory().rows();
        for (int row = 0; row < rows; row++) {
            narrow.write(row, firstUse);
        }
        cells.changedWithin(result(bound, cells.bound()));
    }

    private void writeAllWide(long firstUse) {
        int rows = cells.memory().rows();
        for (int row = 0; row < rows; row++) {
            wide.write(row, firstUse);
        }
        cells.changed();
    }

    private void writeRowByRow(long firstUse) {
        int rows = cells.memory().rows();
        for (int row = 0; row < rows; row++) {
            long bound = bound(row);
            if (!fits(bound, cells.bound(row))) {
                tighten(row);
                bound = bound(row);
            }
            boolean fits = fits(bound, cells.bound(row));
            (fits ? narrow : wide).write(row, firstUse);
            cells.rowChangedWithin(row, fits ? result(bound, cells.bound(row)) : Long.MAX_VALUE);
        }
        cells.rowsChanged();
    }

    /** Whether sums up to the bound, with the rounding constant, fit 32 bits; so must what is added to an old word. */
    private boolean fits(long bound, long old) {
        return bound <= limit && (!adds || narrowed(bound) + old <= Integer.MAX_VALUE);
    }

    /** A bound of what is written. */
    private long result(long bound, long old) {
        return bounded ? narrowed(bound) + (adds ? old : 0) : Long.MAX_VALUE;
    }

    /** A bound after rounding: the shifted bound and one unit. */
    private long narrowed(long bound) {
        return shift >= 0 ? (bound >> Math.min(shift, 62)) + 1 : Saturating.shiftLeft(bound, -shift);
    }

    private long bound() {
        long largest = 0;
        for (Pass[] part : passes) {
            long sum = 0;
            for (Pass pass : part) {
                sum = Saturating.add(sum, pass.bound());
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private long bound(int row) {
        long largest = 0;
        for (Pass[] part : passes) {
            long sum = 0;
            for (Pass pass : part) {
                sum = Saturating.add(sum, pass.bound(row));
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private void tighten() {
        for (Pass[] part : passes) {
            for (Pass pass : part) {
                pass.tighten(kernels);
            }
        }
    }

    private void tighten(int row) {
        if (adds) {
            cells.tighten(row, kernels);
        }
        for (Pass[] part : passes) {
            for (Pass pass : part) {
                pass.tighten(row, kernels);
            }
        }
    }
}
