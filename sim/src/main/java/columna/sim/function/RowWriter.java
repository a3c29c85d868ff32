package columna.sim.function;

/** Computes a destination row, all written parts, given that its sums fit the accumulator. */
@FunctionalInterface
interface RowWriter {

    /**
     * Writes a row.
     *
     * @param firstUse number of the micro-operation's first random word
     */
    void write(int row, long firstUse);
}
