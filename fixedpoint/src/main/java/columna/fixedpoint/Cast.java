package columna.fixedpoint;

import java.math.BigInteger;

/**
 * The only place where a bit is lost: an exact value is quantised to the target's last place, then the quantised value is
 * brought into the target's range. Values of any width are accepted as {@link BigInteger}; the {@code long} path gives
 * equal bits and takes over whenever nothing can leave its 64 bits.
 *
 * <p>A random word {@code R} is the unsigned number in the low {@code randomBits} bits of the argument {@code random}; it
 * is read by STOCHASTIC only: result = {@code floor(x) + ((t + R) >> randomBits)}, {@code t} the discarded bits brought
 * to {@code randomBits} bits.
 *
 * @param target format and modes of the result
 * @param randomBits bits of a random word, 1 to 64 for STOCHASTIC; not read by other modes
 * @param variant how discarded bits are shortened to random bits
 */
public record Cast(Format target, int randomBits, StochasticVariant variant) {

    /** Flag: at least one discarded bit was 1. */
    public static final int QUANTIZED = 1;
    /** Flag: the quantised value was out of range (for signed SAT_SYM the minimum is out of range). */
    public static final int OVERFLOWED = 2;

    /** Beyond this many bits a shift or a random word no longer fits {@code long} arithmetic. */
    private static final int LONG_BITS = 62;

    public Cast {
        if (target.quantization() == Quantization.STOCHASTIC && (randomBits < 1 || randomBits > 64)) {
            throw new IllegalArgumentException("A cast into " + target + " has " + randomBits
                    + " random bits; allowed: 1 to 64.");
        }
    }

    /** A cast without random words; a STOCHASTIC target is refused. */
    public static Cast to(Format target) {
        return to(target, 0);
    }

    /** A cast in the hardware's form of stochastic rounding (variant A). */
    public static Cast to(Format target, int randomBits) {
        return new Cast(target, randomBits, StochasticVariant.A);
    }

    /** The raw word of an exact value. */
    public long apply(Exact value, long random) {
        return apply(value.integer(), value.fractionBits(), random);
    }

    /** The flags that {@link #apply(Exact, long)} raises: a sum of {@link #QUANTIZED} and {@link #OVERFLOWED}. */
    public int flags(Exact value, long random) {
        return flags(value.integer(), value.fractionBits(), random);
    }

    /** The raw word of {@code integer * 2^-fractionBits}. */
    public long apply(BigInteger integer, int fractionBits, long random) {
        if (integer.bitLength() < 64) {
            return apply(integer.longValue(), fractionBits, random);
        }
        return applyWide(integer, fractionBits, random);
    }

    /** The flags of {@link #apply(BigInteger, int, long)}. */
    public int flags(BigInteger integer, int fractionBits, long random) {
        return integer.bitLength() < 64
                ? flags(integer.longValue(), fractionBits, random) : flagsWide(integer, fractionBits, random);
    }

    /** The path for any width; it defines the bits. */
    long applyWide(BigInteger integer, int fractionBits, long random) {
        return wideFit(wideQuantize(integer, shift(fractionBits), random));
    }

    /** The flags of {@link #applyWide}. */
    int flagsWide(BigInteger integer, int fractionBits, long random) {
        int shift = shift(fractionBits);
        boolean quantized = shift > 0 && integer.signum() != 0 && integer.getLowestSetBit() < shift;
        boolean overflowed = !wideInRange(wideQuantize(integer, shift, random));
        return (quantized ? QUANTIZED : 0) + (overflowed ? OVERFLOWED : 0);
    }

    /** The raw word of a raw word of another format. */
    public long apply(long raw, Format source, long random) {
        return source.signed() || raw >= 0
                ? apply(raw, source.fractionBits(), random) : apply(Exact.of(raw, source), random);
    }

    /** The raw word of {@code integer * 2^-fractionBits}, the integer being signed. */
    public long apply(long integer, int fractionBits, long random) {
        int shift = shift(fractionBits);
        if (!fitsLong(integer, shift)) {
            return applyWide(BigInteger.valueOf(integer), fractionBits, random);
        }
        return fit(quantize(integer, shift, random));
    }

    /** The flags of {@link #apply(long, int, long)}. */
    public int flags(long integer, int fractionBits, long random) {
        int shift = shift(fractionBits);
        if (!fitsLong(integer, shift)) {
            return flagsWide(BigInteger.valueOf(integer), fractionBits, random);
        }
        boolean quantized = shift > 0 && (integer & (1L << shift) - 1) != 0;
        return (quantized ? QUANTIZED : 0) + (inRange(quantize(integer, shift, random)) ? 0 : OVERFLOWED);
    }

    private int shift(int fractionBits) {
        return fractionBits - target.fractionBits();
    }

    private boolean fitsLong(long integer, int shift) {
        if (shift <= 0) {
            return shift > -64 && integer << -shift >> -shift == integer;
        }
        boolean randomFits = target.quantization() != Quantization.STOCHASTIC
                || variant == StochasticVariant.A && randomBits <= LONG_BITS;
        return shift <= LONG_BITS && randomFits;
    }

    private long quantize(long integer, int shift, long random) {
        if (shift <= 0) {
            return integer << -shift;
        }
        long floor = integer >> shift;
        long discarded = integer & (1L << shift) - 1;
        if (discarded == 0) {
            return floor;
        }
        if (target.quantization() == Quantization.STOCHASTIC) {
            long t = randomBits >= shift ? discarded << randomBits - shift : discarded >> shift - randomBits;
            return floor + (t + (random & (1L << randomBits) - 1) >> randomBits);
        }
        int comparedToHalf = Long.compare(discarded, 1L << shift - 1);
        return target.quantization().roundsUp(integer < 0, comparedToHalf, (floor & 1) != 0) ? floor + 1 : floor;
    }

    private long fit(long quantized) {
        if (inRange(quantized)) {
            return quantized;
        }
        boolean bitAbove = (quantized >> Math.min(target.width(), 63) & 1) != 0;
        return target.overflow().replace(target, quantized < 0, quantized, bitAbove);
    }

    private boolean inRange(long quantized) {
        boolean belowHigh = !target.signed() && target.width() == 64 || quantized <= target.maximumRaw();
        return belowHigh && quantized >= target.lowestAllowedRaw();
    }

    private BigInteger wideQuantize(BigInteger integer, int shift, long random) {
        if (shift <= 0) {
            return integer.shiftLeft(-shift);
        }
        BigInteger floor = integer.shiftRight(shift);
        BigInteger discarded = integer.subtract(floor.shiftLeft(shift));
        if (discarded.signum() == 0) {
            return floor;
        }
        return wideRoundsUp(integer.signum() < 0, floor, discarded, shift, random) ? floor.add(BigInteger.ONE) : floor;
    }

    private boolean wideRoundsUp(boolean negative, BigInteger floor, BigInteger discarded, int shift, long random) {
        if (target.quantization() == Quantization.STOCHASTIC) {
            BigInteger word = BigInteger.valueOf(random).and(BigInteger.ONE.shiftLeft(randomBits).subtract(BigInteger.ONE));
            return shortened(discarded, shift).add(word).testBit(randomBits);
        }
        int comparedToHalf = discarded.compareTo(BigInteger.ONE.shiftLeft(shift - 1));
        return target.quantization().roundsUp(negative, comparedToHalf, floor.testBit(0));
    }

    /** The discarded bits as a number of {@code randomBits} bits; variants B and C may round up to {@code 2^randomBits}. */
    private BigInteger shortened(BigInteger discarded, int shift) {
        int dropped = shift - randomBits;
        if (dropped <= 0) {
            return discarded.shiftLeft(-dropped);
        }
        BigInteger half = BigInteger.ONE.shiftLeft(dropped - 1);
        return switch (variant) {
            case A -> discarded.shiftRight(dropped);
            case B -> discarded.add(half).shiftRight(dropped);
            case C -> {
                BigInteger odd = discarded.testBit(dropped) ? BigInteger.ONE : BigInteger.ZERO;
                yield discarded.add(half).subtract(BigInteger.ONE).add(odd).shiftRight(dropped);
            }
        };
    }

    private long wideFit(BigInteger quantized) {
        if (wideInRange(quantized)) {
            return quantized.longValue();
        }
        return target.overflow().replace(target, quantized.signum() < 0, quantized.longValue(),
                quantized.testBit(target.width()));
    }

    private boolean wideInRange(BigInteger quantized) {
        BigInteger low = BigInteger.valueOf(target.lowestAllowedRaw());
        BigInteger high = Exact.of(target.maximumRaw(), target).integer();
        return quantized.compareTo(low) >= 0 && quantized.compareTo(high) <= 0;
    }
}
