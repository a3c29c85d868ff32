package columna.sim.accounting;

import columna.hardware.block.Action;
import columna.hardware.block.Block;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.collections.api.block.procedure.primitive.ObjectLongProcedure;

/**
 * How often each block did what, in the order in which it was first counted: energies are sums of floating-point numbers, whose last
 * digits must not hang on how a machine hashes. Immutable; sums and multiples are exact or refused with an {@link ArithmeticException}.
 */
public final class ActionCounts {

    /** Nothing happened. */
    public static final ActionCounts NONE = new Builder().build();

    private final Map<ActionKey, Long> counts;

    private ActionCounts(Map<ActionKey, Long> counts) {
        this.counts = counts;
    }

    /** Adds counts up. */
    public static final class Builder {

        private final Map<ActionKey, Long> counts = new LinkedHashMap<>();

        /** Adds to a count; zero leaves no entry. */
        public Builder add(ActionKey key, long count) {
            if (count < 0) {
                throw new IllegalArgumentException(key + " is counted " + count + " times");
            }
            if (count > 0) {
                counts.merge(key, count, Math::addExact);
            }
            return this;
        }

        /** The counts so far. */
        public ActionCounts build() {
            return new ActionCounts(Collections.unmodifiableMap(new LinkedHashMap<>(counts)));
        }
    }

    /** The count under one key, 0 if there is none. */
    public long count(ActionKey key) {
        return counts.getOrDefault(key, 0L);
    }

    /** The sum over all keys that are chosen. */
    public long sum(Predicate<ActionKey> chosen) {
        long[] sum = {0};
        counts.forEach((key, count) -> {
            if (chosen.test(key)) {
                sum[0] = Math.addExact(sum[0], count);
            }
        });
        return sum[0];
    }

    /** The sum over cores, phases and micro-operations. */
    public long total(Block block, Action action) {
        return sum(key -> key.action() == action && key.block().equals(block));
    }

    /** Every key with its count, in the order in which they were first counted. */
    public void forEach(ObjectLongProcedure<ActionKey> procedure) {
        counts.forEach(procedure::value);
    }

    /** Number of keys with a count above 0. */
    public int size() {
        return counts.size();
    }

    /** Both together. */
    public ActionCounts plus(ActionCounts other) {
        Builder sum = new Builder();
        counts.forEach(sum::add);
        other.counts.forEach(sum::add);
        return sum.build();
    }

    /** So many times the same. */
    public ActionCounts times(long times) {
        Builder product = new Builder();
        counts.forEach((key, count) -> product.add(key, Math.multiplyExact(count, times)));
        return product.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionCounts that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
