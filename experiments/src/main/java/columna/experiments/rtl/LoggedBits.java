package columna.experiments.rtl;

import java.math.BigInteger;

/**
 * Bits as a simulator prints them in hexadecimal: a digit with an unknown bit is printed as {@code x} or {@code X}.
 *
 * @param known the bits, unknown ones 0
 * @param unknown the bits of digits that are unknown
 */
record LoggedBits(BigInteger known, BigInteger unknown) {

    private static final int HEX = 16;

    static LoggedBits parse(String digits) {
        boolean allKnown = digits.chars().allMatch(digit -> Character.digit(digit, HEX) >= 0);
        if (allKnown) {
            return new LoggedBits(new BigInteger(digits, HEX), BigInteger.ZERO);
        }
        StringBuilder known = new StringBuilder();
        StringBuilder unknown = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            boolean hex = Character.digit(digits.charAt(i), HEX) >= 0;
            known.append(hex ? digits.charAt(i) : '0');
            unknown.append(hex ? '0' : 'f');
        }
        return new LoggedBits(new BigInteger(known.toString(), HEX), new BigInteger(unknown.toString(), HEX));
    }

    /** Whether one of {@code width} bits from {@code first} on is unknown. */
    boolean unknown(int first, int width) {
        return unknown.signum() != 0
                && unknown.shiftRight(first).and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE)).signum() != 0;
    }
}
