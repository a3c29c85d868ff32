package columna.sim.timing;

import columna.sim.accounting.BeatPacking;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.chip.SentErrors;
import columna.sim.chip.Topology;
import columna.sim.interconnect.Interconnect;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation;
import columna.sim.program.Phase;
import columna.sim.program.StepKind.Issued;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The queues and routes of the channels that a kind of step uses, and the host's part in it. */
final class Wiring {

    private final Chip chip;
    private final Interconnect interconnect;
    private final List<Map<String, List<BeatQueue>>> queues = new ArrayList<>();
    private final List<Map<String, Route>> routes = new ArrayList<>();
    private final Map<String, Map<Integer, PacketMask>> masks = new HashMap<>();
    private final List<HostChannel> host = new ArrayList<>();
    private final Map<String, ChannelTally> tallies = new LinkedHashMap<>();

    Wiring(Chip chip, Interconnect interconnect, StepKind kind, SentErrors errors) {
        this.chip = chip;
        this.interconnect = interconnect;
        chip.cores().forEach(core -> {
            queues.add(new HashMap<>());
            routes.add(new HashMap<>());
        });
        Map<String, Transfers> transfers = transfers(kind);
        List<String> names = List.copyOf(chip.channels().keySet());
        transfers.forEach((name, ends) -> {
            Channel channel = chip.channels().get(name);
            connect(channel, names.indexOf(name), ends);
            mask(channel, ends, errors);
        });
    }

    /** What each core sends; of a channel whose small errors are skipped all packets, unless it is said which. */
    private void mask(Channel channel, Transfers ends, SentErrors errors) {
        BeatPacking packing = Task.packing(chip, channel.name());
        int width = chip.bus().widthBits();
        Map<Integer, PacketMask> ofChannel = new LinkedHashMap<>();
        ends.sends().forEach((core, times) -> {
            if (chip.skips(channel) && times > 1) {
                throw new IllegalArgumentException("channel " + channel.name() + " is sent " + times
                        + " times in one time step; a bus that skips small errors sends each once");
            }
            BitSet elements = errors.elements().get(new SentErrors.Sender(core, channel.name()));
            ofChannel.put(core, !chip.skips(channel) ? PacketMask.all(packing)
                    : elements == null ? PacketMask.flagged(packing, width) : PacketMask.of(elements, packing, width));
        });
        masks.put(channel.name(), ofChannel);
    }

    /** How often each core sends and receives on a channel in the step, and the phase of the first receive. */
    private record Transfers(Map<Integer, Integer> sends, Map<Integer, Integer> receives, List<Phase> phases) {}

    private Map<String, Transfers> transfers(StepKind kind) {
        Map<String, Transfers> transfers = new LinkedHashMap<>();
        for (int core = 0; core < chip.cores().size(); core++) {
            for (Issued issued : kind.operations(chip.cores().get(core).program())) {
                add(transfers, core, issued);
            }
        }
        return transfers;
    }

    private void add(Map<String, Transfers> transfers, int core, Issued issued) {
        MicroOperation operation = issued.operation();
        if (operation instanceof Send send) {
            checkElements(operation, send.channel(), send.source().memory().elements());
            ends(transfers, send.channel()).sends().merge(core, 1, Integer::sum);
        } else if (operation instanceof Receive receive) {
            checkElements(operation, receive.channel(), receive.destination().memory().elements());
            Transfers ends = ends(transfers, receive.channel());
            ends.receives().merge(core, 1, Integer::sum);
            ends.phases().add(issued.phase());
        }
    }

    private static Transfers ends(Map<String, Transfers> transfers, String channel) {
        return transfers.computeIfAbsent(
                channel, c -> new Transfers(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>()));
    }

    private void checkElements(MicroOperation operation, String channel, long elements) {
        int expected = chip.channels().get(channel).elements();
        if (elements != expected) {
            throw new IllegalArgumentException("'" + operation.text() + "' transfers " + elements + " elements, but channel "
                    + channel + " carries " + expected);
        }
    }

    private void connect(Channel channel, int position, Transfers ends) {
        boolean fromHost = channel.senders().contains(Channel.HOST);
        boolean toHost = channel.receivers().contains(Channel.HOST);
        long times = checkedTimes(channel, ends, fromHost, toHost);
        List<Integer> senders = fromHost ? List.of(Channel.HOST) : List.copyOf(ends.sends().keySet());
        List<Integer> receivers = toHost ? List.of(Channel.HOST) : List.copyOf(ends.receives().keySet());
        ChannelTally tally = new ChannelTally();
        tallies.put(channel.name(), tally);
        List<Route> own = senders.size() > 1 && interconnect.adds()
                ? together(channel, senders, receivers, tally)
                : oneByOne(channel, senders, receivers, tally);
        for (int i = 0; i < senders.size(); i++) {
            if (senders.get(i) == Channel.HOST) {
                long beats = times * Task.packing(chip, channel.name()).beats();
                host.add(new HostChannel(new Requester(), own.get(i), position, ends.phases().getFirst(), beats));
            } else {
                routes.get(senders.get(i)).put(channel.name(), own.get(i));
            }
        }
    }

    private static long checkedTimes(Channel channel, Transfers ends, boolean fromHost, boolean toHost) {
        List<Integer> times = new ArrayList<>(ends.sends().values());
        times.addAll(ends.receives().values());
        boolean oneSided = ends.sends().isEmpty() && !fromHost || ends.receives().isEmpty() && !toHost;
        if (oneSided || times.stream().distinct().count() != 1) {
            throw new IllegalArgumentException("channel " + channel.name() + " is sent " + ends.sends().values()
                    + " times but received " + ends.receives().values() + " times in one time step");
        }
        return times.getFirst();
    }

    private List<Route> oneByOne(Channel channel, List<Integer> senders, List<Integer> receivers, ChannelTally tally) {
        List<Route> own = new ArrayList<>();
        for (int sender : senders) {
            List<int[]> ways = receivers.stream().map(to -> interconnect.way(sender, to)).toList();
            own.add(route(channel, ways, new HashSet<>(), queues(channel, receivers), new int[0], tally));
        }
        return own;
    }

    /** One queue at every receiver for the sum of all senders; only the first sender's route leads to it. */
    private List<Route> together(Channel channel, List<Integer> senders, List<Integer> receivers, ChannelTally tally) {
        List<Route> own = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        int[] partners = senders.stream().mapToInt(s -> s).toArray();
        for (int sender : senders) {
            List<int[]> ways = receivers.stream().map(to -> interconnect.way(senders, sender, to)).toList();
            List<BeatQueue> ends = own.isEmpty() ? queues(channel, receivers) : List.of();
            own.add(route(channel, ways, taken, ends, partners, tally));
        }
        return own;
    }

    private Route route(
            Channel channel, List<int[]> ways, Set<Integer> taken, List<BeatQueue> ends, int[] partners, ChannelTally tally) {
        return Route.of(channel.name(), ways, taken, ends, chip.bus().hopCycles(), partners, tally);
    }

    /** A new queue at every receiving core, in the order of receivers; the host takes every beat at once. */
    private List<BeatQueue> queues(Channel channel, List<Integer> receivers) {
        List<BeatQueue> own = new ArrayList<>();
        for (int receiver : receivers) {
            if (receiver != Channel.HOST) {
                BeatQueue queue = new BeatQueue(chip.bus().bufferBeats());
                queues.get(receiver).computeIfAbsent(channel.name(), c -> new ArrayList<>()).add(queue);
                own.add(queue);
            }
        }
        return own;
    }

    /** Queues at the port of a core, by channel, one for each sender in order of their indices, or one for their sum. */
    Map<String, List<BeatQueue>> queues(int core) {
        return queues.get(core);
    }

    /** The packets that each stream of a channel brings, in the order of the queues. */
    List<PacketMask> masks(String channel) {
        Map<Integer, PacketMask> ofChannel = masks.get(channel);
        return ofChannel.isEmpty() || chip.bus().topology() == Topology.TREE
                ? List.of(PacketMask.all(Task.packing(chip, channel)))
                : List.copyOf(ofChannel.values());
    }

    /** The packets that a core sends on a channel. */
    PacketMask mask(int core, String channel) {
        return masks.get(channel).get(core);
    }

    /** Routes from a core, by channel. */
    Map<String, Route> routes(int core) {
        return routes.get(core);
    }

    /** The channels that the host sends on, in the order in which the cores' programs first name them. */
    List<HostChannel> host() {
        return host;
    }

    /** What went over each channel of the step. */
    List<StepOutcome.Traffic> traffic() {
        return tallies.entrySet().stream().map(e -> e.getValue().traffic(e.getKey())).toList();
    }
}
