package columna.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CastTest {

    /** Every format of this width and these integer bits with this rounding: signed and not, every overflow, every n. */
    static List<Format> formats(int width, int integerBits, Quantization quantization) {
        List<Format> formats = new ArrayList<>();
        for (boolean signed : new boolean[] {true, false}) {
            for (Overflow overflow : Overflow.values()) {
                if (signed || overflow != Overflow.WRAP_SM) {
                    for (int n = 0; n <= (overflow.usesSaturatedBits() ? Math.min(64, width + 1) : 0); n++) {
                        formats.add(new Format(width, integerBits, signed, quantization, overflow, n));
                    }
                }
            }
        }
        return formats;
    }

    /** Widths 1 to 6, shifts -2 to 7, every value of 8 bits, every mode; STOCHASTIC with every word of 1 and 4 bits. */
    @ParameterizedTest
    @EnumSource(Quantization.class)
    void everySmallCastEqualsTheTables(Quantization quantization) {
        int casts = 0;
        for (int width = 1; width <= 6; width++) {
            for (Format target : formats(width, 3, quantization)) {
                for (int shift = -2; shift <= 7; shift++) {
                    casts += everyValue(target, shift);
                }
            }
        }
        assertThat(casts).isGreaterThan(200_000);
    }

    private static int everyValue(Format target, int shift) {
        int casts = 0;
        int words = target.quantization() == Quantization.STOCHASTIC ? 4 : 0;
        for (int randomBits = Math.min(1, words); randomBits <= words; randomBits += 3) {
            Cast cast = Cast.to(target, randomBits);
            for (int random = 0; random < 1 << randomBits; random++) {
                for (int value = -128; value < 128; value++) {
                    check(cast, BigInteger.valueOf(value), shift, random);
                    casts++;
                }
            }
        }
        return casts;
    }

    /** Value and flags, fast and wide, against the tables. */
    private static void check(Cast cast, BigInteger exact, int shift, long random) {
        Format target = cast.target();
        int fraction = target.fractionBits() + shift;
        BigInteger word = new BigInteger(Long.toUnsignedString(random));
        long expected = CastOracle.cast(target, exact, shift, word, cast.randomBits());
        int flags = CastOracle.flags(target, exact, shift, word, cast.randomBits());
        boolean equal = cast.apply(exact, fraction, random) == expected
                && cast.applyWide(exact, fraction, random) == expected
                && cast.flags(exact, fraction, random) == flags
                && cast.flagsWide(exact, fraction, random) == flags;
        if (!equal) {
            fail("%s of %s * 2^-%d, %d random bits %s: expected %d, flags %d; fast %d %d, wide %d %d", target, exact, fraction,
                    cast.randomBits(), word, expected, flags, cast.apply(exact, fraction, random),
                    cast.flags(exact, fraction, random), cast.applyWide(exact, fraction, random),
                    cast.flagsWide(exact, fraction, random));
        }
    }

    @ParameterizedTest
    @EnumSource(Quantization.class)
    void randomCastsOfAnyWidthEqualTheTables(Quantization quantization) {
        long seed = 20261123 + quantization.ordinal();
        SplittableRandom random = new SplittableRandom(seed);
        int[] widths = {1, 2, 3, 8, 16, 31, 32, 33, 62, 63, 64};
        for (int k = 0; k < 60_000; k++) {
            int width = widths[random.nextInt(widths.length)];
            List<Format> formats = formats(width, random.nextInt(-70, 71), quantization);
            Format target = formats.get(random.nextInt(formats.size()));
            int randomBits = quantization == Quantization.STOCHASTIC ? random.nextInt(1, 65) : 0;
            long word = randomBits == 0 ? 0 : random.nextLong() >>> 64 - randomBits;
            BigInteger exact = edge(random, random.nextInt(1, 140));
            check(Cast.to(target, randomBits), exact, random.nextInt(-70, 140), word);
        }
    }

    /** Random bits, or a power of two, give or take a little. */
    private static BigInteger edge(SplittableRandom random, int bits) {
        BigInteger value = switch (random.nextInt(3)) {
            case 0 -> new BigInteger(bits, new java.util.Random(random.nextLong()));
            case 1 -> BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(random.nextInt(-2, 3)));
            default -> BigInteger.valueOf(random.nextLong());
        };
        return random.nextBoolean() ? value.negate() : value;
    }

    /** The mean over all random words is exact when r >= d, whatever the value: no statistics. */
    @ParameterizedTest
    @EnumSource(StochasticVariant.class)
    void stochasticRoundingIsUnbiasedOverAllWords(StochasticVariant variant) {
        Format target = Format.fixed(20, 10).withQuantization(Quantization.STOCHASTIC);
        for (int discarded = 0; discarded <= 6; discarded++) {
            Cast cast = new Cast(target, 6, variant);
            for (long raw = -200; raw <= 200; raw++) {
                long sum = 0;
                for (int word = 0; word < 64; word++) {
                    sum += cast.apply(raw, target.fractionBits() + discarded, word);
                }
                assertThat(sum << discarded).as("sum for %d, %d discarded bits", raw, discarded).isEqualTo(raw << 6);
            }
        }
    }

    /**
     * Comparator and generator together over the whole period: each word but zero comes {@code 2^(width - r)} times and zero
     * once less, so of {@code 2^width - 1} uses exactly {@code t * 2^(width - r)} round up, t the discarded bits.
     */
    @ParameterizedTest
    @CsvSource({"LFSR8,7", "LFSR8,8", "LFSR16,1", "LFSR16,2", "LFSR16,4", "LFSR16,7", "LFSR16,8", "LFSR16,11", "LFSR16,16"})
    void comparatorAndGeneratorAreUnbiasedOverThePeriod(String name, int bits) {
        Lfsr lfsr = Lfsr.named(name, 0x35);
        int[] words = new int[(int) lfsr.period()];
        RandomWords.of(lfsr, bits).fill(0, 1, words, words.length);
        Format target = Format.fixed(24, 12).withQuantization(Quantization.STOCHASTIC);
        Cast cast = Cast.to(target, bits);
        int step = Math.max(1, (1 << bits) / 16 - 1);
        for (int t = 0; t < 1 << bits; t += step) {
            for (int floor = -3; floor <= 3; floor += 3) {
                long ups = 0;
                for (int word : words) {
                    ups += cast.apply(((long) floor << bits) + t, target.fractionBits() + bits, word) - floor;
                }
                assertThat(ups).as("%s, %d bits, t = %d, floor = %d", name, bits, t, floor)
                        .isEqualTo((long) t << lfsr.width() - bits);
            }
        }
    }

    @Test
    void commutingModesAreTheOnesThatCommute() {
        for (Quantization mode : Quantization.values()) {
            boolean commutes = true;
            Cast cast = Cast.to(Format.fixed(40, 20).withQuantization(mode), 3);
            for (long k = -3; k <= 3; k++) {
                for (long x = -32; x <= 32; x++) {
                    for (int word = 0; word < 8; word++) {
                        commutes &= cast.apply((k << 3) + x, 23, word) == k + cast.apply(x, 23, word);
                    }
                }
            }
            assertThat(mode.commutesWithAddition()).as("%s", mode).isEqualTo(commutes);
        }
    }

    @Test
    void refusesStochasticWithoutRandomBits() {
        Format target = Format.fixed(8, 4).withQuantization(Quantization.STOCHASTIC);
        assertThatThrownBy(() -> Cast.to(target)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A cast into fixed<8,4,STOCHASTIC,WRAP> has 0 random bits; allowed: 1 to 64.");
        assertThatThrownBy(() -> target.fromDouble(0.1)).hasMessageContaining("0 random bits");
        // All 64 bits of the word decide: 0.1 of a last place rounds up for the top tenth of the words.
        assertThat(target.fromDouble(0.1 / 16, 0xE600000000000000L)).isZero();
        assertThat(target.fromDouble(0.1 / 16, 0xE700000000000000L)).isEqualTo(1);
    }
}
