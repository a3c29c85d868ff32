package columna.reference.dense;

/**
 * The inner loop of gradient transport: sums of rows that are {@link #WIDTH} columns wide, so that all rows of a strip of the influence
 * matrix stay in the first cache. Every implementation gives the same bits: each column adds its terms in the order of the sources, and
 * each term rounds once.
 */
interface StripSums {

    /** Columns in a strip. */
    int WIDTH = 32;

    /** {@code to = fma(factors[s], rows[sources[s]], to)} for s = 0, 1, ...; rows and {@code to} have {@link #WIDTH} columns. */
    void add(int[] sources, double[] factors, double[][] rows, double[] to);

    /** With vectors if the program was started with {@code --add-modules jdk.incubator.vector} on a machine of 4 doubles or more. */
    static StripSums fastest() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors && VectorSums.isWide() ? new VectorSums() : new PlainSums();
    }
}
