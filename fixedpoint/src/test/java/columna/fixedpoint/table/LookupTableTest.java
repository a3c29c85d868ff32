package columna.fixedpoint.table;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.Format;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a table tells of itself, and when two tables are one piece of hardware. */
class LookupTableTest {

    private static final Format INPUT = Format.fixed(10, 4);
    private static final Format ENTRY = Format.parse("fixed<12,2>");
    private static final Format OUTPUT = Format.parse("fixed<9,1,RND,SAT>");

    /** Any entries; the second set differs in one of them. */
    private static long[] entries(int count, int changed) {
        long[] entries = LongStream.range(0, count).toArray();
        if (changed < count) {
            entries[changed]++;
        }
        return entries;
    }

    private static final int NONE_CHANGED = Integer.MAX_VALUE;

    private static LookupTable direct(Segments segments, Interpolation interpolation, Format entry, Format output, int changed) {
        return LookupTable.direct(
                segments, interpolation, entry, output, entries(segments.entries(interpolation), changed));
    }

    private static LookupTable normalised(
            Power power, Format input, int addressBits, Interpolation interpolation, Format entry, Format output, int changed) {
        int count = (1 << addressBits) + (interpolation == Interpolation.LINEAR ? 1 : 0);
        return LookupTable.normalised(power, input, addressBits, interpolation, entry, output, entries(count, changed));
    }

    /** Every variant differs from the others in one thing. */
    private static Map<String, Supplier<LookupTable>> variants() {
        Map<String, Supplier<LookupTable>> all = new LinkedHashMap<>();
        Segments segments = new Segments(INPUT, -128, 128, 3);
        Interpolation line = Interpolation.LINEAR;
        Interpolation step = Interpolation.NONE;
        Format otherOutput = Format.parse("fixed<9,1,TRN,SAT>");
        Format otherEntry = Format.parse("fixed<12,3>");
        all.put("direct", () -> direct(segments, line, ENTRY, OUTPUT, NONE_CHANGED));
        all.put("an entry", () -> direct(segments, line, ENTRY, OUTPUT, 5));
        all.put("no interpolation", () -> direct(segments, step, ENTRY, OUTPUT, NONE_CHANGED));
        all.put("output", () -> direct(segments, line, ENTRY, otherOutput, NONE_CHANGED));
        all.put("format of entries", () -> direct(segments, line, otherEntry, OUTPUT, NONE_CHANGED));
        all.put("range", () -> direct(new Segments(INPUT, 0, 256, 3), line, ENTRY, OUTPUT, NONE_CHANGED));
        all.put("input", () -> direct(new Segments(Format.fixed(10, 5), -128, 128, 3), line, ENTRY, OUTPUT, NONE_CHANGED));
        all.put("address", () -> direct(new Segments(INPUT, -128, 128, 4), line, ENTRY, OUTPUT, NONE_CHANGED));
        all.put("normalised", () -> normalised(Power.RECIPROCAL, INPUT, 3, line, ENTRY, OUTPUT, NONE_CHANGED));
        all.put("power", () -> normalised(Power.RECIPROCAL_SQUARE_ROOT, INPUT, 3, line, ENTRY, OUTPUT, NONE_CHANGED));
        all.put("mantissa's entry", () -> normalised(Power.RECIPROCAL, INPUT, 3, line, ENTRY, OUTPUT, 8));
        all.put("binary point", () ->
                normalised(Power.RECIPROCAL, Format.fixed(10, 5), 3, line, ENTRY, OUTPUT, NONE_CHANGED));
        all.put("normalised output", () ->
                normalised(Power.RECIPROCAL, INPUT, 3, line, ENTRY, otherOutput, NONE_CHANGED));
        return all;
    }

    @Test
    void tablesAreEqualByWhatTheyAreMadeOf() {
        variants().forEach((name, table) -> variants().forEach((otherName, other) -> {
            boolean same = name.equals(otherName);
            assertThat(table.get().equals(other.get())).as("%s equals %s", name, otherName).isEqualTo(same);
            if (same) {
                assertThat(table.get()).as(name).isNotSameAs(other.get()).hasSameHashCodeAs(other.get());
            }
        }));
        assertThat(variants().get("direct").get().equals("direct")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void tellsWhetherItInterpolatesOrNormalises(Interpolation interpolation) {
        LookupTable direct = direct(new Segments(INPUT, -128, 128, 3), interpolation, ENTRY, OUTPUT, NONE_CHANGED);
        LookupTable normalised = normalised(Power.RECIPROCAL, INPUT, 3, interpolation, ENTRY, OUTPUT, NONE_CHANGED);
        assertThat(direct.interpolation()).isEqualTo(interpolation);
        assertThat(normalised.interpolation()).isEqualTo(interpolation);
        assertThat(direct.normalised()).isFalse();
        assertThat(normalised.normalised()).isTrue();
    }

    /**
     * 256 covered inputs have 8 bits. The mantissa of a positive input of 10 bits with sign has 8 bits below its leading one;
     * 1/sqrt(x) addresses with the exponent's parity besides.
     */
    @ParameterizedTest
    @CsvSource({"0, 8, 8, 9", "3, 5, 5, 6", "8, 0, 0, 1"})
    void bitsBelowTheAddressAreTheRemainder(int addressBits, int direct, int reciprocal, int root) {
        Interpolation line = Interpolation.LINEAR;
        assertThat(direct(new Segments(INPUT, -128, 128, addressBits), line, ENTRY, OUTPUT, NONE_CHANGED).remainderBits())
                .isEqualTo(direct);
        assertThat(normalised(Power.RECIPROCAL, INPUT, addressBits, line, ENTRY, OUTPUT, NONE_CHANGED).remainderBits())
                .isEqualTo(reciprocal);
        assertThat(normalised(Power.RECIPROCAL_SQUARE_ROOT, INPUT, addressBits, line, ENTRY, OUTPUT, NONE_CHANGED)
                        .remainderBits())
                .isEqualTo(root);
    }

    @Test
    void coversTheInputsWhoseValueItHas() {
        LookupTable direct = direct(new Segments(INPUT, -128, 128, 3), Interpolation.LINEAR, ENTRY, OUTPUT, NONE_CHANGED);
        LookupTable reciprocal = normalised(Power.RECIPROCAL, INPUT, 3, Interpolation.LINEAR, ENTRY, OUTPUT, NONE_CHANGED);
        for (int raw = (int) INPUT.minimumRaw(); raw <= INPUT.maximumRaw(); raw++) {
            assertThat(direct.covers(raw)).as("raw %d", raw).isEqualTo(raw >= -128 && raw <= 127);
            assertThat(reciprocal.covers(raw)).as("raw %d", raw).isEqualTo(raw > 0);
        }
    }
}
