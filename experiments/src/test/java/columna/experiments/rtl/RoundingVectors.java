package columna.experiments.rtl;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The round-and-saturate unit against {@link Cast}: all modes, small formats exhaustively, wide ones at random and at ties. */
final class RoundingVectors {

    private static final int VALUE_BITS = 72;
    private static final int LONGEST_LEFT_SHIFT = 30;
    private static final int LONGEST_RIGHT_SHIFT = 70;
    private static final int ROUND_BITS = VALUE_BITS + LONGEST_LEFT_SHIFT + 2;
    /** 32 unsigned bits as a signed word. */
    private static final int WORD_BITS = 33;
    private static final int RANDOM_LINES = 26_000;

    private final VectorLines lines = new VectorLines();
    private final SplittableRandom random;
    private final int randomBits;

    private RoundingVectors(long seed, int randomBits) {
        this.random = new SplittableRandom(seed);
        this.randomBits = randomBits;
    }

    static Stream<Bench> benches() {
        return Stream.of(bench(1, 5), bench(2, 16));
    }

    private static Bench bench(long seed, int randomBits) {
        RoundingVectors vectors = new RoundingVectors(seed, randomBits);
        vectors.smallFormats();
        for (int i = 0; i < RANDOM_LINES; i++) {
            vectors.wideFormat();
        }
        return new Bench("rounding", "random words of " + randomBits + " bits, seed " + seed,
                Bench.numbers("VALUE_BITS", VALUE_BITS, "ROUND_BITS", ROUND_BITS, "RANDOM_BITS", randomBits, "WORD_BITS", WORD_BITS),
                vectors.lines);
    }

    /** Every value of six bits into every format of up to three bits. */
    private void smallFormats() {
        for (Quantization quantization : Quantization.values()) {
            for (Overflow overflow : Overflow.values()) {
                for (boolean signed : overflow == Overflow.WRAP_SM ? List.of(true) : List.of(true, false)) {
                    for (int width = 1; width <= 3; width++) {
                        for (int saturated = 0; saturated <= (overflow.usesSaturatedBits() ? width + 1 : 0); saturated++) {
                            allValues(new Format(width, width, signed, quantization, overflow, saturated));
                        }
                    }
                }
            }
        }
    }

    private void allValues(Format format) {
        int shift = random.nextInt(4) - 1;
        for (int value = -32; value < 32; value++) {
            line(BigInteger.valueOf(value), shift, format);
        }
    }

    private void wideFormat() {
        Quantization quantization = Quantization.values()[random.nextInt(Quantization.values().length)];
        Overflow overflow = Overflow.values()[random.nextInt(Overflow.values().length)];
        boolean signed = overflow == Overflow.WRAP_SM || random.nextBoolean();
        int width = 1 + random.nextInt(32);
        int saturated = overflow.usesSaturatedBits() && random.nextBoolean() ? random.nextInt(width + 3) : 0;
        int shift = random.nextInt(-LONGEST_LEFT_SHIFT, LONGEST_RIGHT_SHIFT + 1);
        line(value(width, shift), shift, new Format(width, width, signed, quantization, overflow, saturated));
    }

    /** Any value, one near the ends of the format's range, or one at or beside a tie. */
    private BigInteger value(int width, int shift) {
        BigInteger anything = RandomValues.unsigned(random, 1 + random.nextInt(VALUE_BITS - 1));
        BigInteger value = switch (random.nextInt(4)) {
            case 0 -> anything;
            case 1 -> BigInteger.ONE.shiftLeft(VALUE_BITS - 1).subtract(BigInteger.valueOf(random.nextInt(4)));
            default -> {
                BigInteger inRange = RandomValues.unsigned(random, width + 1);
                BigInteger end = BigInteger.ONE.shiftLeft(width - random.nextInt(2)).add(BigInteger.valueOf(random.nextInt(3) - 1));
                BigInteger halves = (random.nextBoolean() ? end : inRange).shiftLeft(1).add(BigInteger.valueOf(random.nextInt(2)));
                BigInteger scaled = shift > 0 ? halves.shiftLeft(shift - 1) : halves.shiftRight(1 - shift);
                yield scaled.add(BigInteger.valueOf(random.nextInt(3) - 1));
            }
        };
        BigInteger signed = random.nextBoolean() ? value : value.negate();
        return signed.bitLength() < VALUE_BITS ? signed : signed.shiftRight(signed.bitLength() - VALUE_BITS + 1);
    }

    private void line(BigInteger value, int shift, Format format) {
        long word = random.nextLong(1L << randomBits);
        boolean highest = random.nextInt(50) == 0;
        long rounded = highest ? format.maximumRaw() : Cast.to(format, randomBits).apply(value, format.fractionBits() + shift, word);
        lines.word(value, VALUE_BITS).word(shift, 10).word(word, randomBits).flag(highest).word(format(format), 24).word(rounded, WORD_BITS).end();
    }

    /** As the hardware has it, from the lowest bit: width 8, signed 1, quantization 4, overflow 3, saturated bits 8. */
    static long format(Format format) {
        return format.width() | (format.signed() ? 1L : 0L) << 8 | (long) format.quantization().ordinal() << 9
                | (long) format.overflow().ordinal() << 13 | (long) format.saturatedBits() << 16;
    }
}
