package columna.sim.accounting;

import columna.sim.program.Table;

/**
 * Widths of the look-up unit for a table, taken as one that interpolates. What lies in front of and behind the ROM of a
 * normalised table (leading-one detector, two shifters) is not told by a table and is left out.
 */
final class TableSizes {

    private TableSizes() {}

    static int entryBits(Table table) {
        return (int) (table.contents().bits() / table.contents().entries());
    }

    /** Bits of the input that an address does not use, at most. */
    static int remainderBits(Table table) {
        int addressBits = 31 - Integer.numberOfLeadingZeros(table.contents().entries());
        return Math.max(1, table.contents().input().width() - addressBits);
    }

    /** Bits of the interpolated value before it is rounded: an entry, plus a difference of entries times the remainder. */
    static int valueBits(Table table) {
        return entryBits(table) + 1 + remainderBits(table);
    }
}
