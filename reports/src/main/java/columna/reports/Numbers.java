package columna.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Numbers as a reader sees them: a point before the decimals, narrow no-break spaces between groups of three (ISO 80000-1), a true
 * minus sign, powers of ten in superscript. The same text on every machine, whatever its locale.
 */
public final class Numbers {
    /** What stands for a number that is not known. */
    public static final String MISSING = "\u2013";
    /** The smallest whole number that is written in groups. */
    public static final long GROUPED_FROM = 10_000;
    private static final char GROUP = '\u202f';
    private static final String MINUS = "\u2212";
    private static final Pattern FOUR_DIGITS = Pattern.compile("^(\u2212?\\d)(\\d{3})(?=\\.|$)");
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private Numbers() {
    }

    /** A whole number in groups of three: 12 345 678. */
    public static String whole(long value) {
        String digits = Long.toString(value);
        return value < 0 ? MINUS + grouped(digits.substring(1)) : grouped(digits);
    }

    /** A fixed number of decimals, rounded half to even from the exact binary value. */
    public static String decimals(double value, int decimals) {
        return Double.isFinite(value) ? plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN)) : notFinite(value);
    }

    /** Significant digits: plain from 1e-4 to below 1e6, otherwise with a power of ten. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = rounded(value, digits);
        int exponent = exponent(rounded);
        return exponent >= -4 && exponent < 6 ? plain(atLeastUnits(rounded)) : scientific(rounded, exponent);
    }

    /** The fewest significant digits that give the number back; plain from 1e-4 to below 1e6, otherwise with a power of ten. */
    public static String shortest(double value) {
        return Double.isFinite(value) ? significant(value, Math.max(1, new BigDecimal(Double.toString(value)).stripTrailingZeros().precision())) : notFinite(value);
    }

    /** Significant digits in the unit that suits the number, an SI prefix chosen: 12.3 nJ. */
    public static String engineering(double value, String unit, int digits) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        Scaled scaled = Scaled.of(unit, Double.parseDouble(rounded(value, digits).toString()));
        String number = significant(value / scaled.factor(), digits);
        return scaled.unit().isEmpty() ? number : number + "\u00a0" + scaled.unit();
    }

    /** A fraction of one as per cent: 0.123 is 12.3 %. */
    public static String percent(double fraction, int decimals) {
        return Double.isFinite(fraction) ? decimals(fraction * 100, decimals) + "\u00a0%" : notFinite(fraction);
    }

    /** A base with a superscript exponent, such as 2 to the minus 8. */
    public static String power(int base, int exponent) {
        return base + superscript(exponent);
    }

    private static String superscript(int exponent) {
        StringBuilder out = new StringBuilder();
        for (char c : Integer.toString(exponent).toCharArray()) {
            out.append(c == '-' ? '\u207b' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return out.toString();
    }

    private static String scientific(BigDecimal rounded, int exponent) {
        return plain(rounded.movePointLeft(exponent)) + "\u00d710" + superscript(exponent);
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).setScale(scaleFor(value, digits), RoundingMode.HALF_EVEN);
    }

    /** Decimals that show exactly the wanted number of significant digits, also when the binary value has fewer (2.5 as 2.50). */
    private static int scaleFor(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? 0 : digits - 1 - exponent(rounded);
    }

    private static BigDecimal atLeastUnits(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String plain(BigDecimal value) {
        String digits = value.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point);
        return (value.signum() < 0 ? MINUS : "") + grouped(whole) + fraction;
    }

    private static String grouped(String digits) {
        if (digits.length() <= 4) {
            return digits;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(GROUP);
            }
            out.append(digits.charAt(i));
        }
        return out.toString();
    }

    /** A number in groups even if it has four digits only: under longer ones in a column the digits then stand below each other. */
    public static String groupedAlways(String shown) {
        return FOUR_DIGITS.matcher(shown).replaceFirst("$1" + GROUP + "$2");
    }

    private static String notFinite(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        return value > 0 ? "\u221e" : MINUS + "\u221e";
    }
}
