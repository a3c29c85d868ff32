package columna.sim.function;

import columna.sim.program.Axis;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.RealTerm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * One product of a sum of products for one element of the destination: factors are read by linear index, so that a memory
 * may be viewed with other axes than it is declared with.
 */
final class ExactProduct {

    private final int sign;
    private final int shift;
    private final int[] destinationSizes;
    private final int[] summedSizes;
    private final Factor left;
    private final Optional<Factor> right;

    ExactProduct(RealTerm product, SumOfProducts operation, CoreState core, int fractionBits) {
        List<Axis> indices = operation.destination().indices();
        List<Axis> summed = new ArrayList<>(new LinkedHashSet<>(product.left().operand().indices()));
        product.right().ifPresent(word -> word.operand().indices().stream()
                .distinct()
                .filter(axis -> !summed.contains(axis))
                .forEach(summed::add));
        summed.removeAll(indices);
        this.sign = product.sign();
        this.shift = fractionBits - product.fractionBits();
        this.destinationSizes = indices.stream().mapToInt(Axis::size).toArray();
        this.summedSizes = summed.stream().mapToInt(Axis::size).toArray();
        this.left = new Factor(product.left(), core, indices, summed);
        this.right = product.right().map(word -> new Factor(word, core, indices, summed));
    }

    /** The aligned product, summed over the contracted indices. */
    long sum(long element) {
        long leftStart = left.start(element, destinationSizes);
        long rightStart = right.isPresent() ? right.get().start(element, destinationSizes) : 0;
        return sign * (sum(0, leftStart, rightStart) << shift);
    }

    private long sum(int depth, long leftAt, long rightAt) {
        if (depth == summedSizes.length) {
            return left.word(leftAt) * (right.isPresent() ? right.get().word(rightAt) : 1);
        }
        long total = 0;
        long leftStride = left.summedStrides[depth];
        long rightStride = right.isPresent() ? right.get().summedStrides[depth] : 0;
        for (int k = 0; k < summedSizes[depth]; k++) {
            total += sum(depth + 1, leftAt + k * leftStride, rightAt + k * rightStride);
        }
        return total;
    }

    /** A factor and how far apart its words are along each index. */
    private static final class Factor {

        private final int[][] rows;
        private final int columns;
        private final long[] destinationStrides;
        private final long[] summedStrides;

        Factor(RealTerm.Word word, CoreState core, List<Axis> destination, List<Axis> summed) {
            this.rows = core.cells(word.operand().memory()).rows(word.imaginary());
            this.columns = word.operand().memory().columns();
            this.destinationStrides = strides(word.operand().indices(), destination);
            this.summedStrides = strides(word.operand().indices(), summed);
        }

        private static long[] strides(List<Axis> indices, List<Axis> axes) {
            long[] strides = new long[axes.size()];
            long stride = 1;
            for (Axis index : indices.reversed()) {
                int at = axes.indexOf(index);
                if (at >= 0) {
                    strides[at] += stride;
                }
                stride *= index.size();
            }
            return strides;
        }

        long start(long element, int[] sizes) {
            long start = 0;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                start += element % sizes[axis] * destinationStrides[axis];
                element /= sizes[axis];
            }
            return start;
        }

        long word(long linear) {
            return rows[(int) (linear / columns)][(int) (linear % columns)];
        }
    }
}
