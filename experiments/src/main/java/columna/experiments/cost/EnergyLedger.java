package columna.experiments.cost;

import columna.hardware.block.Action;
import columna.hardware.block.Block;
import columna.hardware.technology.Evidence;
import columna.hardware.technology.Leakage;
import columna.hardware.technology.Price;
import columna.hardware.technology.Technology;
import columna.sim.accounting.ActionCounts;
import columna.sim.accounting.ActionKey;
import columna.sim.accounting.Inventory;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Energy in picojoules, item by item. Every view of it is a sum over the same items, so views agree with each other and
 * with the total.
 *
 * @param items dynamic energy by core, phase, micro-operation, block and action; then leakage by place
 */
public record EnergyLedger(List<Item> items) {

    /** The prefix of the operation's name where a core type's name is put before it, as in {@code mixing: …}. */
    private static final String OF = ": ";

    /** Channels carry their layer's number, which is all that tells the programs of two layers apart. */
    private static final Pattern LAYER_OF_CHANNEL = Pattern.compile("((?:->|<-) .*)\\.\\d+$");

    /**
     * One kind of action, or leakage.
     *
     * @param place encoder, layer[l], decoder, bus
     * @param coreType the core's program, empty for the host and leakage
     * @param phase empty for leakage
     * @param operation the micro-operation's text, empty for leakage
     * @param block what acted
     * @param action what it did, empty for leakage
     * @param count how often; 0 for leakage
     * @param picojoules energy of all of them
     * @param evidence how well the price is known
     * @param source where it comes from
     */
    public record Item(
            String place,
            String coreType,
            Optional<Phase> phase,
            String operation,
            Block block,
            Optional<Action> action,
            long count,
            Band picojoules,
            Evidence evidence,
            String source) {

        /** The kind of hardware. */
        public Component component() {
            return action.isPresent() ? Component.of(block) : Component.LEAKAGE;
        }

        /** The micro-operation with its core type in front, alike in all layers; or leakage. */
        public String operationOfCore() {
            return action.isPresent()
                    ? coreType + OF + LAYER_OF_CHANNEL.matcher(operation).replaceFirst("$1.*")
                    : Component.LEAKAGE.label();
        }
    }

    public EnergyLedger {
        items = List.copyOf(items);
    }

    /**
     * Prices a run.
     *
     * @param counts actions of the whole run
     * @param microseconds time that leakage lasts
     * @throws columna.hardware.technology.NoPriceException if an action has no price
     */
    public static EnergyLedger of(
            Chip chip, ActionCounts counts, Inventory inventory, Technology technology, double microseconds) {
        List<Item> items = new ArrayList<>();
        Map<Block, Map<Action, Price>> prices = new HashMap<>();
        counts.forEach((key, count) -> {
            Price price = prices.computeIfAbsent(key.block(), b -> new HashMap<>())
                    .computeIfAbsent(key.action(), a -> technology.price(key.block(), a));
            items.add(item(chip, key, count, price));
        });
        items.sort(Comparator.comparing(Item::place)
                .thenComparing(Item::coreType)
                .thenComparing(item -> item.phase().orElseThrow())
                .thenComparing(Item::operation)
                .thenComparing(item -> item.block().toString())
                .thenComparing(item -> item.action().orElseThrow()));
        Map<Block, Leakage> leakages = new HashMap<>();
        inventory.items().forEach(part -> {
            Leakage leakage = leakages.computeIfAbsent(part.block(), technology::leakage);
            Band microwatts = new Band(
                    leakage.low().value(), leakage.nominal().value(), leakage.high().value());
            items.add(new Item(
                    part.place(),
                    "",
                    Optional.empty(),
                    "",
                    part.block(),
                    Optional.empty(),
                    0,
                    microwatts.times(part.count() * microseconds),
                    leakage.evidence(),
                    leakage.source()));
        });
        return new EnergyLedger(items);
    }

    private static Item item(Chip chip, ActionKey key, long count, Price price) {
        boolean host = key.core() == Channel.HOST;
        Band band = new Band(price.low().value(), price.nominal().value(), price.high().value());
        return new Item(
                host ? "bus" : Inventory.place(chip.cores().get(key.core())),
                host ? "host" : chip.cores().get(key.core()).program().name(),
                Optional.of(key.phase()),
                host
                        ? "send " + new ArrayList<>(chip.channels().keySet()).get(key.operation())
                        : chip.cores().get(key.core()).program().phase(key.phase()).get(key.operation()).text(),
                key.block(),
                Optional.of(key.action()),
                count,
                band.times(count),
                price.evidence(),
                price.source());
    }

    /** Everything. */
    public Band total() {
        return items.stream().map(Item::picojoules).reduce(Band.ZERO, Band::plus);
    }

    /** Sums by any criterion, in order of first appearance. */
    public <K> Map<K, Band> by(Function<Item, K> criterion) {
        Map<K, Band> sums = new LinkedHashMap<>();
        items.forEach(item -> sums.merge(criterion.apply(item), item.picojoules(), Band::plus));
        return sums;
    }
}
