package columna.sim.accounting;

import columna.sim.program.Axis;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.List;

/** The indices that a term of a sum of products is summed over, as nested loops. */
public final class SummedIndices {

    private SummedIndices() {}

    /**
     * Outermost first: in order of appearance; for lanes along one of them (REDUCE), the last index of the left factor, else of
     * the right, comes last.
     */
    public static List<Axis> of(SumOfProducts sum, Term term) {
        return of(sum.destination().indices(), term, LaneOrder.of(sum) == LaneOrder.REDUCE);
    }

    /** As {@link #of(SumOfProducts, Term)} with the order of lanes given. */
    public static List<Axis> of(List<Axis> destination, Term term, boolean lanesAlongOne) {
        List<Axis> summed = new ArrayList<>();
        List<Axis> inner = new ArrayList<>();
        for (Operand operand : operands(term)) {
            operand.indices().stream().filter(a -> !destination.contains(a) && !summed.contains(a)).forEach(summed::add);
            if (!operand.indices().isEmpty() && !destination.contains(operand.indices().getLast())) {
                inner.add(operand.indices().getLast());
            }
        }
        if (lanesAlongOne && !inner.isEmpty()) {
            summed.remove(inner.getFirst());
            summed.add(inner.getFirst());
        }
        return summed;
    }

    private static List<Operand> operands(Term term) {
        List<Operand> operands = new ArrayList<>(List.of(term.left()));
        term.right().ifPresent(operands::add);
        return operands;
    }
}
