package columna.reference.task;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Sequences that are built each time they are read, so that a large set takes the memory of its compact form only. Reading the same index
 * twice gives equal sequences.
 */
public final class SequenceList extends AbstractList<Sequence> implements RandomAccess {

    private final int size;
    private final IntFunction<Sequence> building;

    /** The sequences {@code building.apply(0)} to {@code building.apply(size - 1)}; building must be safe for many threads. */
    public SequenceList(int size, IntFunction<Sequence> building) {
        this.size = size;
        this.building = building;
    }

    @Override
    public Sequence get(int index) {
        return building.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
