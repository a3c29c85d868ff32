package columna.fixedpoint;

/**
 * What happens to a quantised value outside the range of its destination. Source: IEEE 1666 section 7
 * ({@code sc_o_mode}); corner cases follow the Accellera reference implementation.
 */
public enum Overflow {
    /**
     * Keep the low bits. With {@code n > 0} saturated bits (SystemC {@code n_bits}) the top {@code n} bits are those of
     * the saturated value and only the rest wraps; {@code n >= width} is SAT.
     */
    WRAP,
    /** The nearest end of the range. */
    SAT,
    /** Zero. */
    SAT_ZERO,
    /** The nearest end of the symmetric range {@code [-maximum, maximum]}; the same as SAT for unsigned formats. */
    SAT_SYM,
    /** Sign-magnitude wrapping, signed formats only: low bits, inverted when the value has left an odd number of ranges. */
    WRAP_SM;

    /** Whether saturated bits ({@code n_bits}) have a meaning for this mode. */
    public boolean usesSaturatedBits() {
        return this == WRAP || this == WRAP_SM;
    }

    /**
     * The raw word that replaces a quantised value that is known to be out of range.
     *
     * @param negative sign of the quantised value
     * @param low its low 64 bits in two's complement
     * @param bitAbove its bit number {@code width}, the first one above the word
     */
    long replace(Format format, boolean negative, long low, boolean bitAbove) {
        int n = format.saturatedBits();
        if (this == SAT_ZERO) {
            return 0;
        }
        if (!usesSaturatedBits() || n >= format.width()) {
            return nearestEnd(format, negative);
        }
        long bits = this == WRAP
                ? n == 0 ? low : partlySaturated(format, n, negative, low)
                : signMagnitude(format, n, negative, low, bitAbove);
        return format.extend(bits);
    }

    private long nearestEnd(Format format, boolean negative) {
        return negative ? format.lowestAllowedRaw() : format.maximumRaw();
    }

    /** The top n bits of the nearest end of the range, the low {@code width - n} bits of the value; 1 <= n < width. */
    private static long partlySaturated(Format format, int n, boolean negative, long low) {
        long kept = (1L << format.width() - n) - 1;
        long end = negative ? format.minimumRaw() : format.maximumRaw();
        return end & ~kept | low & kept;
    }

    private static long signMagnitude(Format format, int n, boolean negative, long low, boolean bitAbove) {
        int width = format.width();
        if (n <= 1) {
            boolean expected = n == 0 ? bitAbove : negative;
            return expected == bit(low, width - 1) ? low : ~low;
        }
        boolean inverted = bit(low, width - n) == negative;
        return partlySaturated(format, n, negative, inverted ? ~low : low);
    }

    private static boolean bit(long word, int number) {
        return (word >>> number & 1) != 0;
    }
}
