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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The slots of a micro-operation as nested loops over element numbers, after §4 and §5 of the micro-architecture. */
final class ExpectedSlots {

    private static final Axis NO_AXIS = new Axis("", 1);

    private final int lanes;
    private final List<Slot> slots = new ArrayList<>();
    private boolean regular = true;

    private ExpectedSlots(int lanes) {
        this.lanes = lanes;
    }

    /** Of a sum; none if its groups depend on the values of summed indices, which the RTL does not support. */
    static List<Slot> of(SumOfProducts sum, LaneOrder order, int lanes) {
        ExpectedSlots expected = new ExpectedSlots(lanes);
        if (order == LaneOrder.MAP) {
            expected.map(sum);
        } else {
            expected.reduce(sum);
        }
        return expected.regular ? expected.slots : List.of();
    }

    /** Of a look-up between memories that are declared alike. */
    static List<Slot> ofLookUp(Operand destination, Operand source, int lanes, int tableUnits) {
        ExpectedSlots expected = new ExpectedSlots(lanes);
        int columns = destination.memory().columns();
        int elements = (int) destination.memory().elements();
        for (int element = 0; element < elements; ) {
            int run = Math.min(tableUnits, columns - element % columns);
            int first = element;
            while (expected.place(destination.memory(), first + run - 1).word() != expected.place(destination.memory(), first).word()) {
                run--;
            }
            boolean completes = element + run == elements
                    || expected.place(destination.memory(), element + run).word() != expected.place(destination.memory(), element).word();
            expected.slots.add(new Slot(0, List.of(new Factor(source, expected.place(source.memory(), element), false)), run, true, true,
                    completes, element + run == elements, expected.place(destination.memory(), element), run));
            element += run;
        }
        return expected.slots;
    }

    private void map(SumOfProducts sum) {
        List<Axis> indices = sum.destination().indices();
        Axis lane = indices.getLast();
        for (Map<Axis, Integer> row : values(indices.subList(0, indices.size() - 1), Map.of())) {
            for (int column = 0; column < lane.size(); ) {
                Map<Axis, Integer> at = with(row, lane, column);
                int run = group(sum, lane, at);
                List<Slot> group = new ArrayList<>();
                if (sum.terms().isEmpty()) {
                    group.add(slot(0, List.of(), run, sum, at, run));
                }
                for (int number = 0; number < sum.terms().size(); number++) {
                    Term term = sum.terms().get(number);
                    for (Map<Axis, Integer> values : values(summed(sum, term), at)) {
                        group.add(slot(number, factors(term, lane, values), run, sum, at, run));
                    }
                }
                append(group, true);
                column += run;
            }
        }
        close();
    }

    /** Neighbouring columns that lie in one word of every operand where the summed indices are 0, and everywhere else too. */
    private int group(SumOfProducts sum, Axis lane, Map<Axis, Integer> at) {
        int first = limit(sum.destination(), lane, at);
        int least = first;
        for (Term term : sum.terms()) {
            List<Map<Axis, Integer>> all = values(summed(sum, term), at);
            for (Operand operand : operands(term)) {
                first = Math.min(first, limit(operand, lane, all.getFirst()));
                for (Map<Axis, Integer> values : all) {
                    least = Math.min(least, limit(operand, lane, values));
                }
            }
        }
        regular &= first == least;
        return least;
    }

    private void reduce(SumOfProducts sum) {
        Memory memory = sum.destination().memory();
        for (Map<Axis, Integer> at : values(sum.destination().indices(), Map.of())) {
            List<Slot> ofElement = new ArrayList<>();
            if (sum.terms().isEmpty()) {
                ofElement.add(slot(0, List.of(), 1, sum, at, 1));
            }
            for (int number = 0; number < sum.terms().size(); number++) {
                reduce(sum, number, at, ofElement);
            }
            int element = element(sum.destination(), at);
            boolean lastOfWord = element + 1 == memory.elements() || place(memory, element + 1).word() != place(memory, element).word();
            append(ofElement, lastOfWord);
        }
        close();
    }

    private void reduce(SumOfProducts sum, int number, Map<Axis, Integer> at, List<Slot> ofElement) {
        Term term = sum.terms().get(number);
        List<Axis> summed = summed(sum, term);
        if (summed.isEmpty()) {
            ofElement.add(slot(number, factors(term, NO_AXIS, at), 1, sum, at, 1));
            return;
        }
        Axis lane = laneOfReduction(sum, term, summed);
        List<Axis> outer = summed.stream().filter(axis -> !axis.equals(lane)).toList();
        for (Map<Axis, Integer> values : values(outer, at)) {
            for (int inner = 0; inner < lane.size(); ) {
                Map<Axis, Integer> start = with(values, lane, inner);
                int run = operands(term).stream().mapToInt(operand -> limit(operand, lane, start)).min().orElseThrow();
                ofElement.add(slot(number, factors(term, lane, start), run, sum, at, 1));
                inner += run;
            }
        }
    }

    /** Indices that a term is summed over, in order of appearance. */
    static List<Axis> summed(SumOfProducts sum, Term term) {
        return operands(term).stream()
                .flatMap(operand -> operand.indices().stream())
                .filter(axis -> !sum.destination().indices().contains(axis))
                .distinct()
                .toList();
    }

    /** The last index of the left factor if it is summed over, else of the right factor, else the last one in order. */
    static Axis laneOfReduction(SumOfProducts sum, Term term, List<Axis> summed) {
        return operands(term).stream()
                .filter(operand -> !operand.indices().isEmpty() && summed.contains(operand.indices().getLast()))
                .map(operand -> operand.indices().getLast())
                .findFirst()
                .orElse(summed.getLast());
    }

    private static List<Operand> operands(Term term) {
        return Stream.concat(Stream.of(term.left()), term.right().stream()).toList();
    }

    private List<Factor> factors(Term term, Axis lane, Map<Axis, Integer> values) {
        return operands(term).stream()
                .map(operand -> new Factor(operand, place(operand.memory(), element(operand, values)), difference(operand, lane, values) == 0))
                .toList();
    }

    private Slot slot(int term, List<Factor> factors, int run, SumOfProducts sum, Map<Axis, Integer> at, int finished) {
        return new Slot(term, factors, run, false, false, false, false, place(sum.destination().memory(), element(sum.destination(), at)), finished);
    }

    /** The slots of an element or group, whose first one loads and whose last one finishes. */
    private void append(List<Slot> together, boolean completes) {
        for (int i = 0; i < together.size(); i++) {
            Slot slot = together.get(i);
            boolean finishes = i == together.size() - 1;
            slots.add(new Slot(slot.term(), slot.factors(), slot.run(), i == 0, finishes, finishes && completes, false, slot.written(),
                    slot.finished()));
        }
    }

    private void close() {
        Slot slot = slots.removeLast();
        slots.add(new Slot(slot.term(), slot.factors(), slot.run(), slot.loads(), true, slot.completes(), true, slot.written(), slot.finished()));
    }

    /** Lanes that an operand can feed from the word of its element, by walking along the lanes' index. */
    private int limit(Operand operand, Axis lane, Map<Axis, Integer> values) {
        int left = Math.min(lanes, lane.size() - values.get(lane));
        int difference = difference(operand, lane, values);
        if (difference != 1) {
            return difference == 0 ? left : 1;
        }
        int element = element(operand, values);
        int run = 1;
        while (run < left && place(operand.memory(), element + run).word() == place(operand.memory(), element).word()) {
            run++;
        }
        return run;
    }

    /** Elements from one value of an index to the next. */
    private static int difference(Operand operand, Axis axis, Map<Axis, Integer> values) {
        int value = values.getOrDefault(axis, 0);
        return element(operand, with(values, axis, value + 1)) - element(operand, with(values, axis, value));
    }

    private static int element(Operand operand, Map<Axis, Integer> values) {
        int element = 0;
        for (Axis axis : operand.indices()) {
            element = element * axis.size() + values.get(axis);
        }
        return element;
    }

    private Place place(Memory memory, int element) {
        int row = element / memory.columns();
        int column = element % memory.columns();
        int wordsPerRow = (memory.columns() + lanes - 1) / lanes;
        return new Place(row * wordsPerRow + column / lanes, column % lanes);
    }

    /** All values of indices, the last one fastest, beside those that are given. */
    private static List<Map<Axis, Integer>> values(List<Axis> axes, Map<Axis, Integer> given) {
        List<Map<Axis, Integer>> all = List.of(given);
        for (Axis axis : axes) {
            List<Map<Axis, Integer>> longer = new ArrayList<>();
            for (Map<Axis, Integer> values : all) {
                for (int value = 0; value < axis.size(); value++) {
                    longer.add(with(values, axis, value));
                }
            }
            all = longer;
        }
        return all;
    }

    private static Map<Axis, Integer> with(Map<Axis, Integer> values, Axis axis, int value) {
        Map<Axis, Integer> more = new HashMap<>(values);
        more.put(axis, value);
        return more;
    }
}
