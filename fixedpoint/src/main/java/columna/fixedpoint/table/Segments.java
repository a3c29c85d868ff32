package columna.fixedpoint.table;

import columna.fixedpoint.Format;

/**
 * The raw inputs {@code [low, high)} that a table covers, cut into {@code 2^addressBits} equal segments. An input below is
 * taken as {@code low}, one above as {@code high - 1}; then {@code address = (x - low) >> indexShift}.
 *
 * @param input format of the inputs, at most 32 bits signed or 31 unsigned
 * @param low lowest covered raw input
 * @param high one more than the highest covered raw input; {@code high - low} is a power of two
 * @param addressBits bits of an address, 0 to 24
 */
public record Segments(Format input, long low, long high, int addressBits) {

    public Segments {
        Words.requireInt("input", input);
        long length = high - low;
        if (Long.bitCount(length) != 1 || length < 0 || low < input.minimumRaw() || high - 1 > input.maximumRaw()) {
            throw new IllegalArgumentException("The table over " + input.shortName() + " covers the raw inputs " + low
                    + " to " + (high - 1) + "; allowed: a power of two of inputs within " + input.minimumRaw() + " to "
                    + input.maximumRaw() + ".");
        }
        int most = Math.min(24, Long.numberOfTrailingZeros(length));
        if (addressBits < 0 || addressBits > most) {
            throw new IllegalArgumentException("The table over " + length + " inputs of " + input.shortName() + " has "
                    + addressBits + " address bits; allowed: 0 to " + most + ".");
        }
    }

    /** All inputs of the format. */
    public static Segments covering(Format input, int addressBits) {
        return new Segments(input, input.minimumRaw(), input.maximumRaw() + 1, addressBits);
    }

    /** The inputs with values in {@code [low, high)}, which are taken to the next raw word above. */
    public static Segments between(Format input, double low, double high, int addressBits) {
        return new Segments(input, (long) Math.ceil(low / input.resolution()),
                (long) Math.ceil(high / input.resolution()), addressBits);
    }

    /** Input bits below the address: {@code log2(high - low) - addressBits}. */
    public int indexShift() {
        return Long.numberOfTrailingZeros(high - low) - addressBits;
    }

    int entries(Interpolation interpolation) {
        return (1 << addressBits) + (interpolation == Interpolation.LINEAR ? 1 : 0);
    }

    /** The input value that entry k stands for: the mean of the segment's inputs, or (LINEAR) the segment's first input. */
    double sample(int k, Interpolation interpolation) {
        long size = 1L << indexShift();
        double within = interpolation == Interpolation.LINEAR ? 0 : (size - 1) / 2.0;
        return (low + k * size + within) * input.resolution();
    }
}
