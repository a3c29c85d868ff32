package columna.sim.timing;

import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.chip.SentErrors;
import columna.sim.interconnect.Interconnect;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The ways of all channels over the bus in a kind of time step, as the timing engine uses them: what the arbiter of a chip in
 * hardware holds as tables.
 *
 * @param segments number of segments of the bus
 * @param ways one for each channel and sender
 * @param host channels that the host sends on, in the order of their priority
 */
public record BusRoutes(int segments, List<Way> ways, List<HostTransfer> host) {

    /**
     * The way of a channel's beats from one sender.
     *
     * @param channel the channel's name
     * @param sender index of a core, or {@link Channel#HOST}
     * @param segments segments that a beat crosses
     * @param delays cycles after its grant in which it crosses each of them
     * @param receivers indices of the cores that it goes to
     * @param arrivals cycles after its grant from which each of them can drain it
     * @param last cycles after its grant until it has left the bus
     */
    public record Way(
            String channel, int sender, List<Integer> segments, List<Integer> delays, List<Integer> receivers,
            List<Integer> arrivals, int last) {}

    /**
     * What the host sends on a channel in the step.
     *
     * @param channel the channel's name
     * @param beats beats of all its transfers
     */
    public record HostTransfer(String channel, long beats) {}

    /**
     * The ways in a kind of step.
     *
     * @throws IllegalArgumentException if the bus does what no table of ways says: adds in its nodes or skips small errors
     */
    public static BusRoutes of(Chip chip, StepKind kind) {
        Interconnect interconnect = Interconnect.of(chip);
        if (interconnect.adds() || chip.bus().errorThreshold().isPresent()) {
            throw new IllegalArgumentException("a bus that adds in the nodes of a tree or skips small errors is simulated only;"
                    + " allowed in hardware: spatial, broadcast, ring and mesh without a threshold");
        }
        Wiring wiring = new Wiring(chip, interconnect, kind, SentErrors.NONE);
        List<Way> ways = new ArrayList<>();
        for (int core = 0; core < chip.cores().size(); core++) {
            int sender = core;
            wiring.routes(core).values().stream()
                    .sorted(Comparator.comparing(Route::channel))
                    .forEach(route -> ways.add(way(wiring, chip, sender, route)));
        }
        List<HostTransfer> host = new ArrayList<>();
        for (HostChannel channel : wiring.host()) {
            ways.add(way(wiring, chip, Channel.HOST, channel.route()));
            host.add(new HostTransfer(channel.route().channel(), channel.beats()));
        }
        return new BusRoutes(interconnect.segments(), List.copyOf(ways), List.copyOf(host));
    }

    private static Way way(Wiring wiring, Chip chip, int sender, Route route) {
        List<Integer> receivers = new ArrayList<>();
        for (BeatQueue queue : route.queues()) {
            receivers.add(receiver(wiring, chip, route.channel(), queue));
        }
        return new Way(route.channel(), sender, list(route.segments()), list(route.delays()), receivers,
                list(route.arrivals()), route.last());
    }

    private static int receiver(Wiring wiring, Chip chip, String channel, BeatQueue queue) {
        for (int core = 0; core < chip.cores().size(); core++) {
            if (wiring.queues(core).getOrDefault(channel, List.of()).contains(queue)) {
                return core;
            }
        }
        throw new IllegalStateException("a queue of channel " + channel + " belongs to no core");
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
