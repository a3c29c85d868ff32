package columna.experiments.rtl;

import java.math.BigInteger;
import java.util.SplittableRandom;

/** Random words for vectors. */
final class RandomValues {

    private RandomValues() {}

    /** A number of so many bits, all equally likely. */
    static BigInteger unsigned(SplittableRandom random, int bits) {
        byte[] bytes = new byte[bits / 8 + 1];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes).and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    /** A number in two's complement; often an end of the range, where carries and signs are. */
    static BigInteger signed(SplittableRandom random, int bits) {
        BigInteger lowest = BigInteger.ONE.shiftLeft(bits - 1).negate();
        return switch (random.nextInt(8)) {
            case 0 -> lowest;
            case 1 -> lowest.not();
            default -> unsigned(random, bits).add(lowest);
        };
    }
}
