package columna.experiments.cost;

import columna.hardware.block.Block;
import columna.hardware.technology.Area;
import columna.hardware.technology.Evidence;
import columna.hardware.technology.Technology;
import columna.sim.accounting.Inventory;
import columna.sim.program.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Area in square micrometres, item by item.
 *
 * @param items in the order of the inventory
 */
public record AreaLedger(List<Item> items) {

    /**
     * Equal blocks in one place.
     *
     * @param place encoder, layer[l], decoder, bus
     * @param name the signal of a memory, else what the unit is
     * @param purpose what a memory is for
     * @param block the block
     * @param count how many
     * @param squareMicrometres area of all of them
     * @param evidence how well it is known
     * @param source where it comes from
     */
    public record Item(
            String place,
            String name,
            Optional<Purpose> purpose,
            Block block,
            long count,
            Band squareMicrometres,
            Evidence evidence,
            String source) {}

    public AreaLedger {
        items = List.copyOf(items);
    }

    /** The area of every block of the inventory. */
    public static AreaLedger of(Inventory inventory, Technology technology) {
        Map<Block, Area> areas = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (Inventory.Item part : inventory.items()) {
            Area area = areas.computeIfAbsent(part.block(), technology::area);
            Band each = new Band(area.low().value(), area.nominal().value(), area.high().value());
            items.add(new Item(
                    part.place(),
                    part.name(),
                    part.purpose(),
                    part.block(),
                    part.count(),
                    each.times(part.count()),
                    area.evidence(),
                    area.source()));
        }
        return new AreaLedger(items);
    }

    /** Everything. */
    public Band total() {
        return items.stream().map(Item::squareMicrometres).reduce(Band.ZERO, Band::plus);
    }

    /** Sums by any criterion, in order of first appearance. */
    public <K> Map<K, Band> by(Function<Item, K> criterion) {
        Map<K, Band> sums = new LinkedHashMap<>();
        items.forEach(item -> sums.merge(criterion.apply(item), item.squareMicrometres(), Band::plus));
        return sums;
    }
}
