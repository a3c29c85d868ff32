package columna.fixedpoint.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.fixedpoint.CastOracle;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectTableTest {

    private static final Format INPUT = Format.fixed(10, 4);
    private static final Format ENTRY = Format.parse("fixed<12,2>");

    private static int[] apply(LookupTable table, int[] in) {
        int[] out = new int[in.length];
        table.apply(in, out, in.length);
        return out;
    }

    private static int[] everyInput(Format input) {
        return IntStream.rangeClosed((int) input.minimumRaw(), (int) input.maximumRaw()).toArray();
    }

    /** Every input, random entries: the line through the segment's ends as one exact fraction, cast by the oracle's tables. */
    @ParameterizedTest
    @EnumSource(value = Quantization.class, mode = EnumSource.Mode.EXCLUDE, names = "STOCHASTIC")
    void everyInputEqualsTheExactLineRoundedOnce(Quantization quantization) {
        SplittableRandom random = new SplittableRandom(5);
        for (Interpolation interpolation : Interpolation.values()) {
            for (Overflow overflow : new Overflow[] {Overflow.SAT, Overflow.WRAP, Overflow.SAT_SYM}) {
                for (int addressBits = 0; addressBits <= 8; addressBits++) {
                    Format output = new Format(9, 1, true, quantization, overflow, 0);
                    Segments segments = new Segments(INPUT, -100, 156, addressBits);
                    long[] entries = random.longs(segments.entries(interpolation), -2048, 2048).toArray();
                    LookupTable table = LookupTable.direct(segments, interpolation, ENTRY, output, entries);
                    int[] in = everyInput(INPUT);
                    int[] expected = IntStream.of(in).map(x -> expected(segments, interpolation, output, entries, x)).toArray();
                    assertThat(apply(table, in)).as("%s, %d address bits, %s", interpolation, addressBits, output).isEqualTo(expected);
                    assertThat(table.entries()).isEqualTo((1 << addressBits) + (interpolation == Interpolation.LINEAR ? 1 : 0));
                    assertThat(table.bits()).isEqualTo(12L * table.entries());
                }
            }
        }
    }

    private static int expected(Segments segments, Interpolation interpolation, Format output, long[] entries, int x) {
        int inside = Math.max((int) segments.low(), Math.min((int) segments.high() - 1, x));
        int size = (int) ((segments.high() - segments.low()) / (1 << segments.addressBits()));
        int k = (inside - (int) segments.low()) / size;
        int offset = (inside - (int) segments.low()) % size;
        // Numerator over the segment's size: a convex combination of both ends.
        long numerator = interpolation == Interpolation.NONE
                ? entries[k] * size : entries[k] * (size - offset) + entries[k + 1] * offset;
        int shift = ENTRY.fractionBits() + Integer.numberOfTrailingZeros(size) - output.fractionBits();
        return (int) CastOracle.cast(output, BigInteger.valueOf(numerator), shift, BigInteger.ZERO, 0);
    }

    @Test
    void aTableWithOneEntryPerInputIsTheFunction() {
        Format output = Format.parse("fixed<12,2,RND,SAT>");
        LookupTable table = LookupTable.direct(Segments.covering(INPUT, 10), Interpolation.NONE, output, output, StrictMath::tanh);
        int[] in = everyInput(INPUT);
        int[] expected = IntStream.of(in).map(x -> (int) Math.floor(StrictMath.tanh(x / 64.0) * 1024 + 0.5)).toArray();
        assertThat(apply(table, in)).isEqualTo(expected);
    }

    /** {@code h^2/8 max|f''|} for the line, half a last place for each of entry and output; for tanh max|f''| = 4/(3 sqrt 3). */
    @Test
    void linesAndMidpointsKeepTheirErrorBounds() {
        Format output = Format.parse("fixed<16,2,RND,SAT>");
        Segments segments = Segments.between(Format.fixed(16, 4), -4.0, 4.0, 6);
        double h = 8.0 / 64;
        double line = h * h / 8 * 4 / (3 * Math.sqrt(3)) + output.resolution();
        double step = h / 2 + output.resolution();
        assertThat(worst(LookupTable.direct(segments, Interpolation.LINEAR, output, output, StrictMath::tanh))).isLessThan(line);
        assertThat(worst(LookupTable.direct(segments, Interpolation.NONE, output, output, StrictMath::tanh))).isLessThan(step);
    }

    private static double worst(LookupTable table) {
        int[] in = IntStream.range(-16_384, 16_384).toArray();
        int[] out = apply(table, in);
        return IntStream.range(0, in.length)
                .mapToDouble(i -> Math.abs(table.output().toDouble(out[i]) - StrictMath.tanh(table.input().toDouble(in[i])))).max().orElseThrow();
    }

    @Test
    void touchesOnlyTheFirstElementsAndWorksInPlace() {
        LookupTable negate = LookupTable.direct(Segments.covering(INPUT, 10), Interpolation.NONE, INPUT, INPUT, x -> -x);
        int[] row = {5, -7, 9, 11};
        negate.apply(row, row, 2);
        assertThat(row).containsExactly(-5, 7, 9, 11);
        negate.apply(row, row, 0);
        assertThat(row).containsExactly(-5, 7, 9, 11);
    }

    @Test
    void refusals() {
        Format output = Format.parse("fixed<12,2,RND,SAT>");
        assertThatThrownBy(() -> new Segments(INPUT, 0, 100, 2)).hasMessageContaining("allowed: a power of two of inputs within -512 to 511.");
        assertThatThrownBy(() -> new Segments(INPUT, 256, 1280, 2)).hasMessageContaining("covers the raw inputs 256 to 1279");
        assertThatThrownBy(() -> new Segments(INPUT, 0, 128, 8)).hasMessageContaining("has 8 address bits; allowed: 0 to 7.");
        Segments segments = new Segments(INPUT, 0, 128, 3);
        assertThatThrownBy(() -> LookupTable.direct(segments, Interpolation.LINEAR, ENTRY, output, new long[8]))
                .hasMessageContaining("has 8 entries; allowed: 9 for 3 address bits and interpolation LINEAR.");
        long[] outside = {0, 0, 0, 2048, 0, 0, 0, 0};
        assertThatThrownBy(() -> LookupTable.direct(segments, Interpolation.NONE, ENTRY, output, outside))
                .hasMessage("Entry 3 of the table is 2048; allowed: raw words of fixed<12,2>.");
        assertThatThrownBy(() -> LookupTable.direct(segments, Interpolation.NONE, ENTRY, Format.parse("fixed<8,2,STOCHASTIC>"), new long[8]))
                .hasMessageContaining("allowed quantisations: all but STOCHASTIC");
        assertThatThrownBy(() -> LookupTable.direct(segments, Interpolation.NONE, Format.fixed(60, 2), output, new long[8]))
                .hasMessageContaining("allowed: up to 57 bits");
        assertThatThrownBy(() -> LookupTable.direct(segments, Interpolation.NONE, ENTRY, Format.fixed(33, 2), new long[8]))
                .hasMessageContaining("The output of a table has the format");
        assertThatThrownBy(() -> LookupTable.direct(segments, Interpolation.NONE, ENTRY, output, x -> Double.NaN))
                .hasMessageContaining("NaN cannot become a fixed-point number");
    }
}
