package columna.fixedpoint.table;

import columna.fixedpoint.Format;
import java.util.Arrays;
import java.util.Objects;

/**
 * A look-up table as hardware holds it: the contents of its ROM and how an input becomes an address.
 *
 * @param kind how the address is formed
 * @param indexShift input bits below the address
 * @param linear whether neighbouring entries are interpolated
 * @param low lowest covered raw input; 0 if normalised
 * @param last highest covered raw input; 0 if normalised
 * @param mantissaBits bits below the leading one that a normalised input is aligned to; 0 if direct
 * @param fractionBits fraction bits of the exact value before a normalised table's shift by the exponent
 * @param entry format of the entries
 * @param entries raw words
 */
public record TableImage(
        Kind kind,
        int indexShift,
        boolean linear,
        long low,
        long last,
        int mantissaBits,
        int fractionBits,
        Format entry,
        long[] entries) {

    /** How an input becomes an address. */
    public enum Kind {
        /** Its offset from the lowest covered input. */
        DIRECT,
        /** The bits below its leading one; the value is shifted by that one's place. */
        RECIPROCAL,
        /** As RECIPROCAL, with the exponent's parity above the bits, and a shift by half the even exponent. */
        RECIPROCAL_SQUARE_ROOT
    }

    public TableImage {
        entries = entries.clone();
    }

    @Override
    public long[] entries() {
        return entries.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableImage that
                && kind == that.kind
                && indexShift == that.indexShift
                && linear == that.linear
                && low == that.low
                && last == that.last
                && mantissaBits == that.mantissaBits
                && fractionBits == that.fractionBits
                && entry.equals(that.entry)
                && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, indexShift, linear, low, last, mantissaBits, fractionBits, entry, Arrays.hashCode(entries));
    }
}
