package columna.sim.accounting;

import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectLongHashMap;

/**
 * What kinds of time step a run was made of, and how many of each. Cycles and counts of the run are the sum over kinds of
 * occurrences times those of one step; nothing is added up while the run goes on. Not thread-safe.
 */
public final class RunActivity {

    private final ObjectLongHashMap<StepKind> occurrences = new ObjectLongHashMap<>();
    private final List<StepKind> order = new ArrayList<>();

    /** So many steps of a kind happened. */
    public void add(StepKind kind, long times) {
        if (times < 0) {
            throw new IllegalArgumentException("a kind of step cannot happen " + times + " times");
        }
        if (!occurrences.containsKey(kind)) {
            order.add(kind);
        }
        occurrences.put(kind, Math.addExact(occurrences.get(kind), times));
    }

    /** Adds all of another run. */
    public void add(RunActivity other) {
        other.order.forEach(kind -> add(kind, other.occurrences(kind)));
    }

    /** How many steps of a kind happened. */
    public long occurrences(StepKind kind) {
        return occurrences.get(kind);
    }

    /** The kinds that were added, in order of their first appearance. */
    public List<StepKind> kinds() {
        return List.copyOf(order);
    }

    /** All steps. */
    public long steps() {
        return cycles(kind -> 1);
    }

    /** Cycles of the run. */
    public long cycles(ToLongFunction<StepKind> cyclesOfOneStep) {
        long sum = 0;
        for (StepKind kind : order) {
            sum = Math.addExact(sum, Math.multiplyExact(occurrences(kind), cyclesOfOneStep.applyAsLong(kind)));
        }
        return sum;
    }

    /** Actions of the run. */
    public ActionCounts counts(Function<StepKind, ActionCounts> countsOfOneStep) {
        ActionCounts.Builder sum = new ActionCounts.Builder();
        for (StepKind kind : order) {
            long times = occurrences(kind);
            countsOfOneStep.apply(kind).forEach((key, count) -> sum.add(key, Math.multiplyExact(count, times)));
        }
        return sum.build();
    }
}
