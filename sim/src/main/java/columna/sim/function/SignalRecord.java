package columna.sim.function;

/**
 * What happened to a signal while it was observed. Counts are of words; range is of raw words.
 *
 * <p>An underflow is a nonzero exact value that was rounded to zero.
 */
public final class SignalRecord {

    private static final int OCTAVES = 33;

    /** Where nobody observes. */
    static final SignalRecord NONE = new SignalRecord();

    private long words;
    private long saturations;
    private long underflows;
    private final long[] octaves = new long[OCTAVES];
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;

    void wrote(long exact, long raw, boolean overflowed) {
        words++;
        if (overflowed) {
            saturations++;
        }
        if (raw == 0 && exact != 0) {
            underflows++;
        }
        lowest = Math.min(lowest, raw);
        highest = Math.max(highest, raw);
        octaves[Long.SIZE - Long.numberOfLeadingZeros(Math.abs(raw))]++;
    }

    /** Words written while observed. */
    public long words() {
        return words;
    }

    /** Words whose exact value was outside the format's range. */
    public long saturations() {
        return saturations;
    }

    /** Words whose exact value was not zero but became zero. */
    public long underflows() {
        return underflows;
    }

    /** Lowest raw word; Long.MAX_VALUE if none was written. */
    public long lowest() {
        return lowest;
    }

    /** Highest raw word; Long.MIN_VALUE if none was written. */
    public long highest() {
        return highest;
    }

    /**
     * How many words had magnitudes in an octave of raw words.
     *
     * @param bits 0 for zeros; n for magnitudes from 2<sup>n-1</sup> to below 2<sup>n</sup>; at most 32
     */
    public long octave(int bits) {
        return octaves[bits];
    }
}
