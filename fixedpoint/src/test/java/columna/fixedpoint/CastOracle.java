package columna.fixedpoint;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The cast written a second time, straight from the tables of the oracle's README: neighbours and distances for
 * quantisation, single bits for overflow, nothing but {@link BigInteger}.
 */
public final class CastOracle {

    private static final BigInteger ONE = BigInteger.ONE;

    private CastOracle() {
    }

    /** The raw word of {@code exact * 2^-shift} in units of the target's last place; STOCHASTIC is variant A. */
    public static long cast(Format target, BigInteger exact, int shift, BigInteger random, int randomBits) {
        return overflow(target, quantize(target.quantization(), exact, shift, random, randomBits)).longValue();
    }

    static int flags(Format target, BigInteger exact, int shift, BigInteger random, int randomBits) {
        BigInteger quantized = quantize(target.quantization(), exact, shift, random, randomBits);
        boolean inexact = shift > 0 && exact.mod(power(shift)).signum() != 0;
        return (inexact ? Cast.QUANTIZED : 0) + (inRange(target, quantized) ? 0 : Cast.OVERFLOWED);
    }

    static BigInteger quantize(Quantization mode, BigInteger exact, int shift, BigInteger random, int randomBits) {
        if (shift <= 0) {
            return exact.multiply(power(-shift));
        }
        if (mode == Quantization.STOCHASTIC) {
            BigInteger kept = randomBits >= shift
                    ? exact.multiply(power(randomBits - shift)) : floor(exact, shift - randomBits);
            return floor(kept.add(random), randomBits);
        }
        BigInteger below = floor(exact, shift);
        if (below.multiply(power(shift)).equals(exact)) {
            return below;
        }
        return neighbour(mode, exact, shift, below, below.add(ONE));
    }

    private static BigInteger neighbour(Quantization mode, BigInteger exact, int shift, BigInteger below, BigInteger above) {
        int nearer = exact.subtract(below.multiply(power(shift))).compareTo(above.multiply(power(shift)).subtract(exact));
        Comparator<BigInteger> magnitude = Comparator.comparing(BigInteger::abs);
        return switch (mode) {
            case TRN -> below;
            case TRN_ZERO -> Stream.of(below, above).min(magnitude).orElseThrow();
            case RND -> nearer == 0 ? above : nearest(nearer, below, above);
            case RND_MIN_INF -> nearer == 0 ? below : nearest(nearer, below, above);
            case RND_ZERO -> nearer == 0 ? Stream.of(below, above).min(magnitude).orElseThrow() : nearest(nearer, below, above);
            case RND_INF -> nearer == 0 ? Stream.of(below, above).max(magnitude).orElseThrow() : nearest(nearer, below, above);
            case RND_CONV -> nearer == 0 ? (below.testBit(0) ? above : below) : nearest(nearer, below, above);
            case RND_CONV_ODD -> nearer == 0 ? (below.testBit(0) ? below : above) : nearest(nearer, below, above);
            case STOCHASTIC -> throw new AssertionError();
        };
    }

    private static BigInteger nearest(int compared, BigInteger below, BigInteger above) {
        return compared < 0 ? below : above;
    }

    private static boolean inRange(Format target, BigInteger q) {
        int width = target.width();
        BigInteger high = target.signed() ? power(width - 1).subtract(ONE) : power(width).subtract(ONE);
        BigInteger low = !target.signed() ? BigInteger.ZERO
                : target.overflow() == Overflow.SAT_SYM ? high.negate() : power(width - 1).negate();
        return q.compareTo(low) >= 0 && q.compareTo(high) <= 0;
    }

    static BigInteger overflow(Format target, BigInteger q) {
        if (inRange(target, q)) {
            return q;
        }
        int width = target.width();
        int n = target.saturatedBits();
        boolean negative = q.signum() < 0;
        BigInteger high = target.signed() ? power(width - 1).subtract(ONE) : power(width).subtract(ONE);
        BigInteger low = target.signed() ? high.negate().subtract(ONE) : BigInteger.ZERO;
        return switch (target.overflow()) {
            case SAT -> negative ? low : high;
            case SAT_SYM -> negative ? (target.signed() ? high.negate() : low) : high;
            case SAT_ZERO -> BigInteger.ZERO;
            case WRAP, WRAP_SM -> n >= width ? (negative ? low : high) : wrapped(target, q, n, negative);
        };
    }

    private static BigInteger wrapped(Format target, BigInteger q, int n, boolean negative) {
        int width = target.width();
        boolean[] bits = new boolean[width];
        for (int k = 0; k < width; k++) {
            bits[k] = q.testBit(k);
        }
        boolean invert = false;
        if (target.overflow() == Overflow.WRAP_SM) {
            invert = switch (n) {
                case 0 -> q.testBit(width) != bits[width - 1];
                case 1 -> negative != bits[width - 1];
                default -> bits[width - n] == negative;
            };
        }
        for (int k = 0; k < width; k++) {
            bits[k] ^= invert;
        }
        boolean saturates = target.overflow() == Overflow.WRAP ? n >= 1 : n >= 2;
        for (int k = width - n; k < width && saturates; k++) {
            bits[k] = target.signed() && k == width - 1 ? negative : !negative;
        }
        return value(bits, target.signed());
    }

    private static BigInteger value(boolean[] bits, boolean signed) {
        BigInteger value = BigInteger.ZERO;
        for (int k = 0; k < bits.length; k++) {
            BigInteger weight = signed && k == bits.length - 1 ? power(k).negate() : power(k);
            value = bits[k] ? value.add(weight) : value;
        }
        return value;
    }

    private static BigInteger floor(BigInteger value, int bits) {
        BigInteger[] parts = value.divideAndRemainder(power(bits));
        return parts[1].signum() < 0 ? parts[0].subtract(ONE) : parts[0];
    }

    static BigInteger power(int exponent) {
        return ONE.shiftLeft(exponent);
    }
}
