package columna.sim.timing;

import columna.sim.accounting.SummedIndices;
import columna.sim.program.Axis;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.RealTerm;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * What one term of a sum asks of a slot.
 *
 * @param position operand position of its left factor; the right one's is the next
 * @param loops indices of the destination, then those that are summed over, innermost last
 * @param addresses address generators of its factors
 * @param multiplies products of real words per active lane
 * @param adds words added per active lane
 */
record TermPlan(int position, List<Axis> loops, List<Address> addresses, int multiplies, int adds) {

    /**
     * @param lanesAlongDestination whether the lanes run along the destination's last index rather than along the innermost
     *     index that is summed over
     */
    static TermPlan of(SumOfProducts sum, Term term, int position, boolean lanesAlongDestination, int lanes) {
        List<Axis> destination = sum.destination().indices();
        List<Axis> loops = new ArrayList<>(destination);
        loops.addAll(SummedIndices.of(destination, term, !lanesAlongDestination));
        Axis lane = lanesAlongDestination ? destination.getLast() : loops.isEmpty() ? new Axis("", 1) : loops.getLast();
        List<Address> addresses = new ArrayList<>();
        addresses.add(new Address(term.left(), loops, lane, lanes));
        term.right().ifPresent(right -> addresses.add(new Address(right, loops, lane, lanes)));
        List<RealTerm> words = new ArrayList<>(RealTerm.of(sum, false));
        if (sum.destination().complex()) {
            words.addAll(RealTerm.of(sum, true));
        }
        words.removeIf(word -> word.term() != term);
        int products = (int) words.stream().filter(word -> word.right().isPresent()).count();
        return new TermPlan(position, List.copyOf(loops), addresses, products, words.size());
    }

    /** Lanes that every factor can feed from one word. */
    int run(int[] values) {
        int run = Integer.MAX_VALUE;
        for (Address address : addresses) {
            run = Math.min(run, address.run(values));
        }
        return run;
    }

    void need(HeldWords held, int[] values) {
        int left = addresses.getFirst().word(values);
        if (addresses.size() == 1) {
            held.need(position, left);
        } else {
            held.need(position, left, addresses.getLast().word(values));
        }
    }
}
