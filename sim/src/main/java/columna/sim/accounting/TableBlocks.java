package columna.sim.accounting;

import columna.fixedpoint.table.Interpolation;
import columna.hardware.block.Adder;
import columna.hardware.block.LeadingOneDetector;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Shifter;
import columna.hardware.block.TableRom;
import columna.sim.program.CoreProgram;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.Table;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The look-up units of a core. Each has a copy of every ROM and as much of an interpolator and of a normaliser as any of the
 * core's look-ups needs, as wide as the widest of them.
 *
 * @param units look-up units
 * @param roms the ROM of every table; tables with equal contents share one
 * @param detectors leading-one detectors of the input of normalised tables
 * @param normalisers shifters of the input behind them
 * @param interpolators multipliers of a difference of entries by the remainder
 * @param interpolatorAdders two for each: the difference, and the sum of entry and product
 * @param denormalisers shifters of the value by the exponent
 */
public record TableBlocks(
        int units,
        Map<Table, TableRom> roms,
        Units<LeadingOneDetector> detectors,
        Units<Shifter> normalisers,
        Units<Multiplier> interpolators,
        Units<Adder> interpolatorAdders,
        Units<Shifter> denormalisers) {

    static TableBlocks of(CoreProgram program, int units) {
        List<Table> tables = Operations.of(program).lookUps().stream().map(LookUp::table).distinct().toList();
        int normalised = most(tables, TableBlocks::normalises, table -> table.contents().input().width());
        int interpolated = most(tables, TableBlocks::interpolates, TableSizes::valueBits);
        return new TableBlocks(
                units,
                roms(program),
                Units.of(normalised, LeadingOneDetector::new, units),
                Units.of(normalised, Shifter::new, units),
                Units.of(interpolated, bits -> interpolator(tables), units),
                Units.of(interpolated, Adder::new, 2 * units),
                Units.of(most(tables, TableBlocks::normalises, TableSizes::resultBits), Shifter::new, units));
    }

    /** Whether a look-up of this table multiplies: where the address uses all bits of the input, an entry is the value. */
    public static boolean interpolates(Table table) {
        return table.contents().interpolation() == Interpolation.LINEAR && table.contents().remainderBits() > 0;
    }

    /** Whether a look-up of this table finds the leading one and shifts twice. */
    public static boolean normalises(Table table) {
        return table.contents().normalised();
    }

    private static int most(List<Table> tables, Predicate<Table> chosen, ToIntFunction<Table> size) {
        return Operations.most(tables.stream().filter(chosen).toList(), size);
    }

    private static Multiplier interpolator(List<Table> tables) {
        return new Multiplier(
                most(tables, TableBlocks::interpolates, TableSizes::differenceBits),
                most(tables, TableBlocks::interpolates, table -> table.contents().remainderBits()));
    }

    private static Map<Table, TableRom> roms(CoreProgram program) {
        Map<Object, TableRom> byContents = new HashMap<>();
        Map<Table, TableRom> roms = new LinkedHashMap<>();
        for (Table table : program.tables()) {
            roms.put(table, byContents.computeIfAbsent(
                    table.contents(), c -> new TableRom(table.contents().entries(), TableSizes.entryBits(table))));
        }
        return roms;
    }
}
