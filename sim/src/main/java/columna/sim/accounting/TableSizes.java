package columna.sim.accounting;

import columna.sim.program.Table;

/** Widths in a look-up unit for a table. */
final class TableSizes {

    private TableSizes() {}

    static int entryBits(Table table) {
        return (int) (table.contents().bits() / table.contents().entries());
    }

    /** Bits of the difference of two entries. */
    static int differenceBits(Table table) {
        return entryBits(table) + 1;
    }

    /** Bits of the value before it is denormalised: an entry, or an entry plus a difference of entries times the remainder. */
    static int valueBits(Table table) {
        return TableBlocks.interpolates(table) ? differenceBits(table) + table.contents().remainderBits() : entryBits(table);
    }

    /** Bits that are rounded: a shift by the exponent takes a value down to any place of the output, or up to its highest. */
    static int resultBits(Table table) {
        return TableBlocks.normalises(table) ? Math.max(valueBits(table), table.contents().output().width()) : valueBits(table);
    }
}
