package columna.sim.timing;

/**
 * Beats from one sender on one channel at the port of one receiver, those on their way included: room is given out when a
 * beat is granted and comes back one cycle after it is drained.
 */
final class BeatQueue {

    private final long[] arrivals;
    private final int capacity;
    private long granted;
    private long drained;
    private long released;

    BeatQueue(int capacity) {
        this.capacity = capacity;
        this.arrivals = new long[capacity];
    }

    boolean hasRoom() {
        return granted - released < capacity;
    }

    void grant(long arrivalCycle) {
        arrivals[(int) (granted++ % capacity)] = arrivalCycle;
    }

    /** Whether a beat can be drained in this cycle. */
    boolean available(long cycle) {
        return drained < granted && arrivals[(int) (drained % capacity)] <= cycle;
    }

    void drain() {
        drained++;
    }

    /** At the end of a cycle: drained beats give their room back. */
    void release() {
        released = drained;
    }

    boolean isEmpty() {
        return drained == granted;
    }
}
