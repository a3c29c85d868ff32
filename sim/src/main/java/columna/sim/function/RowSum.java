package columna.sim.function;

import columna.fixedpoint.Overflow;
import columna.fixedpoint.kernel.Narrowing;
import columna.fixedpoint.kernel.RowKernels;
import columna.sim.function.Written.WrittenPart;
import columna.sim.program.Datapath;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.RealTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sum of products as array kernels, row by row: clear an accumulator, add every product, narrow once. Accumulates in 32
 * bits where bounds of the words prove that the sum fits, in 64 bits otherwise; both give the same bits.
 */
final class RowSum implements Step {

    private final Written written;
    private final CoreState core;
    private final RowKernels kernels;
    private final Narrowing narrowing;
    private final List<List<Pass>> passesOfParts;
    private final boolean accumulates;
    private final int columns;
    private final int[][] narrowAccumulators;
    private final int[] noise;
    private final long[][] wideResults;

    private RowSum(
            SumOfProducts operation,
            CoreState core,
            RowKernels kernels,
            Narrowing narrowing,
            List<List<Pass>> passesOfParts,
            boolean accumulates) {
        this.written = new Written(operation.destination(), core);
        this.core = core;
        this.kernels = kernels;
        this.narrowing = narrowing;
        this.passesOfParts = passesOfParts;
        this.accumulates = accumulates;
        this.columns = operation.destination().memory().columns();
        this.narrowAccumulators = new int[written.parts().size()][columns];
        this.wideResults = new long[written.parts().size()][columns];
        this.noise = new int[columns];
    }

    /** The compiled step, or empty where a product has no kernel. */
    static Optional<Step> compile(SumOfProducts operation, CoreState core, RowKernels kernels, int randomBits) {
        Written written = new Written(operation.destination(), core);
        var format = operation.destination().memory().format();
        int fractionBits = Datapath.fractionBits(operation);
        Narrowing whole = Narrowing.of(fractionBits, format, randomBits);
        boolean accumulates = isAccumulation(operation) && whole.commutesWithAddition() && format.overflow() == Overflow.SAT
                && whole.shift() >= 0;
        PassCompiler compiler = new PassCompiler(operation, core, fractionBits);
        List<List<Pass>> passesOfParts = new ArrayList<>();
        for (WrittenPart part : written.parts()) {
            List<RealTerm> products = RealTerm.of(operation, part.imaginaryValue());
            Optional<List<Pass>> passes =
                    compiler.compile(accumulates ? products.subList(1, products.size()) : products);
            if (passes.isEmpty()) {
                return Optional.empty();
            }
            passesOfParts.add(passes.get());
        }
        return Optional.of(new RowSum(operation, core, kernels, whole, passesOfParts, accumulates));
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
        Cells cells = written.cells();
        passesOfParts.forEach(passes -> passes.forEach(Pass::prepare));
        long firstUse = core.reserve(written.randomUses());
        for (int row = 0; row < cells.memory().rows(); row++) {
            if (!(accumulates ? accumulateNarrow(cells, row, firstUse) : assignNarrow(cells, row, firstUse))) {
                assignWide(cells, row, firstUse);
            }
        }
        cells.changedWithinBounds();
    }

    private boolean assignNarrow(Cells cells, int row, long firstUse) {
        long bound = boundThatFits(row);
        if (bound < 0) {
            return false;
        }
        for (int p = 0; p < passesOfParts.size(); p++) {
            accumulate(p, row);
        }
        for (int p = 0; p < passesOfParts.size(); p++) {
            kernels.narrow(narrowAccumulators[p], narrowing, noise(p, row, firstUse), rowOf(cells, p, row), columns);
        }
        cells.rowBound(row, writesAllParts(cells) && clamps() ? narrowed(bound) : cells.largestMagnitude());
        return true;
    }

    private boolean accumulateNarrow(Cells cells, int row, long firstUse) {
        long bound = boundThatFits(row);
        if (bound < 0) {
            return false;
        }
        long growth = narrowed(bound);
        if (cells.rowBound(row) + growth > Integer.MAX_VALUE && cells.tightenRowBound(row) + growth > Integer.MAX_VALUE) {
            return false;
        }
        long sum = cells.rowBound(row) + growth;
        for (int p = 0; p < passesOfParts.size(); p++) {
            accumulate(p, row);
            kernels.narrowAdd(narrowAccumulators[p], narrowing, noise(p, row, firstUse), rowOf(cells, p, row), columns);
        }
        cells.rowBound(row, sum);
        return true;
    }

    private void accumulate(int p, int row) {
        int[] accumulator = narrowAccumulators[p];
        kernels.clear(accumulator, columns);
        for (Pass pass : passesOfParts.get(p)) {
            pass.addTo(accumulator, row, kernels);
        }
    }

    private void assignWide(Cells cells, int row, long firstUse) {
        for (int p = 0; p < passesOfParts.size(); p++) {
            long[] accumulator = wideResults[p];
            kernels.clear(accumulator, columns);
            if (accumulates) {
                kernels.addShifted(accumulator, rowOf(cells, p, row), narrowing.shift(), columns);
            }
            for (Pass pass : passesOfParts.get(p)) {
                pass.addTo(accumulator, row, kernels);
            }
        }
        for (int p = 0; p < passesOfParts.size(); p++) {
            kernels.narrow(wideResults[p], narrowing, noise(p, row, firstUse), rowOf(cells, p, row), columns);
        }
        cells.rowBound(row, cells.largestMagnitude());
    }

    /** The bound of the row's sums in the accumulator if it, with the rounding constant, fits 31 bits; else -1. */
    private long boundThatFits(int row) {
        long limit = Integer.MAX_VALUE - roundingConstant();
        long bound = bound(row);
        if (bound <= limit) {
            return bound;
        }
        passesOfParts.forEach(passes -> passes.forEach(pass -> pass.tighten(row)));
        bound = bound(row);
        return bound <= limit ? bound : -1;
    }

    private long bound(int row) {
        long largest = 0;
        for (List<Pass> passes : passesOfParts) {
            long sum = 0;
            for (Pass pass : passes) {
                sum = Saturating.add(sum, pass.bound(row));
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private long roundingConstant() {
        int shift = narrowing.shift();
        return shift <= 0 ? 0 : shift > 31 ? Integer.MAX_VALUE : 1L << shift;
    }

    /** A bound after rounding: the shifted bound and one unit. */
    private long narrowed(long bound) {
        int shift = narrowing.shift();
        return shift >= 0 ? (bound >> Math.min(shift, 62)) + 1 : Saturating.shiftLeft(bound, -shift);
    }

    private boolean clamps() {
        return narrowing.overflow() == Overflow.SAT || narrowing.overflow() == Overflow.SAT_SYM;
    }

    private boolean writesAllParts(Cells cells) {
        return written.parts().size() == cells.memory().parts();
    }

    private int[] rowOf(Cells cells, int p, int row) {
        return cells.rows(written.parts().get(p).imaginaryWords())[row];
    }

    private int[] noise(int p, int row, long firstUse) {
        if (written.stochastic()) {
            int stride = written.parts().size();
            core.randomWords().fill(firstUse + (long) row * columns * stride + p, stride, noise, columns);
        }
        return noise;
    }
}
