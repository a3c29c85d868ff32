package columna.experiments.rtl;

import columna.experiments.rtl.Slot.Factor;
import columna.experiments.rtl.Slot.Place;
import columna.sim.accounting.LaneOrder;
import columna.sim.program.Axis;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What the lanes do next, with all its address generators, against {@link ExpectedSlots} of random micro-operations. */
final class SlotVectors {

    private static final int DESCRIPTOR_BITS = 128;
    private static final int STALL_BITS = 4;

    private record Operation(boolean reduce, boolean lookUp, int rows, int columns, SumOfProducts sum, List<Slot> slots) {}

    private final SplittableRandom random;
    private final int lanes;
    private final int tableUnits;
    private final int terms;
    private final RandomSums sums;
    private final List<Operation> operations = new ArrayList<>();
    private final VectorLines lines = new VectorLines();
    private int bankBits;
    private int countBits;
    private int addressBits;
    private int columnBits;

    private SlotVectors(long seed, int lanes, int tableUnits, int terms, int longestAxis, int mostElements) {
        this.random = new SplittableRandom(seed);
        this.lanes = lanes;
        this.tableUnits = tableUnits;
        this.terms = terms;
        this.sums = new RandomSums(random, longestAxis, terms, mostElements);
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 4, 2, 3, 11, 160), bench(2, 1, 1, 2, 6, 160), bench(3, 2, 2, 3, 7, 160), bench(4, 3, 2, 1, 8, 160),
                bench(5, 5, 3, 2, 12, 160), bench(6, 8, 4, 3, 19, 160), bench(7, 8, 8, 2, 2, 7));
    }

    private static Bench bench(long seed, int lanes, int tableUnits, int terms, int longestAxis, int mostElements) {
        SlotVectors vectors = new SlotVectors(seed, lanes, tableUnits, terms, longestAxis, mostElements);
        while (vectors.operations.size() < 60) {
            switch (vectors.random.nextInt(6)) {
                case 0 -> vectors.lookUp(longestAxis, mostElements);
                case 1 -> vectors.sum(vectors.sums.next(), LaneOrder.REDUCE);
                default -> {
                    SumOfProducts sum = vectors.sums.next();
                    vectors.sum(sum, LaneOrder.of(sum));
                }
            }
        }
        return vectors.bench(seed);
    }

    /** A maximum or a sum. */
    private void sum(SumOfProducts sum, LaneOrder order) {
        List<Slot> slots = ExpectedSlots.of(sum, order, lanes);
        if (slots.isEmpty() || slots.size() > 600) {
            return;
        }
        List<Axis> indices = sum.destination().indices();
        int rows = indices.size() == 2 ? indices.getFirst().size() : 1;
        int columns = indices.isEmpty() ? 1 : indices.getLast().size();
        operations.add(new Operation(order == LaneOrder.REDUCE, false, rows, columns, sum, slots));
    }

    private void lookUp(int longestAxis, int mostElements) {
        int columns = Math.min(mostElements, 1 + random.nextInt(3 * longestAxis));
        int rows = 1 + random.nextInt(Math.min(4, Math.max(1, mostElements / columns)));
        Memory to = sums.declared(rows, columns);
        Operand destination = new Operand(to, to.axes(), Operand.Part.WHOLE);
        Memory from = sums.declared(rows, columns);
        Operand source = new Operand(from, from.axes(), Operand.Part.WHOLE);
        SumOfProducts copy = new SumOfProducts(destination, List.of(new Term(1, 0, false, source, Optional.empty())), false);
        operations.add(new Operation(false, true, rows, columns, copy, ExpectedSlots.ofLookUp(destination, source, lanes, tableUnits)));
    }

    private Bench bench(long seed) {
        List<Memory> memories = sums.memories();
        bankBits = bits(memories.size() - 1);
        countBits = Math.max(bits(memories.stream().mapToLong(Memory::elements).max().orElse(1)),
                bits(operations.stream().mapToInt(o -> Math.max(o.rows(), o.columns())).max().orElse(1)));
        addressBits = bits(memories.stream().mapToLong(m -> (long) m.rows() * wordsPerRow(m)).max().orElse(1));
        columnBits = bits(memories.stream().mapToLong(Memory::columns).max().orElse(1));
        operations.forEach(this::write);
        List<Packed> descriptors = memories.stream()
                .map(m -> new Packed().add(0, 25).add(m.columns(), 20).add(wordsPerRow(m), 20).add((long) m.rows() * wordsPerRow(m), 24)
                        .add(Math.min(lanes, m.columns()), 12))
                .toList();
        return new Bench("slots", lanes + " lanes, seed " + seed,
                Bench.numbers("LANES", lanes, "TABLE_UNITS", tableUnits, "TERMS", terms, "BANKS", memories.size(), "BANK_BITS", bankBits,
                        "COUNT_BITS", countBits, "ADDRESS_BITS", addressBits, "COLUMN_BITS", columnBits,
                        "[" + memories.size() * DESCRIPTOR_BITS + "-1:0] BANK_DESCRIPTORS", Packed.literal(descriptors, DESCRIPTOR_BITS)),
                lines);
    }

    private int wordsPerRow(Memory memory) {
        return (memory.columns() + lanes - 1) / lanes;
    }

    static int bits(long most) {
        return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(most));
    }

    private void write(Operation operation) {
        SumOfProducts sum = operation.sum();
        List<Axis> indices = sum.destination().indices();
        Axis none = new Axis("", 1);
        Axis row = indices.size() == 2 ? indices.getFirst() : none;
        Axis column = indices.isEmpty() ? none : indices.getLast();
        Packed bounds = new Packed();
        Packed addresses = new Packed();
        Packed valid = new Packed();
        Packed hasRight = new Packed();
        for (int t = 0; t < terms; t++) {
            Optional<Term> term = t < sum.terms().size() ? Optional.of(sum.terms().get(t)) : Optional.empty();
            List<Axis> summed = new ArrayList<>(term.filter(known -> !operation.lookUp()).map(known -> loops(operation, known)).orElse(List.of()));
            while (summed.size() < 2) {
                summed.addFirst(none);
            }
            List<Axis> loops = List.of(row, column, summed.getFirst(), summed.getLast());
            bounds.add(summed.getFirst().size(), countBits).add(summed.getLast().size(), countBits);
            valid.flag(term.isPresent());
            hasRight.flag(term.flatMap(Term::right).isPresent());
            address(addresses, term.map(Term::left), operation.lookUp() ? sum.terms().getFirst().left().indices() : loops);
            address(addresses, term.flatMap(Term::right), loops);
        }
        Packed destination = new Packed();
        address(destination, Optional.of(sum.destination()), List.of(row, column));
        lines.flag(operation.reduce()).flag(operation.lookUp()).word(operation.rows(), countBits).word(operation.columns(), countBits)
                .word(destination.word(), destination.bits()).word(valid.word(), terms).word(hasRight.word(), terms)
                .word(bounds.word(), bounds.bits()).word(addresses.word(), addresses.bits()).flag(true).end();
        operation.slots().forEach(this::write);
    }

    private static List<Axis> loops(Operation operation, Term term) {
        List<Axis> summed = new ArrayList<>(ExpectedSlots.summed(operation.sum(), term));
        if (operation.reduce() && !summed.isEmpty()) {
            Axis lane = ExpectedSlots.laneOfReduction(operation.sum(), term, summed);
            summed.remove(lane);
            summed.add(lane);
        }
        return summed;
    }

    /** Bank, then a stride in words and in columns for each loop. */
    private void address(Packed fields, Optional<Operand> operand, List<Axis> loops) {
        fields.add(operand.map(known -> sums.memories().indexOf(known.memory())).orElse(0), bankBits);
        for (int loop = 0; loop < 4; loop++) {
            int stride = loop < loops.size() && operand.isPresent() ? stride(operand.get(), loops.get(loop)) : 0;
            int columns = operand.map(known -> known.memory().columns()).orElse(1);
            int words = operand.map(known -> wordsPerRow(known.memory())).orElse(1);
            fields.add((long) stride / columns * words, addressBits).add(stride % columns, columnBits);
        }
    }

    /** Elements from one value of an index to the next. */
    private static int stride(Operand operand, Axis axis) {
        int stride = 1;
        int sum = 0;
        for (Axis index : operand.indices().reversed()) {
            sum += index.equals(axis) ? stride : 0;
            stride *= index.size();
        }
        return sum;
    }

    private void write(Slot slot) {
        Optional<Factor> left = slot.factors().stream().findFirst();
        Optional<Factor> right = slot.factors().stream().skip(1).findFirst();
        Place nowhere = new Place(0, 0);
        int termBits = terms == 1 ? 1 : bits(terms - 1);
        int laneBits = lanes == 1 ? 1 : bits(lanes - 1);
        int amountBits = bits(lanes);
        lines.word(random.nextInt(4) == 0 ? random.nextInt(4) : 0, STALL_BITS).word(slot.term(), termBits)
                .flag(left.isPresent()).flag(right.isPresent());
        for (Optional<Factor> factor : List.of(left, right)) {
            lines.word(factor.map(known -> sums.memories().indexOf(known.operand().memory())).orElse(0), bankBits);
        }
        for (Optional<Factor> factor : List.of(left, right)) {
            lines.word(factor.map(Factor::place).orElse(nowhere).word(), addressBits);
        }
        for (Optional<Factor> factor : List.of(left, right)) {
            lines.word(factor.map(Factor::place).orElse(nowhere).lane(), laneBits);
        }
        for (Optional<Factor> factor : List.of(left, right)) {
            lines.flag(factor.map(Factor::broadcast).orElse(false));
        }
        lines.word(slot.run(), amountBits).flag(slot.loads()).flag(slot.finishes()).flag(slot.completes()).flag(slot.last())
                .word(slot.written().word(), addressBits).word(slot.written().lane(), laneBits).word(slot.finished(), amountBits)
                .flag(false).end();
    }
}
