package columna.sim.function;

import columna.fixedpoint.Cast;
import columna.fixedpoint.kernel.Narrowing;
import columna.sim.function.Written.WrittenPart;
import columna.sim.program.Datapath;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.RealTerm;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of products element by element, straight from its definition: the twin that array kernels are tested against, the
 * way for shapes without a kernel, and the way that records saturations and underflows.
 */
final class ExactSum implements Step {

    private final CoreState core;
    private final Written written;
    private final Narrowing narrowing;
    private final int fractionBits;
    private final List<List<ExactProduct>> productsOfParts = new ArrayList<>();
    private final SignalRecord record;

    /**
     * @param record where events of the destination go
     */
    ExactSum(SumOfProducts operation, CoreState core, int randomBits, SignalRecord record) {
        this.core = core;
        this.written = new Written(operation.destination(), core);
        this.fractionBits = Datapath.fractionBits(operation);
        this.narrowing = Narrowing.of(fractionBits, operation.destination().memory().format(), randomBits);
        this.record = record;
        for (WrittenPart part : written.parts()) {
            productsOfParts.add(RealTerm.of(operation, part.imaginaryValue()).stream()
                    .map(product -> new ExactProduct(product, operation, core, fractionBits))
                    .toList());
        }
    }

    @Override
    public void run() {
        Cells cells = written.cells();
        int columns = cells.memory().columns();
        int parts = written.parts().size();
        long firstUse = core.reserve(written.randomUses());
        int[] random = new int[1];
        long[] results = new long[parts];
        for (long element = 0; element < cells.memory().elements(); element++) {
            for (int p = 0; p < parts; p++) {
                if (written.stochastic()) {
                    core.randomWords().fill(firstUse + element * parts + p, 1, random, 1);
                }
                long exact = 0;
                for (ExactProduct product : productsOfParts.get(p)) {
                    exact += product.sum(element);
                }
                results[p] = narrowing.apply(exact, random[0]);
                record.wrote(exact, results[p], (narrowing.flags(exact, random[0]) & Cast.OVERFLOWED) != 0);
            }
            for (int p = 0; p < parts; p++) {
                boolean imaginary = written.parts().get(p).imaginaryWords();
                cells.rows(imaginary)[(int) (element / columns)][(int) (element % columns)] = (int) results[p];
            }
        }
        cells.changed();
    }
}
