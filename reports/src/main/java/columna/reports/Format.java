package columna.reports;

import java.util.Objects;

/**
 * How a value is shown. Digits are decimals for DECIMALS and PERCENT, significant digits for SIGNIFICANT and ENGINEERING, and
 * unused otherwise. Only the display rounds (half to even of the exact binary value); CSV and JSON keep every bit.
 */
public record Format(Kind kind, int digits) {

    /** The ways to write a value. */
    public enum Kind {
        /** Words, left-aligned. */
        TEXT,
        /** Names from a file or a program, in a fixed-width face. */
        CODE,
        /** A whole number with thin spaces between groups of three. */
        WHOLE,
        /** A fixed number of decimals. */
        DECIMALS,
        /** Significant digits; a power of ten below 1e-4 and from 1e6. */
        SIGNIFICANT,
        /** The fewest significant digits that give the number back: numbers quoted from elsewhere. */
        SHORTEST,
        /** Significant digits with an SI prefix, in the unit that suits the number: 12.3 nJ. */
        ENGINEERING,
        /** A fraction of one shown as per cent: 0.123 is 12.3 %. */
        PERCENT
    }

    public static final Format TEXT = new Format(Kind.TEXT, 0);
    public static final Format CODE = new Format(Kind.CODE, 0);
    public static final Format WHOLE = new Format(Kind.WHOLE, 0);
    public static final Format SHORTEST = new Format(Kind.SHORTEST, 0);

    public Format {
        Objects.requireNonNull(kind, "Format.kind");
        if (digits < 0 || digits > 17) {
            throw new IllegalArgumentException("Format.digits is " + digits + "; 0 to 17 are allowed.");
        }
    }

    public static Format decimals(int digits) {
        return new Format(Kind.DECIMALS, digits);
    }

    public static Format significant(int digits) {
        return new Format(Kind.SIGNIFICANT, Math.max(1, digits));
    }

    public static Format engineering(int digits) {
        return new Format(Kind.ENGINEERING, Math.max(1, digits));
    }

    public static Format percent(int digits) {
        return new Format(Kind.PERCENT, digits);
    }

    /** Whether values are words (left-aligned) rather than numbers (right-aligned). */
    public boolean isWords() {
        return kind == Kind.TEXT || kind == Kind.CODE;
    }

    /** Whether {@link #show} writes the unit beside the number, so that a heading must not. */
    public boolean showsUnit() {
        return kind == Kind.ENGINEERING || kind == Kind.PERCENT;
    }

    /** The value as the reader sees it; the unit appears only if {@link #showsUnit()}. */
    public String show(Value value, String unit) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Linked linked -> show(linked.value(), unit);
            case Value.Whole whole when kind == Kind.WHOLE || isWords() -> Numbers.whole(whole.value());
            case Value.Whole whole -> show(whole.value(), unit);
            case Value.Real real -> show(real.value(), unit);
        };
    }

    private String show(double value, String unit) {
        return switch (kind) {
            case WHOLE -> Numbers.decimals(value, 0);
            case DECIMALS -> Numbers.decimals(value, digits);
            case TEXT, CODE -> Numbers.significant(value, 6);
            case SIGNIFICANT -> Numbers.significant(value, digits);
            case SHORTEST -> Numbers.shortest(value);
            case ENGINEERING -> Numbers.engineering(value, unit, digits);
            case PERCENT -> Numbers.percent(value, digits);
        };
    }
}
