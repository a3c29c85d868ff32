package columna.fixedpoint.table;

import columna.fixedpoint.Format;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A nonlinear function of one raw word, read from a memory of entries and rounded once into the output's format. Linear
 * interpolation is exact before that rounding: {@code e[k] * 2^s + (e[k+1] - e[k]) * remainder}, s the bits below the
 * address. Output modes are any but STOCHASTIC. Immutable; two tables are equal if they would be the same hardware: the
 * same kind with the same formats, segments, interpolation and entries.
 */
public sealed interface LookupTable permits DirectTable, NormalisedTable {

    /** {@code out[i] = table(in[i])} for {@code i < n}; {@code in} and {@code out} may be the same array. */
    void apply(int[] in, int[] out, int n);

    /** Whether the table has the function's value for a raw input, rather than that of the nearest input it covers. */
    boolean covers(int raw);

    /** Format of the inputs. */
    Format input();

    /** Format of the outputs. */
    Format output();

    /** Words of the memory. */
    int entries();

    /** Size of the memory in bits. */
    long bits();

    /** What it makes of the input bits below the address. */
    Interpolation interpolation();

    /** Input bits below the address, the width of the remainder that a line is multiplied by; 0 if the address uses all. */
    int remainderBits();

    /**
     * Whether the address is the mantissa of the input, which takes a leading-one detector and a shifter in front of the
     * memory and a shifter by the exponent behind it.
     */
    boolean normalised();

    /** The table as hardware holds it. */
    TableImage image();

    /**
     * A table addressed directly.
     *
     * @param entry format of the entries
     * @param entries raw words: one per segment, one more for LINEAR
     */
    static LookupTable direct(Segments segments, Interpolation interpolation, Format entry, Format output, long[] entries) {
        return new DirectTable(segments, interpolation, entry, output, entries);
    }

    /**
     * As {@link #direct(Segments, Interpolation, Format, Format, long[])} with entries that are the function at the mean of
     * each segment's inputs (NONE) or at the segments' ends (LINEAR), to the nearest and saturated. The function should give the same
     * bits on every machine ({@link StrictMath}).
     */
    static LookupTable direct(Segments segments, Interpolation interpolation, Format entry, Format output,
                              DoubleUnaryOperator function) {
        return direct(segments, interpolation, entry, output, samples(segments, interpolation, entry, function));
    }

    /**
     * A table of {@code 1/x} or {@code 1/sqrt(x)} addressed by the normalised input, saturated whatever the output's overflow
     * mode; {@code x <= 0} gives the output's maximum.
     *
     * @param addressBits bits of an address; for 1/sqrt(x) the highest is the exponent's parity
     * @param entries raw words of the power of the mantissa
     */
    static LookupTable normalised(Power power, Format input, int addressBits, Interpolation interpolation,
                                  Format entry, Format output, long[] entries) {
        return new NormalisedTable(power, input, addressBits, interpolation, entry, output, entries);
    }

    /** As {@link #normalised(Power, Format, int, Interpolation, Format, Format, long[])} with computed entries. */
    static LookupTable normalised(Power power, Format input, int addressBits, Interpolation interpolation,
                                  Format entry, Format output) {
        Segments coordinate = NormalisedTable.coordinate(power, input, addressBits);
        long[] entries = samples(coordinate, interpolation, entry, u -> power.of(power.mantissa(u)));
        return normalised(power, input, addressBits, interpolation, entry, output, entries);
    }

    private static long[] samples(Segments segments, Interpolation interpolation, Format entry, DoubleUnaryOperator function) {
        return IntStream.range(0, segments.entries(interpolation))
                .mapToLong(k -> Words.entry(entry, function.applyAsDouble(segments.sample(k, interpolation))))
                .toArray();
    }
}
