package columna.fixedpoint.table;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import java.util.Objects;

/**
 * Leading-one detection, a table over the mantissa, a shift by the exponent, one rounding. With p the place of the leading
 * one and F the input's fraction bits, {@code x = m * 2^(p - F)}; the bits below the leading one are aligned to
 * {@code fractionBits} places, so none of them is lost before the table.
 */
final class NormalisedTable implements LookupTable {

    private final Power power;
    private final Format input;
    private final int fractionBits;
    private final EntryMemory memory;
    private final Cast cast;
    private final OutputRounding rounding;

    NormalisedTable(Power power, Format input, int addressBits, Interpolation interpolation,
                    Format entry, Format output, long[] entries) {
        Words.requireInt("input", input);
        this.power = power;
        this.input = input;
        this.fractionBits = fractionBits(power, input, addressBits);
        this.memory = new EntryMemory(coordinate(power, input, addressBits), interpolation, entry, entries);
        this.cast = Words.castTo(output.withOverflow(Overflow.SAT));
        this.rounding = new OutputRounding(cast);
    }

    /** As many as the widest positive input has below its leading one, at least as many as the address uses. */
    private static int fractionBits(Power power, Format input, int addressBits) {
        int below = input.width() - (input.signed() ? 2 : 1);
        return Math.max(Math.max(below, 0), addressBits - power.parityBits());
    }

    /** The coordinate that addresses the memory: the exponent's parity where it counts, then the fraction. */
    static Segments coordinate(Power power, Format input, int addressBits) {
        int fraction = fractionBits(power, input, addressBits);
        int width = fraction + power.parityBits();
        Format word = Format.ufixed(Math.max(1, width), Math.max(1, width) - fraction);
        return new Segments(word, 0, 1L << width, addressBits);
    }

    @Override
    public void apply(int[] in, int[] out, int n) {
        int most = (int) output().maximumRaw();
        for (int i = 0; i < n; i++) {
            out[i] = in[i] <= 0 ? most : of(in[i]);
        }
    }

    private int of(int raw) {
        int place = 31 - Integer.numberOfLeadingZeros(raw);
        int exponent = place - input.fractionBits();
        int parity = exponent & power.parityBits();
        long fraction = ((long) raw << fractionBits - place) - (1L << fractionBits);
        long exact = memory.exact(((long) parity << fractionBits) + fraction);
        int right = power == Power.RECIPROCAL ? exponent : (exponent - parity) / 2;
        return rounding.apply(exact, memory.fractionBits() + right);
    }

    @Override
    public boolean covers(int raw) {
        return raw > 0;
    }

    @Override
    public Format input() {
        return input;
    }

    @Override
    public Format output() {
        return cast.target();
    }

    @Override
    public int entries() {
        return memory.entries();
    }

    @Override
    public long bits() {
        return memory.bits();
    }

    @Override
    public Interpolation interpolation() {
        return memory.interpolation();
    }

    @Override
    public int remainderBits() {
        return memory.remainderBits();
    }

    @Override
    public boolean normalised() {
        return true;
    }

    @Override
    public TableImage image() {
        TableImage.Kind kind = switch (power) {
            case RECIPROCAL -> TableImage.Kind.RECIPROCAL;
            case RECIPROCAL_SQUARE_ROOT -> TableImage.Kind.RECIPROCAL_SQUARE_ROOT;
        };
        return memory.image(kind, 0, 0, fractionBits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NormalisedTable that
                && power == that.power
                && input.equals(that.input)
                && memory.equals(that.memory)
                && output().equals(that.output());
    }

    @Override
    public int hashCode() {
        return Objects.hash(power, input, memory, output());
    }
}
