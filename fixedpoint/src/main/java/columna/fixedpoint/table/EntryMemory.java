package columna.fixedpoint.table;

import columna.fixedpoint.Format;
import java.util.Arrays;
import java.util.Objects;

/**
 * The read-only memory and its interpolation, without loss: at offset {@code x} from the first covered input the value is
 * {@code exact(x) * 2^-fractionBits}. Equal by contents.
 */
final class EntryMemory {

    private final Segments segments;
    private final Interpolation interpolation;
    private final Format entry;
    private final long[] entries;
    private final int indexShift;
    private final boolean linear;
    private final int hash;

    EntryMemory(Segments segments, Interpolation interpolation, Format entry, long[] entries) {
        this.segments = segments;
        this.interpolation = interpolation;
        this.entry = entry;
        this.entries = entries.clone();
        this.indexShift = segments.indexShift();
        this.linear = interpolation == Interpolation.LINEAR;
        requireLosslessInLong();
        requireEntries();
        this.hash = Objects.hash(segments, interpolation, entry, Arrays.hashCode(this.entries));
    }

    private void requireLosslessInLong() {
        int most = 61 - segments.indexShift();
        if (entry.width() > most) {
            throw new IllegalArgumentException("The entries of a table with " + segments.indexShift()
                    + " interpolated bits have the format " + entry + "; allowed: up to " + most + " bits.");
        }
    }

    private void requireEntries() {
        int expected = segments.entries(interpolation);
        if (entries.length != expected) {
            throw new IllegalArgumentException("The table has " + entries.length + " entries; allowed: " + expected
                    + " for " + segments.addressBits() + " address bits and interpolation " + interpolation + ".");
        }
        for (int k = 0; k < entries.length; k++) {
            if (!entry.contains(entries[k])) {
                throw new IllegalArgumentException("Entry " + k + " of the table is " + entries[k]
                        + "; allowed: raw words of " + entry.shortName() + ".");
            }
        }
    }

    int fractionBits() {
        return entry.fractionBits() + (linear ? indexShift : 0);
    }

    long exact(long offset) {
        int k = (int) (offset >> indexShift);
        if (!linear) {
            return entries[k];
        }
        long remainder = offset & (1L << indexShift) - 1;
        return (entries[k] << indexShift) + (entries[k + 1] - entries[k]) * remainder;
    }

    int entries() {
        return entries.length;
    }

    long bits() {
        return (long) entries.length * entry.width();
    }

    Interpolation interpolation() {
        return interpolation;
    }

    int remainderBits() {
        return indexShift;
    }

    TableImage image(TableImage.Kind kind, long low, long last, int mantissaBits) {
        return new TableImage(kind, indexShift, linear, low, last, mantissaBits, fractionBits(), entry, entries);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof EntryMemory that
                && hash == that.hash
                && segments.equals(that.segments)
                && interpolation == that.interpolation
                && entry.equals(that.entry)
                && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
