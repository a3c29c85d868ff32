package columna.sim.microcode;

import columna.fixedpoint.table.LookupTable;
import columna.sim.program.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ROM of a core's look-up units: the entries of its tables one behind the other, equal tables once.
 *
 * @param entries raw words; a single 0 where there is no table
 * @param bits width of a word in two's complement
 * @param descriptors of the tables, in the program's order
 */
record Rom(List<Long> entries, int bits, List<java.math.BigInteger> descriptors) {

    static Rom of(List<Table> tables) {
        List<Long> entries = new ArrayList<>();
        Map<LookupTable, Integer> first = new LinkedHashMap<>();
        List<java.math.BigInteger> descriptors = new ArrayList<>();
        int bits = 1;
        for (Table table : tables) {
            var image = table.contents().image();
            if (!first.containsKey(table.contents())) {
                first.put(table.contents(), entries.size());
                for (long entry : image.entries()) {
                    entries.add(entry);
                }
            }
            bits = Math.max(bits, image.entry().width() + (image.entry().signed() ? 0 : 1));
            descriptors.add(Descriptors.table(table, first.get(table.contents())));
        }
        if (entries.isEmpty()) {
            entries.add(0L);
        }
        return new Rom(List.copyOf(entries), bits, List.copyOf(descriptors));
    }
}
