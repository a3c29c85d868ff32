package columna.fixedpoint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** A linear map of up to 64 bits over GF(2): {@code column(j)} is the image of bit j. Immutable. */
final class BitMatrix {

    private final long[] columns;

    private BitMatrix(long[] columns) {
        this.columns = columns;
    }

    static BitMatrix of(int width, LongUnaryOperator linearMap) {
        long[] columns = new long[width];
        Arrays.setAll(columns, j -> linearMap.applyAsLong(1L << j));
        return new BitMatrix(columns);
    }

    /** One clock of the register. */
    static BitMatrix step(Lfsr lfsr) {
        return of(lfsr.width(), lfsr::next);
    }

    long column(int j) {
        return columns[j];
    }

    long apply(long bits) {
        long image = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            image ^= columns[Long.numberOfTrailingZeros(rest)];
        }
        return image;
    }

    BitMatrix squared() {
        return times(this);
    }

    /** First {@code other}, then this. */
    BitMatrix times(BitMatrix other) {
        return of(columns.length, bit -> apply(other.apply(bit)));
    }

    /** The exponent is unsigned. */
    BitMatrix power(long exponent) {
        BitMatrix result = of(columns.length, bit -> bit);
        BitMatrix square = this;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                result = square.times(result);
            }
            square = square.squared();
        }
        return result;
    }

    /** The map's order is {@code 2^width - 1}: that power is the identity and no power by a prime factor less is. */
    boolean hasOrderOfAllStates(int width) {
        BigInteger states = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
        return power(states.longValue()).isIdentity()
                && primeFactors(width).stream().noneMatch(p -> power(states.divide(p).longValue()).isIdentity());
    }

    private boolean isIdentity() {
        for (int j = 0; j < columns.length; j++) {
            if (columns[j] != 1L << j) {
                return false;
            }
        }
        return true;
    }

    /** The prime factors of {@code 2^width - 1}; even widths split into {@code (2^h - 1)(2^h + 1)} first. */
    private static List<BigInteger> primeFactors(int width) {
        List<BigInteger> primes = new ArrayList<>();
        int odd = width;
        for (; odd % 2 == 0; odd /= 2) {
            collectPrimes(BigInteger.ONE.shiftLeft(odd / 2).add(BigInteger.ONE), primes);
        }
        collectPrimes(BigInteger.ONE.shiftLeft(odd).subtract(BigInteger.ONE), primes);
        return primes;
    }

    private static void collectPrimes(BigInteger number, List<BigInteger> primes) {
        long rest = number.longValue();
        while (rest > 1) {
            long prime = smallestFactor(rest);
            primes.add(BigInteger.valueOf(prime));
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
    }

    /** Of an odd number; the large factors of these numbers are primes, so the search is short. */
    private static long smallestFactor(long number) {
        if (BigInteger.valueOf(number).isProbablePrime(50)) {
            return number;
        }
        long factor = 3;
        while (number % factor != 0) {
            factor += 2;
        }
        return factor;
    }
}
