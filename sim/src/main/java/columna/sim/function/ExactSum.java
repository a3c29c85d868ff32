package columna.sim.function;

import columna.fixedpoint.Cast;
import columna.fixedpoint.kernel.Narrowing;
import columna.sim.function.Written.WrittenPart;
import columna.sim.program.Axis;
import columna.sim.program.Datapath;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.RealTerm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sum of products element by element, straight from its definition: the twin that array kernels are tested against, the
 * way for shapes without a kernel, and the way that records saturations and underflows.
 */
final class ExactSum implements Step {

    private final SumOfProducts operation;
    private final CoreState core;
    private final Written written;
    private final Narrowing narrowing;
    private final int fractionBits;
    private final List<List<Product>> productsOfParts = new ArrayList<>();
    private final SignalRecord record;

    /**
     * @param record where events of the destination go
     */
    ExactSum(SumOfProducts operation, CoreState core, int randomBits, SignalRecord record) {
        this.operation = operation;
        this.core = core;
        this.written = new Written(operation.destination(), core);
        this.fractionBits = Datapath.fractionBits(operation);
        this.narrowing = Narrowing.of(fractionBits, operation.destination().memory().format(), randomBits);
        this.record = record;
        for (WrittenPart part : written.parts()) {
            productsOfParts.add(RealTerm.of(operation, part.imaginaryValue()).stream()
                    .map(product -> new Product(product, operation, core, fractionBits))
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
                for (Product product : productsOfParts.get(p)) {
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

    /** One product, summed over its contracted indices for a given element of the destination. */
    private static final class Product {

        private final int sign;
        private final int shift;
        private final Factor left;
        private final Optional<Factor> right;
        private final List<Axis> destinationIndices;
        private final List<Axis> summed;

        Product(RealTerm product, SumOfProducts operation, CoreState core, int fractionBits) {
            this.sign = product.sign();
            this.shift = fractionBits - product.fractionBits();
            this.destinationIndices = operation.destination().indices();
            this.left = new Factor(product.left(), core);
            this.right = product.right().map(word -> new Factor(word, core));
            List<Axis> rest = new ArrayList<>(product.left().operand().indices());
            product.right().ifPresent(word -> word.operand().indices().stream()
                    .filter(axis -> !rest.contains(axis))
                    .forEach(rest::add));
            rest.removeAll(destinationIndices);
            this.summed = rest;
        }

        long sum(long element) {
            Map<Axis, Integer> position = new HashMap<>();
            long remaining = element;
            for (Axis axis : destinationIndices.reversed()) {
                position.put(axis, (int) (remaining % axis.size()));
                remaining /= axis.size();
            }
            return sign * (sum(position, 0) << shift);
        }

        private long sum(Map<Axis, Integer> position, int depth) {
            if (depth == summed.size()) {
                return left.word(position) * (right.isPresent() ? right.get().word(position) : 1);
            }
            long total = 0;
            for (int k = 0; k < summed.get(depth).size(); k++) {
                position.put(summed.get(depth), k);
                total += sum(position, depth + 1);
            }
            return total;
        }
    }

    /** A factor, read by linear index so that a memory may be viewed with other axes than declared. */
    private static final class Factor {

        private final Operand operand;
        private final int[][] rows;

        Factor(RealTerm.Word word, CoreState core) {
            this.operand = word.operand();
            this.rows = core.cells(operand.memory()).rows(word.imaginary());
        }

        long word(Map<Axis, Integer> position) {
            long linear = 0;
            for (Axis axis : operand.indices()) {
                linear = linear * axis.size() + position.get(axis);
            }
            int columns = operand.memory().columns();
            return rows[(int) (linear / columns)][(int) (linear % columns)];
        }
    }
}
