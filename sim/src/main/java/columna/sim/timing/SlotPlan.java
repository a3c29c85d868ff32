package columna.sim.timing;

import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * The slots of a micro-operation in order of issue, as flat arrays: which words a slot has to read, what its lanes do, and
 * whether it completes a word. Nothing in it depends on time. Counts are of real words.
 */
final class SlotPlan {

    /** No word is completed. */
    static final int NO_WORD = -1;

    /** Index behind the last read of each slot in {@link #readSource} and {@link #readWord}. */
    final int[] readEnd;
    /** Position in {@code Sources.of(operation)} whose bank is read. */
    final int[] readSource;
    final int[] readWord;
    final int[] lanes;
    final int[] multiplies;
    final int[] adds;
    final int[] accumulates;
    /** Elements finished by a slot: rounded where the micro-operation rounds. */
    final int[] finished;
    /** The destination word that a slot completes, or {@link #NO_WORD}. */
    final int[] written;

    private SlotPlan(Builder builder) {
        readEnd = builder.readEnd.toArray();
        readSource = builder.readSource.toArray();
        readWord = builder.readWord.toArray();
        lanes = builder.lanes.toArray();
        multiplies = builder.multiplies.toArray();
        adds = builder.adds.toArray();
        accumulates = builder.accumulates.toArray();
        finished = builder.finished.toArray();
        written = builder.written.toArray();
    }

    int slots() {
        return readEnd.length;
    }

    /** Appends slots. */
    static final class Builder {

        private final IntArrayList readEnd = new IntArrayList();
        private final IntArrayList readSource = new IntArrayList();
        private final IntArrayList readWord = new IntArrayList();
        private final IntArrayList lanes = new IntArrayList();
        private final IntArrayList multiplies = new IntArrayList();
        private final IntArrayList adds = new IntArrayList();
        private final IntArrayList accumulates = new IntArrayList();
        private final IntArrayList finished = new IntArrayList();
        private final IntArrayList written = new IntArrayList();

        /** A read of the slot that is appended next. */
        void read(int source, int word) {
            readSource.add(source);
            readWord.add(word);
        }

        /** Ends the slot. */
        void slot(int activeLanes, int products, int sums, int accumulations) {
            readEnd.add(readWord.size());
            lanes.add(activeLanes);
            multiplies.add(products);
            adds.add(sums);
            accumulates.add(accumulations);
            finished.add(0);
            written.add(NO_WORD);
        }

        /** What the last slot finishes. */
        void finish(int elements, int word) {
            finished.set(finished.size() - 1, elements);
            complete(word);
        }

        /** The last slot completes a word. */
        void complete(int word) {
            written.set(written.size() - 1, word);
        }

        SlotPlan build() {
            return new SlotPlan(this);
        }
    }
}
