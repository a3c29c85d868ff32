package columna.sim.accounting;

import columna.fixedpoint.table.LookupTable;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.BusWire;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.Sram;
import columna.hardware.block.TableRom;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Memory;
import columna.sim.program.Purpose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything a chip is built of, known before any run.
 *
 * @param items every block, grouped by core and kind, cores in their order and the bus last
 */
public record Inventory(List<Item> items) {

    public Inventory {
        items = List.copyOf(items);
    }

    /**
     * Equal blocks in one place.
     *
     * @param core index of the core, empty for the bus
     * @param place what reports group by: {@code encoder}, {@code layer[0]}, {@code decoder}, {@code bus}
     * @param name the signal of a memory, else what the unit is
     * @param purpose what a memory is for, empty for other blocks
     * @param block the block
     * @param count how many
     * @param bits bits of the signal that a memory holds, without the unused ends of its words; 0 for other blocks
     */
    public record Item(
            OptionalInt core, String place, String name, Optional<Purpose> purpose, Block block, long count, long bits) {

        /** Bits that the block has room for, all instances together; 0 if it is not a memory. */
        public long capacityBits() {
            return count * switch (block) {
                case Sram sram -> sram.bits();
                case RegisterFile file -> file.bits();
                case TableRom rom -> (long) rom.entries() * rom.bits();
                default -> 0;
            };
        }
    }

    /** The inventory of a chip whose bus segments have the default length. */
    public static Inventory of(Chip chip) {
        return of(Blocks.of(chip));
    }

    /** The inventory of a chip's blocks. */
    public static Inventory of(Blocks blocks) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < blocks.chip().cores().size(); i++) {
            new CoreItems(blocks, i, items).add();
        }
        addBus(blocks, items);
        return new Inventory(items);
    }

    /** Segments of one length make one item. */
    private static void addBus(Blocks blocks, List<Item> items) {
        Map<BusWire, Long> lengths = new LinkedHashMap<>();
        blocks.wires().forEach(wire -> lengths.merge(wire, 1L, Long::sum));
        lengths.forEach((wire, count) -> items.add(ofBus("bus segment", wire, count)));
        Units<Adder> adders = blocks.nodeAdders();
        adders.block().ifPresent(adder -> items.add(ofBus("node adder", adder, adders.count())));
    }

    private static Item ofBus(String name, Block block, long count) {
        return new Item(OptionalInt.empty(), "bus", name, Optional.empty(), block, count, 0);
    }

    /** What reports group a core under: its name up to the first dot. */
    public static String place(Core core) {
        int dot = core.name().indexOf('.');
        return dot < 0 ? core.name() : core.name().substring(0, dot);
    }

    /** Bits of signals that are chosen. */
    public long bits(Predicate<Item> chosen) {
        return items.stream().filter(chosen).mapToLong(Item::bits).sum();
    }

    /** Bits of signals that only a chip that learns has. */
    public long learningBits() {
        return bits(item -> item.purpose().filter(Purpose::learning).isPresent());
    }

    /** Bits of signals that inference needs. */
    public long inferenceBits() {
        return bits(item -> item.purpose().filter(p -> !p.learning()).isPresent());
    }

    /** Bits of signals by place, in the order of cores, and by purpose. */
    public Map<String, Map<Purpose, Long>> bitsByPlace() {
        Map<String, Map<Purpose, Long>> places = new LinkedHashMap<>();
        for (Item item : items) {
            item.purpose().ifPresent(purpose -> places
                    .computeIfAbsent(item.place(), p -> new EnumMap<>(Purpose.class))
                    .merge(purpose, item.bits(), Long::sum));
        }
        return places;
    }

    /** Bits of signals by purpose. */
    public Map<Purpose, Long> bitsByPurpose() {
        Map<Purpose, Long> sums = new EnumMap<>(Purpose.class);
        bitsByPlace().values().forEach(place -> place.forEach((purpose, bits) -> sums.merge(purpose, bits, Long::sum)));
        return sums;
    }

    /** Collects the items of one core. */
    private record CoreItems(Blocks blocks, int index, List<Item> items) {

        void add() {
            Core core = blocks.chip().cores().get(index);
            CoreBlocks own = blocks.core(index);
            for (Memory memory : core.program().memories()) {
                items.add(item(memory.name(), Optional.of(memory.purpose()), own.banks().get(memory.name()), 1, memory.bits()));
            }
            items.add(item("sequencer", Optional.empty(), own.sequencer(), 1, 0));
            units("operand register", own.operands());
            units("multiplier", own.lanes().multipliers());
            units("adder", own.lanes().adders());
            units("accumulator", own.lanes().accumulators());
            units("rounding unit", own.rounding());
            units("comparator", own.lanes().comparators());
            units("random words", own.random());
            addTables(own.tables());
            units("port adder", own.port().adders());
            units("send queue", own.port().sendQueue());
            units("receive queue", own.port().receiveQueues());
            units("error comparator", own.port().comparators());
            units("packet flags", own.port().flags());
        }

        private void addTables(TableBlocks own) {
            Set<LookupTable> contents = new HashSet<>();
            own.roms().forEach((table, rom) -> {
                if (contents.add(table.contents())) {
                    units("table " + table.name(), Units.of(rom, own.units()));
                }
            });
            units("leading-one detector", own.detectors());
            units("normalising shifter", own.normalisers());
            units("interpolator multiplier", own.interpolators());
            units("interpolator adder", own.interpolatorAdders());
            units("denormalising shifter", own.denormalisers());
        }

        private void units(String name, Units<?> units) {
            units.block().ifPresent(block -> items.add(item(name, Optional.empty(), block, units.count(), 0)));
        }

        private Item item(String name, Optional<Purpose> purpose, Block block, long count, long bits) {
            String place = place(blocks.chip().cores().get(index));
            return new Item(OptionalInt.of(index), place, name, purpose, block, count, bits);
        }
    }
}
