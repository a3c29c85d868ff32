package columna.fixedpoint.table;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.CastOracle;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NormalisedTableTest {

    private static final Format ENTRY = Format.ufixed(18, 1);

    private static int one(LookupTable table, int x) {
        int[] row = {x};
        table.apply(row, row, 1);
        return row[0];
    }

    /** Random entries, every input of 12 bits: mantissa and exponent by repeated halving and doubling. */
    @ParameterizedTest
    @CsvSource({"RECIPROCAL,NONE", "RECIPROCAL,LINEAR", "RECIPROCAL_SQUARE_ROOT,NONE", "RECIPROCAL_SQUARE_ROOT,LINEAR"})
    void everyInputIsNormalisedLookedUpShiftedAndRoundedOnce(Power power, Interpolation interpolation) {
        SplittableRandom random = new SplittableRandom(6);
        for (String written : new String[] {"fixed<12,4>", "fixed<12,5>", "ufixed<11,-3>", "ufixed<12,20>", "fixed<3,1>"}) {
            Format input = Format.parse(written);
            for (int addressBits : new int[] {1, 3, 6}) {
                for (String modes : new String[] {"RND,WRAP", "TRN,SAT", "RND_CONV,SAT"}) {
                    Format output = Format.parse("fixed<16,6," + modes + ">");
                    int count = (1 << addressBits) + (interpolation == Interpolation.LINEAR ? 1 : 0);
                    long[] entries = random.longs(count, 0, 1 << 18).toArray();
                    LookupTable table = LookupTable.normalised(power, input, addressBits, interpolation, ENTRY, output, entries);
                    for (int x = (int) input.minimumRaw(); x <= input.maximumRaw(); x++) {
                        assertThat(one(table, x)).as("%s of %d in %s to %s, %d address bits", power, x, input, output, addressBits)
                                .isEqualTo(expected(power, interpolation, input, output, entries, addressBits, x));
                    }
                }
            }
        }
    }

    private static int expected(Power power, Interpolation interpolation, Format input, Format output, long[] entries, int addressBits, int x) {
        if (x <= 0) {
            return (int) output.maximumRaw();
        }
        // x = m * 2^e with m in [1, 2), exactly, as doubles of few bits.
        double m = x;
        int e = -input.fractionBits();
        for (; m >= 2; m /= 2) {
            e++;
        }
        boolean odd = power == Power.RECIPROCAL_SQUARE_ROOT && Math.floorMod(e, 2) == 1;
        double coordinate = (m - 1) / (power == Power.RECIPROCAL_SQUARE_ROOT ? 2 : 1) + (odd ? 0.5 : 0);
        double place = coordinate * (1 << addressBits);
        int k = (int) place;
        double exact = interpolation == Interpolation.NONE ? entries[k] : entries[k] + (entries[k + 1] - entries[k]) * (place - k);
        int exponent = power == Power.RECIPROCAL ? -e : -(odd ? e - 1 : e) / 2;
        // 20 more places make the line's value whole: it has at most 12 bits below an entry's last place.
        BigInteger integer = BigInteger.valueOf((long) (exact * (1 << 20)));
        int shift = ENTRY.fractionBits() + 20 - exponent - output.fractionBits();
        return (int) CastOracle.cast(output.withOverflow(Overflow.SAT), integer, shift, BigInteger.ZERO, 0);
    }

    /** Against the function: {@code h^2/8 max|f''|} of the mantissa, half a place of the entry, half a place of the output. */
    @ParameterizedTest
    @EnumSource(Power.class)
    void theComputedEntriesGiveTheFunction(Power power) {
        Format input = Format.fixed(16, 6);
        Format output = Format.parse("fixed<24,12,RND,SAT>");
        LookupTable table = LookupTable.normalised(power, input, 7, Interpolation.LINEAR, ENTRY, output);
        // 1/m: f'' <= 2, h = 2^-7. m^-1/2: f'' <= 3/4 on [1,2) with h = 2^-6, and 3/4 * 2^-2.5 on [2,4) with h = 2^-5.
        double curvature = power == Power.RECIPROCAL ? 2.0 / 8 / (1 << 14)
                : Math.max(0.75 / 8 / (1 << 12), 0.75 * Math.pow(2, -2.5) / 8 / (1 << 10));
        for (int x = 1; x <= input.maximumRaw(); x++) {
            double value = input.toDouble(x);
            double exact = power == Power.RECIPROCAL ? 1 / value : 1 / Math.sqrt(value);
            double scale = power == Power.RECIPROCAL
                    ? Math.scalb(1, -Math.getExponent(value)) : Math.scalb(1, -Math.floorDiv(Math.getExponent(value), 2));
            double bound = scale * (curvature + ENTRY.resolution() / 2) + output.resolution() / 2;
            double expected = Math.min(exact, output.maximum());
            assertThat(Math.abs(output.toDouble(one(table, x)) - expected)).as("%s of %s", power, value).isLessThanOrEqualTo(bound);
        }
    }

    @ParameterizedTest
    @EnumSource(Power.class)
    void powersOfFourAreExactAndTheEndsSaturate(Power power) {
        Format input = Format.ufixed(31, 16);
        Format output = Format.parse("ufixed<16,8,RND,WRAP>");
        LookupTable table = LookupTable.normalised(power, input, 5, Interpolation.LINEAR, ENTRY, output);
        for (int e = -6; e <= 14; e += 2) {
            double expected = Math.scalb(1, power == Power.RECIPROCAL ? -e : -e / 2);
            int raw = (int) Math.min(65_535, Math.floor(expected * 256 + 0.5));
            assertThat(one(table, (int) Math.scalb(1, e + 15))).as("%s of 2^%d", power, e).isEqualTo(raw);
        }
        assertThat(one(table, 0)).isEqualTo(65_535);
        assertThat(one(table, -5)).isEqualTo(65_535);
        assertThat(table.input()).isEqualTo(input);
        assertThat(table.output().shortName()).isEqualTo("ufixed<16,8>");
        assertThat(table.bits()).isEqualTo(33 * 18);
    }
}
