package columna.sim.microcode;

import columna.sim.accounting.BankShape;
import columna.sim.accounting.BeatPacking;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import java.util.List;

/**
 * Widths of the fields of a core's microcode words, in bits.
 *
 * @param bank number of a bank
 * @param count bound of a loop
 * @param address number of a word in a bank, or a stride in words
 * @param column number of an element in a row, one more than the last included
 * @param port number of a route, a receive queue or a table, or of senders
 * @param terms terms of the longest sum, at least 1; a number, not a width
 */
public record FieldWidths(int bank, int count, int address, int column, int port, int terms) {

    /** Bits of an address field: a bank, and a stride in words and in columns for each of four loops. */
    public int addressField() {
        return bank + 4 * (address + column);
    }

    static FieldWidths of(Chip chip, Core core, CorePorts ports) {
        CoreProgram program = core.program();
        int lanes = core.hardware().lanes();
        List<Memory> memories = program.memories();
        long count = memories.stream().mapToLong(Memory::elements).max().orElse(1);
        int terms = 1;
        for (MicroOperation operation : operations(program)) {
            if (operation instanceof SumOfProducts sum) {
                terms = Math.max(terms, sum.terms().size());
                count = Math.max(count, largestAxis(sum));
            }
            String channel = switch (operation) {
                case Send send -> send.channel();
                case Receive receive -> receive.channel();
                default -> "";
            };
            if (!channel.isEmpty()) {
                BeatPacking packing = BeatPacking.of(chip.channels().get(channel), chip.bus());
                count = Math.max(count, Math.max(packing.elementsPerPacket(), packing.beatsPerPacket()));
            }
        }
        return new FieldWidths(
                bitsFor(Math.max(1, memories.size() - 1)),
                bitsFor(count),
                bitsFor(memories.stream().mapToLong(m -> BankShape.of(m, lanes).words()).max().orElse(1)),
                bitsFor(memories.stream().mapToLong(Memory::columns).max().orElse(1)),
                bitsFor(Math.max(ports.largestNumber(), program.tables().size())),
                terms);
    }

    /** All micro-operations in order of their numbers: phase by phase. */
    static List<MicroOperation> operations(CoreProgram program) {
        return program.phases().values().stream().flatMap(List::stream).toList();
    }

    private static long largestAxis(SumOfProducts sum) {
        return sum.terms().stream()
                .flatMap(term -> java.util.stream.Stream.concat(
                        term.left().indices().stream(), term.right().stream().flatMap(o -> o.indices().stream())))
                .mapToLong(Axis::size)
                .max()
                .orElse(1);
    }

    static int bitsFor(long value) {
        return Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(value));
    }
}
