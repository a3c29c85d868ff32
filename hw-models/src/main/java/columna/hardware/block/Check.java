package columna.hardware.block;

/** The one validation of every block: a positive count that hardware could have. */
final class Check {
    /** No datapath or memory word is wider than this; a wider one is a mistake in a chip file. */
    static final int WIDEST_BITS = 65_536;

    private Check() {}

    static void bits(String block, String field, int bits) {
        between(block, field, bits, WIDEST_BITS);
    }

    static void between(String block, String field, long value, long largest) {
        if (value < 1 || value > largest) {
            throw new IllegalArgumentException(
                    block + ": " + field + " is " + value + ", allowed is 1 to " + largest + ".");
        }
    }
}
