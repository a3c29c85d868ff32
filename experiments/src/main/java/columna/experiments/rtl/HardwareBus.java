package columna.experiments.rtl;

import columna.sim.accounting.BeatPacking;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.microcode.CoreImage;
import columna.sim.microcode.CorePorts.Queue;
import columna.sim.program.StepKind;
import columna.sim.timing.BusRoutes;
import columna.sim.timing.BusRoutes.HostTransfer;
import columna.sim.timing.BusRoutes.Way;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbering of the bus in hardware: requesters (cores by index, then channels of the host), routes (of the cores, then of the
 * host's channels), queues (of the cores), and the arbiter's table.
 */
final class HardwareBus {

    /** Where a queue stands: at which core, from whom, how far away. */
    record Place(int core, Queue queue, int arrivalCycles) {}

    private final Chip chip;
    private final List<CoreImage> cores;
    private final Map<StepKind, BusRoutes> routes = new LinkedHashMap<>();
    private final List<String> host = new ArrayList<>();
    private final List<Place> queues = new ArrayList<>();

    HardwareBus(Chip chip, List<CoreImage> cores, List<StepKind> kinds) {
        this.chip = chip;
        this.cores = cores;
        kinds.stream().distinct().forEach(kind -> routes.put(kind, BusRoutes.of(chip, kind)));
        // In the order in which the cores' programs first name them, whatever phases run.
        cores.forEach(core -> core.ports().queues().stream()
                .filter(queue -> queue.sender() == Channel.HOST && !host.contains(queue.channel()))
                .map(Queue::channel)
                .forEach(host::add));
        routes.forEach(this::requireOneOrder);
        for (int core = 0; core < cores.size(); core++) {
            for (Queue queue : cores.get(core).ports().queues()) {
                queues.add(new Place(core, queue, arrival(core, queue)));
            }
        }
    }

    /** The arbiter's order is wired. */
    private void requireOneOrder(StepKind kind, BusRoutes each) {
        List<Integer> order = each.host().stream().map(transfer -> host.indexOf(transfer.channel())).toList();
        if (!order.equals(order.stream().sorted().toList())) {
            throw new IllegalArgumentException("a time step (" + kind + ") first names the host's channels in another order than"
                    + " the programs do, and the arbiter of the bus has one order");
        }
    }

    private int arrival(int core, Queue queue) {
        for (BusRoutes each : routes.values()) {
            for (Way way : each.ways()) {
                int at = way.receivers().indexOf(core);
                if (way.channel().equals(queue.channel()) && way.sender() == queue.sender() && at >= 0) {
                    return way.arrivals().get(at);
                }
            }
        }
        return 1;
    }

    List<String> host() {
        return host;
    }

    List<Place> queues() {
        return queues;
    }

    int segments() {
        return routes.values().iterator().next().segments();
    }

    int firstRoute(int core) {
        return cores.subList(0, core).stream().mapToInt(image -> image.ports().sent().size()).sum();
    }

    int routes() {
        return firstRoute(cores.size()) + host.size();
    }

    int delayBits() {
        int longest = routes.values().stream()
                .flatMap(each -> each.ways().stream())
                .flatMap(way -> way.delays().stream())
                .mapToInt(delay -> delay)
                .max()
                .orElse(0);
        return Math.max(1, 32 - Integer.numberOfLeadingZeros(longest));
    }

    /** The number of a kind: reset, learning, error, update from the lowest bit on. */
    static int code(StepKind kind) {
        return (kind.reset() ? 1 : 0) + (kind.learning() ? 2 : 0) + (kind.error() ? 4 : 0) + (kind.update() ? 8 : 0);
    }

    /**
     * The arbiter's table, a word for each kind of step and route: from the lowest bit on, cycles until the beat has left the bus
     * (16 bits), for each segment whether it is crossed and after how many cycles, for each queue whether the beat goes there.
     */
    List<BigInteger> table() {
        BigInteger[] rows = new BigInteger[16 * routes()];
        Arrays.fill(rows, BigInteger.ZERO);
        routes.forEach((kind, each) -> each.ways().forEach(way -> rows[code(kind) * routes() + route(way)] = row(way)));
        return List.of(rows);
    }

    private int route(Way way) {
        return way.sender() == Channel.HOST
                ? firstRoute(cores.size()) + host.indexOf(way.channel())
                : firstRoute(way.sender()) + cores.get(way.sender()).ports().sent().indexOf(way.channel());
    }

    private BigInteger row(Way way) {
        BigInteger row = BigInteger.valueOf(way.last());
        int at = 16;
        for (int i = 0; i < way.segments().size(); i++) {
            long field = 1L | (long) way.delays().get(i) << 1;
            row = row.or(BigInteger.valueOf(field).shiftLeft(at + way.segments().get(i) * (1 + delayBits())));
        }
        at += segments() * (1 + delayBits());
        for (int q = 0; q < queues.size(); q++) {
            Place place = queues.get(q);
            if (place.queue().channel().equals(way.channel()) && place.queue().sender() == way.sender()
                    && way.receivers().contains(place.core())) {
                row = row.setBit(at + q);
            }
        }
        return row;
    }

    /** Beats that the host sends on a channel in a step of a kind. */
    long beats(StepKind kind, String channel) {
        return routes.get(kind).host().stream()
                .filter(transfer -> transfer.channel().equals(channel))
                .mapToLong(HostTransfer::beats)
                .findFirst()
                .orElse(0);
    }

    /** One transfer of the host's words as beats: packets of whole elements, or elements in several beats, low bits first. */
    List<BigInteger> beats(String channel, int[] words) {
        BeatPacking packing = BeatPacking.of(chip.channels().get(channel), chip.bus());
        int bits = chip.channels().get(channel).elementBits();
        int width = chip.bus().widthBits();
        BigInteger beatMask = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
        BigInteger elementMask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        List<BigInteger> beats = new ArrayList<>();
        for (int packet = 0; packet < packing.packets(); packet++) {
            BigInteger payload = BigInteger.ZERO;
            for (int element = packing.first(packet); element < packing.end(packet); element++) {
                payload = payload.or(BigInteger.valueOf(words[element]).and(elementMask)
                        .shiftLeft((element - packing.first(packet)) * bits));
            }
            for (int beat = 0; beat < packing.beatsPerPacket(); beat++) {
                beats.add(payload.shiftRight(beat * width).and(beatMask));
            }
        }
        return beats;
    }
}
