package columna.sim.timing;

import columna.sim.accounting.BankShape;
import columna.sim.accounting.LaneOrder;
import columna.sim.accounting.Sources;
import columna.sim.program.Axis;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays out the slots of a sum of products. */
final class SumPlan {

    private final SumOfProducts sum;
    private final int lanes;
    private final int parts;
    private final LaneOrder order;
    private final List<TermPlan> terms = new ArrayList<>();
    private final SlotPlan.Builder plan = new SlotPlan.Builder();
    private final HeldWords held;

    private SumPlan(SumOfProducts sum, LaneOrder order, int lanes) {
        this.sum = sum;
        this.lanes = lanes;
        this.parts = sum.destination().complex() ? 2 : 1;
        this.order = order;
        List<Operand> sources = Sources.of(sum);
        this.held = new HeldWords(sources, plan);
        InPlace.check(sum);
        int position = 0;
        for (Term term : sum.terms()) {
            terms.add(TermPlan.of(sum, term, position, order == LaneOrder.MAP, lanes));
            position += term.right().isPresent() ? 2 : 1;
        }
    }

    static SlotPlan of(SumOfProducts sum, int lanes) {
        SumPlan layout = new SumPlan(sum, LaneOrder.of(sum), lanes);
        if (layout.order == LaneOrder.MAP) {
            layout.map();
        } else {
            layout.reduce();
        }
        return layout.plan.build();
    }

    /** With the lanes along the indices that are summed over, whatever the operands' last indices are. */
    static SlotPlan reducing(SumOfProducts sum, int lanes) {
        SumPlan layout = new SumPlan(sum, LaneOrder.REDUCE, lanes);
        layout.reduce();
        return layout.plan.build();
    }

    private void map() {
        List<Axis> indices = sum.destination().indices();
        int columns = indices.getLast().size();
        int last = indices.size() - 1;
        Address destination = new Address(sum.destination(), indices, indices.getLast(), lanes);
        int[] values = new int[last + 1];
        do {
            for (int column = 0; column < columns; ) {
                values[last] = column;
                int run = Math.min(Math.min(lanes, columns - column), group(destination, values));
                mapGroup(values, run);
                plan.finish(run, destination.word(values));
                column += run;
            }
            values[last] = 0;
        } while (Loops.next(values, indices, 0, last));
    }

    /** Neighbouring columns that lie in one word of every operand, whatever the indices summed over. */
    private int group(Address destination, int[] start) {
        int run = destination.run(start);
        for (TermPlan term : terms) {
            int[] values = Arrays.copyOf(start, term.loops().size());
            do {
                run = Math.min(run, term.run(values));
            } while (Loops.next(values, term.loops(), start.length, values.length));
        }
        return run;
    }

    private void mapGroup(int[] start, int run) {
        if (terms.isEmpty()) {
            plan.slot(0, 0, 0, 0);
        }
        for (TermPlan term : terms) {
            int[] values = Arrays.copyOf(start, term.loops().size());
            do {
                term.need(held, values);
                plan.slot(run, run * term.multiplies(), run * term.adds(), run * parts);
            } while (Loops.next(values, term.loops(), start.length, values.length));
        }
    }

    private void reduce() {
        List<Axis> indices = sum.destination().indices();
        BankShape shape = BankShape.of(sum.destination().memory(), lanes);
        int elements = Math.toIntExact(sum.destination().memory().elements());
        int[] values = new int[indices.size()];
        for (int element = 0; element < elements; element++) {
            if (terms.isEmpty()) {
                plan.slot(0, 0, 0, 0);
            }
            for (TermPlan term : terms) {
                reduceTerm(term, values);
            }
            plan.finish(1, shape.remaining(element) == 1 ? shape.word(element) : SlotPlan.NO_WORD);
            Loops.next(values, indices, 0, values.length);
        }
    }

    private void reduceTerm(TermPlan term, int[] start) {
        int loops = term.loops().size();
        int[] values = Arrays.copyOf(start, loops);
        if (loops == start.length) {
            term.need(held, values);
            plan.slot(1, term.multiplies(), term.adds(), parts);
            return;
        }
        int size = term.loops().getLast().size();
        do {
            for (int at = 0; at < size; ) {
                values[loops - 1] = at;
                int run = Math.min(Math.min(lanes, size - at), term.run(values));
                term.need(held, values);
                plan.slot(run, run * term.multiplies(), run * term.adds(), parts);
                at += run;
            }
            values[loops - 1] = 0;
        } while (Loops.next(values, term.loops(), start.length, loops - 1));
    }
}
