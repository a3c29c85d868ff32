package columna.sim.accounting;

import columna.sim.program.Axis;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Term;
import java.util.List;
import java.util.stream.Stream;

/** Along which index of a sum of products the lanes lie. */
public enum LaneOrder {
    /** Along the destination's last index: every lane accumulates an element of its own. */
    MAP,
    /** Along the index that is summed over: all lanes work on one element, whose products a tree of adders adds. */
    REDUCE;

    /**
     * MAP if the destination has an index and every operand that has the destination's last index has it as its own last;
     * else REDUCE.
     */
    public static LaneOrder of(SumOfProducts operation) {
        List<Axis> indices = operation.destination().indices();
        if (indices.isEmpty()) {
            return REDUCE;
        }
        Axis last = indices.getLast();
        return operands(operation).allMatch(o -> !o.indices().contains(last) || o.indices().getLast().equals(last))
                ? MAP
                : REDUCE;
    }

    private static Stream<Operand> operands(SumOfProducts operation) {
        return operation.terms().stream().flatMap(LaneOrder::operands);
    }

    private static Stream<Operand> operands(Term term) {
        return Stream.concat(Stream.of(term.left()), term.right().stream());
    }
}
