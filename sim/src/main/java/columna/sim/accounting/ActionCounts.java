package columna.sim.accounting;

import columna.hardware.block.Action;
import columna.hardware.block.Block;
import java.util.function.Predicate;
import org.eclipse.collections.api.block.procedure.primitive.ObjectLongProcedure;
import org.eclipse.collections.api.map.primitive.ImmutableObjectLongMap;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectLongHashMap;

/** How often each block did what. Immutable; sums and multiples are exact or refused with an {@link ArithmeticException}. */
public final class ActionCounts {

    /** Nothing happened. */
    public static final ActionCounts NONE = new Builder().build();

    private final ImmutableObjectLongMap<ActionKey> counts;

    private ActionCounts(ImmutableObjectLongMap<ActionKey> counts) {
        this.counts = counts;
    }

    /** Adds counts up. */
    public static final class Builder {

        private final ObjectLongHashMap<ActionKey> counts = new ObjectLongHashMap<>();

        /** Adds to a count; zero leaves no entry. */
        public Builder add(ActionKey key, long count) {
            if (count < 0) {
                throw new IllegalArgumentException(key + " is counted " + count + " times");
            }
            if (count > 0) {
                counts.put(key, Math.addExact(counts.getIfAbsent(key, 0), count));
            }
            return this;
        }

        /** The counts so far. */
        public ActionCounts build() {
            return new ActionCounts(counts.toImmutable());
        }
    }

    /** The count under one key, 0 if there is none. */
    public long count(ActionKey key) {
        return counts.getIfAbsent(key, 0);
    }

    /** The sum over all keys that are chosen. */
    public long sum(Predicate<ActionKey> chosen) {
        long[] sum = {0};
        counts.forEachKeyValue((key, count) -> {
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

    /** Every key with its count, in no particular order. */
    public void forEach(ObjectLongProcedure<ActionKey> procedure) {
        counts.forEachKeyValue(procedure);
    }

    /** Number of keys with a count above 0. */
    public int size() {
        return counts.size();
    }

    /** Both together. */
    public ActionCounts plus(ActionCounts other) {
        Builder sum = new Builder();
        counts.forEachKeyValue(sum::add);
        other.counts.forEachKeyValue(sum::add);
        return sum.build();
    }

    /** So many times the same. */
    public ActionCounts times(long times) {
        Builder product = new Builder();
        counts.forEachKeyValue((key, count) -> product.add(key, Math.multiplyExact(count, times)));
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
