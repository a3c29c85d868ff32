package columna.fixedpoint.table;

/** The powers that a normalised table computes. */
public enum Power {
    /** {@code 1 / x}; the address is the fraction of the mantissa in [1, 2). */
    RECIPROCAL,
    /**
     * {@code 1 / sqrt(x)}; the mantissa is in [1, 4) with an even exponent. The address is the exponent's lowest bit above
     * the fraction of the mantissa in [1, 2), so that one half of the entries covers [1, 2) and one half [2, 4).
     */
    RECIPROCAL_SQUARE_ROOT;

    /** Address bits above the fraction. */
    int parityBits() {
        return this == RECIPROCAL_SQUARE_ROOT ? 1 : 0;
    }

    /** The mantissa at an address coordinate: [0, 1) is [1, 2), and [1, 2] is [2, 4]. */
    double mantissa(double coordinate) {
        return coordinate < parityBits() || parityBits() == 0 ? 1 + coordinate : 2 * coordinate;
    }

    double of(double mantissa) {
        return this == RECIPROCAL ? 1 / mantissa : 1 / Math.sqrt(mantissa);
    }
}
