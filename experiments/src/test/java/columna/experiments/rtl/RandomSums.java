package columna.experiments.rtl;

import columna.fixedpoint.Format;
import columna.sim.program.Axis;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Purpose;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random sums of products over few memories: any order of indices, diagonals, and memories used with other shapes than their own. */
final class RandomSums {

    private static final int MOST_ELEMENTS = 160;
    private static final int MOST_SUMMED = 2;

    private final SplittableRandom random;
    private final int longestAxis;
    private final int mostTerms;
    private final int mostElements;
    private final List<Memory> memories = new ArrayList<>();

    RandomSums(SplittableRandom random, int longestAxis, int mostTerms, int mostElements) {
        this.random = random;
        this.longestAxis = longestAxis;
        this.mostTerms = mostTerms;
        this.mostElements = Math.min(mostElements, MOST_ELEMENTS);
    }

    /** All memories so far: the number of a memory is its bank's. */
    List<Memory> memories() {
        return memories;
    }

    SumOfProducts next() {
        List<Axis> axes = new ArrayList<>();
        for (String name : List.of("i", "j", "k", "l")) {
            axes.add(new Axis(name, 1 + random.nextInt(longestAxis)));
        }
        int indices = random.nextInt(3);
        Operand destination = operand(axes.subList(0, indices));
        int terms = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(mostTerms);
        List<Term> sum = new ArrayList<>();
        while (sum.size() < terms) {
            Operand left = operand(some(axes, destination));
            Optional<Operand> right = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(operand(some(axes, destination)));
            Term term = new Term(1, 0, false, left, right);
            SumOfProducts alone = new SumOfProducts(destination, List.of(term), false);
            if (ExpectedSlots.summed(alone, term).size() <= MOST_SUMMED) {
                sum.add(term);
            }
        }
        return new SumOfProducts(destination, sum, false);
    }

    /** A memory of its own for a look-up's source or destination. */
    Memory declared(int rows, int columns) {
        Memory memory = new Memory("m" + memories.size(), List.of(new Axis("r", rows), new Axis("c", columns)), false, Purpose.ACTIVATION,
                Format.fixed(8, 1));
        memories.add(memory);
        return memory;
    }

    /** Up to three indices; half of the time with the destination's last one at their end, as MAP has it. */
    private List<Axis> some(List<Axis> axes, Operand destination) {
        List<Axis> chosen = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Axis axis = axes.get(random.nextInt(axes.size()));
            // A diagonal of an index with one value would have a stride beyond its memory.
            if (!chosen.contains(axis) || axis.size() > 1 && random.nextInt(4) == 0) {
                chosen.add(axis);
            }
        }
        if (!destination.indices().isEmpty() && random.nextBoolean()) {
            Axis last = destination.indices().getLast();
            if (chosen.removeIf(last::equals)) {
                chosen.add(last);
            }
        }
        long elements = chosen.stream().mapToLong(Axis::size).reduce(1, (a, b) -> a * b);
        return elements <= mostElements ? chosen : some(axes, destination);
    }

    /** Of a new memory, or of one that has as many elements, declared with any shape. */
    private Operand operand(List<Axis> indices) {
        int elements = indices.stream().mapToInt(Axis::size).reduce(1, (a, b) -> a * b);
        List<Memory> alike = memories.stream().filter(memory -> memory.elements() == elements).toList();
        if (!alike.isEmpty() && random.nextInt(3) > 0) {
            return new Operand(alike.get(random.nextInt(alike.size())), indices, Operand.Part.WHOLE);
        }
        int columns = random.nextInt(4) > 0 && !indices.isEmpty() ? indices.getLast().size() : divisor(elements);
        return new Operand(declared(elements / columns, columns), indices, Operand.Part.WHOLE);
    }

    private int divisor(int elements) {
        int divisor = 1 + random.nextInt(elements);
        return elements % divisor == 0 ? divisor : divisor(elements);
    }
}
