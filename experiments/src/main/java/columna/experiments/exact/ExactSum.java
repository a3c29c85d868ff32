package columna.experiments.exact;

import columna.sim.program.Axis;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Operand.Part;
import columna.sim.program.RealTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A sum of products by its definition, in double: every element of the destination, every value of the indices that it lacks. */
final class ExactSum implements Runnable {

    /** One product: where its factors lie and how far they move with each index of the destination and each that is summed over. */
    private record Product(double factor, double[] left, int[] leftStrides, double[] right, int[] rightStrides, int[] summed) {

        double at(int[] place, int destinationAxes) {
            int leftStart = start(leftStrides, place, destinationAxes);
            int rightStart = right == null ? 0 : start(rightStrides, place, destinationAxes);
            return factor * sum(0, destinationAxes, leftStart, rightStart);
        }

        private static int start(int[] strides, int[] place, int axes) {
            int start = 0;
            for (int a = 0; a < axes; a++) {
                start += strides[a] * place[a];
            }
            return start;
        }

        private double sum(int depth, int axes, int leftAt, int rightAt) {
            if (depth == summed.length) {
                return right == null ? left[leftAt] : left[leftAt] * right[rightAt];
            }
            double sum = 0;
            for (int k = 0; k < summed[depth]; k++) {
                int rightNext = right == null ? 0 : rightAt + k * rightStrides[axes + depth];
                sum += sum(depth + 1, axes, leftAt + k * leftStrides[axes + depth], rightNext);
            }
            return sum;
        }
    }

    /** The products that make one part of the destination. */
    private record Written(double[] words, List<Product> products) {}

    private final ExactMemory destination;
    private final int[] sizes;
    private final int[] strides;
    private final List<Written> parts = new ArrayList<>();

    ExactSum(SumOfProducts operation, Function<String, ExactMemory> memories) {
        Operand written = operation.destination();
        destination = memories.apply(written.memory().name());
        List<Axis> axes = written.indices();
        sizes = axes.stream().mapToInt(Axis::size).toArray();
        strides = axes.stream().mapToInt(written::stride).toArray();
        boolean both = written.memory().complex() && written.part() == Part.WHOLE;
        for (boolean imaginary : both ? new boolean[] {false, true} : new boolean[] {false}) {
            List<Product> products = RealTerm.of(operation, imaginary).stream().map(term -> product(term, axes, memories)).toList();
            parts.add(new Written(destination.words(written, imaginary), products));
        }
    }

    private static Product product(RealTerm term, List<Axis> axes, Function<String, ExactMemory> memories) {
        Operand left = term.left().operand();
        List<Axis> all = new ArrayList<>(axes);
        left.indices().stream().filter(axis -> !all.contains(axis)).forEach(all::add);
        term.right().ifPresent(right ->
                right.operand().indices().stream().filter(axis -> !all.contains(axis)).forEach(all::add));
        double factor = term.sign() * Math.scalb(1.0, term.term().exponent());
        return new Product(
                factor,
                words(term.left(), memories),
                all.stream().mapToInt(left::stride).toArray(),
                term.right().map(right -> words(right, memories)).orElse(null),
                term.right().map(right -> all.stream().mapToInt(right.operand()::stride).toArray()).orElse(new int[0]),
                all.stream().skip(axes.size()).mapToInt(Axis::size).toArray());
    }

    private static double[] words(RealTerm.Word word, Function<String, ExactMemory> memories) {
        return memories.apply(word.operand().memory().name()).words(word.operand(), word.imaginary());
    }

    @Override
    public void run() {
        write(0, new int[sizes.length], 0);
    }

    private void write(int depth, int[] place, int at) {
        if (depth == sizes.length) {
            double[] sums = new double[parts.size()];
            for (int part = 0; part < sums.length; part++) {
                for (Product product : parts.get(part).products()) {
                    sums[part] += product.at(place, sizes.length);
                }
            }
            for (int part = 0; part < sums.length; part++) {
                parts.get(part).words()[at] = destination.kept(sums[part]);
            }
            return;
        }
        for (int k = 0; k < sizes[depth]; k++) {
            place[depth] = k;
            write(depth + 1, place, at + k * strides[depth]);
        }
    }
}
