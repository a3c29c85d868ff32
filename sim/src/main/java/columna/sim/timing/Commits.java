package columna.sim.timing;

/** Writes on their way through the pipeline, in order: the cycle of each and its word. At most one write per cycle. */
final class Commits {

    private final long[] cycles;
    private final int[] words;
    private final int mask;
    private int head;
    private int tail;

    /** @param most writes that can be on their way at once */
    Commits(int most) {
        int size = Integer.highestOneBit(Math.max(1, most)) << 1;
        cycles = new long[size];
        words = new int[size];
        mask = size - 1;
    }

    void add(long cycle, int word) {
        cycles[tail & mask] = cycle;
        words[tail & mask] = word;
        tail++;
    }

    boolean isEmpty() {
        return head == tail;
    }

    /** Whether a write takes place in this cycle. */
    boolean due(long cycle) {
        return head != tail && cycles[head & mask] == cycle;
    }

    /** Takes the write of this cycle out. */
    int take() {
        return words[head++ & mask];
    }
}
