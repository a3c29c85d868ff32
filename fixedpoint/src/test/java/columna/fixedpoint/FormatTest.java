package columna.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    @Test
    void readsTheNotation() {
        assertThat(Format.parse("fixed<16,4>")).isEqualTo(new Format(16, 4, true, Quantization.TRN, Overflow.WRAP, 0));
        assertThat(Format.parse("ufixed<8,0,RND,SAT>"))
                .isEqualTo(new Format(8, 0, false, Quantization.RND, Overflow.SAT, 0));
        assertThat(Format.parse(" fixed< 16 , -4 ,RND_CONV, SAT_SYM > "))
                .isEqualTo(new Format(16, -4, true, Quantization.RND_CONV, Overflow.SAT_SYM, 0));
        assertThat(Format.parse("fixed<16,4,TRN,WRAP,3>"))
                .isEqualTo(new Format(16, 4, true, Quantization.TRN, Overflow.WRAP, 3));
        assertThat(Format.parse("fixed<16,4>", Quantization.STOCHASTIC, Overflow.SAT))
                .isEqualTo(new Format(16, 4, true, Quantization.STOCHASTIC, Overflow.SAT, 0));
        assertThat(Format.parse("fixed<16,4,RND>", Quantization.STOCHASTIC, Overflow.SAT))
                .isEqualTo(new Format(16, 4, true, Quantization.RND, Overflow.SAT, 0));
    }

    @Test
    void theCanonicalTextParsesBackWhateverTheDefaults() {
        int formats = 0;
        for (Quantization quantization : Quantization.values()) {
            for (int width = 1; width <= 64; width += 7) {
                for (Format format : CastTest.formats(width, width - 9, quantization)) {
                    assertThat(Format.parse(format.toString(), Quantization.RND_INF, Overflow.SAT_ZERO)).isEqualTo(format);
                    formats++;
                }
            }
        }
        assertThat(formats).isGreaterThan(1000);
        assertThat(Format.parse("ufixed<8,0,RND,SAT>")).hasToString("ufixed<8,0,RND,SAT>");
        assertThat(Format.parse("fixed<8,0,TRN,WRAP,2>")).hasToString("fixed<8,0,TRN,WRAP,2>");
        assertThat(Format.parse("fixed<8,0,TRN,WRAP,2>").shortName()).isEqualTo("fixed<8,0>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "fixd<16,4>|'fixd<16,4>' is not a format; allowed: fixed<W,I> or ufixed<W,I>",
        "fixed<16>|has 1 parameter; allowed: fixed<W,I>",
        "fixed<16,4,RND,SAT,0,1>|has 6 parameters; allowed: fixed<W,I>",
        "fixed<65,4>|has '65' as its width; allowed: a whole number from 1 to 64.",
        "fixed<0,4>|has '0' as its width; allowed: a whole number from 1 to 64.",
        "fixed<16,257>|has '257' as its number of integer bits; allowed: a whole number from -256 to 256.",
        "fixed<16,4.5>|has '4.5' as its number of integer bits; allowed: a whole number from -256 to 256.",
        "fixed<16,4,RDN>|has 'RDN' as its quantisation; allowed: TRN, TRN_ZERO, RND, RND_ZERO, RND_INF, RND_MIN_INF,"
            + " RND_CONV, RND_CONV_ODD, STOCHASTIC; did you mean",
        "fixed<16,4,sc_rnd_conv>|did you mean RND_CONV?",
        "fixed<16,4,RND,SATURATE>|has 'SATURATE' as its overflow; allowed: WRAP, SAT, SAT_ZERO, SAT_SYM, WRAP_SM.",
        "fixed<16,4,RND,SAT_SIM>|did you mean SAT_SYM?",
        "fixed<16,4,RND,WRAP,65>|has '65' as its number of saturated bits; allowed: a whole number from 0 to 64.",
        "fixed<16,4,RND,SAT,3>|has 3 saturated bits with overflow SAT; allowed: saturated bits with WRAP or WRAP_SM only.",
        "ufixed<16,4,RND,WRAP_SM>|is unsigned with overflow WRAP_SM; allowed: WRAP, SAT, SAT_ZERO or SAT_SYM.",
        "fixed<99999999999,4>|has '99999999999' as its width"})
    void errorsSayWhatWasFoundAndWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> Format.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The number format '" + text + "' ").hasMessageContaining(message);
    }

    @Test
    void theConstructorRefusesWhatTheParserRefuses() {
        assertThatThrownBy(() -> Format.fixed(0, 0)).hasMessage("The number format has width 0; allowed: 1 to 64.");
        assertThatThrownBy(() -> Format.fixed(65, 0)).hasMessageContaining("width 65");
        assertThatThrownBy(() -> Format.fixed(8, -257)).hasMessageContaining("allowed: -256 to 256");
        assertThatThrownBy(() -> new Format(8, 4, true, Quantization.TRN, Overflow.SAT, 1)).hasMessageContaining("WRAP or WRAP_SM");
        assertThatThrownBy(() -> new Format(8, 4, true, Quantization.TRN, Overflow.WRAP, 65)).hasMessageContaining("0 to 64");
        assertThatThrownBy(() -> Format.ufixed(8, 4).withOverflow(Overflow.WRAP_SM)).hasMessageContaining("unsigned");
    }

    @Test
    void rangesAreTheClosedForms() {
        for (int width = 1; width <= 64; width++) {
            BigInteger half = BigInteger.ONE.shiftLeft(width - 1);
            Format signed = Format.fixed(width, 3);
            Format unsigned = Format.ufixed(width, 3);
            assertThat(BigInteger.valueOf(signed.minimumRaw())).isEqualTo(half.negate());
            assertThat(BigInteger.valueOf(signed.maximumRaw())).isEqualTo(half.subtract(BigInteger.ONE));
            assertThat(unsigned.minimumRaw()).isZero();
            assertThat(new BigInteger(Long.toUnsignedString(unsigned.maximumRaw()))).isEqualTo(half.shiftLeft(1).subtract(BigInteger.ONE));
            assertThat(signed.withOverflow(Overflow.SAT_SYM).lowestAllowedRaw()).isEqualTo(-signed.maximumRaw());
            assertThat(signed.minimum()).isEqualTo(-4.0);
            assertThat(signed.maximum()).isEqualTo(nearest(BigInteger.valueOf(signed.maximumRaw()), signed.fractionBits()));
            assertThat(signed.contains(signed.minimumRaw())).isTrue();
            assertThat(width == 64 || !signed.contains(signed.maximumRaw() + 1)).isTrue();
            assertThat(width == 64 || !unsigned.contains(-1)).isTrue();
        }
        assertThat(Format.fixed(16, 4).resolution()).isEqualTo(1.0 / 4096);
        assertThat(Format.fixed(16, 20).resolution()).isEqualTo(16.0);
    }

    /** The nearest double by BigDecimal, which {@link BigDecimal#doubleValue} rounds correctly since JDK 21. */
    private static double nearest(BigInteger integer, int fractionBits) {
        BigDecimal exact = fractionBits >= 0
                ? new BigDecimal(integer).divide(new BigDecimal(BigInteger.ONE.shiftLeft(fractionBits)),
                        new MathContext(400, RoundingMode.UNNECESSARY))
                : new BigDecimal(integer.shiftLeft(-fractionBits));
        return exact.doubleValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {53, 54, 55, 60, 63, 64})
    void toDoubleIsTheNearestDouble(int width) {
        long seed = 7 + width;
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < 5000; k++) {
            Format format = k % 2 == 0 ? Format.fixed(width, random.nextInt(-100, 100)) : Format.ufixed(width, random.nextInt(-100, 100));
            // Runs of equal bits make ties between doubles.
            long bits = k % 3 == 0 ? random.nextLong() : (random.nextLong() | 1L << 52) << random.nextInt(12) | random.nextInt(2);
            long raw = format.extend(bits);
            Exact exact = Exact.of(raw, format);
            assertThat(format.toDouble(raw)).as("raw %d of %s, seed %d", raw, format, seed)
                    .isEqualTo(nearest(exact.integer(), exact.fractionBits()));
        }
    }

    @Test
    void toDoubleAndBackIsTheIdentityUpTo53Bits() {
        SplittableRandom random = new SplittableRandom(99);
        for (int k = 0; k < 20_000; k++) {
            int width = random.nextInt(1, 54);
            int integerBits = random.nextInt(-256, 257);
            Format format = k % 2 == 0 ? Format.fixed(width, integerBits) : Format.ufixed(width, integerBits);
            long raw = format.extend(random.nextLong());
            assertThat(format.fromDouble(format.toDouble(raw))).as("%s, seed 99", format).isEqualTo(raw);
        }
    }

    @Test
    void exactDoublesHaveTheBitsOfBigDecimal() {
        for (double value : new double[] {0, -0.0, 1, -1.5, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE,
            Double.MIN_NORMAL, Math.nextDown(Double.MIN_NORMAL), 0.1, -1e-300, 1e300, 3 * Double.MIN_VALUE}) {
            Exact exact = Exact.of(value);
            BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(exact.fractionBits())));
            BigDecimal integer = new BigDecimal(exact.integer());
            BigDecimal found = exact.fractionBits() >= 0 ? integer.divide(power, new MathContext(2000, RoundingMode.UNNECESSARY))
                    : integer.multiply(power);
            assertThat(found).isEqualByComparingTo(new BigDecimal(value));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        assertThatThrownBy(() -> Format.fixed(8, 4).fromDouble(value, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The value " + value + " cannot become a fixed-point number; allowed: finite numbers.");
    }

    @Test
    void withersChangeOneThing() {
        Format format = Format.parse("fixed<16,4,RND,WRAP,3>");
        assertThat(format.withQuantization(Quantization.STOCHASTIC)).isEqualTo(Format.parse("fixed<16,4,STOCHASTIC,WRAP,3>"));
        assertThat(format.withOverflow(Overflow.WRAP_SM)).isEqualTo(Format.parse("fixed<16,4,RND,WRAP_SM,3>"));
        assertThat(format.withOverflow(Overflow.SAT)).isEqualTo(Format.parse("fixed<16,4,RND,SAT>"));
    }
}
