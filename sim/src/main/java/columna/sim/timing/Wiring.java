package columna.sim.timing;

import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import columna.sim.program.StepKind.Issued;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The queues and routes of the channels that a kind of step uses, and the host's part in it. */
final class Wiring {

    private final Chip chip;
    private final Segments segments;
    private final List<Map<String, List<BeatQueue>>> queues = new ArrayList<>();
    private final List<Map<String, Route>> routes = new ArrayList<>();
    private final List<HostChannel> host = new ArrayList<>();

    Wiring(Chip chip, Segments segments, StepKind kind) {
        this.chip = chip;
        this.segments = segments;
        chip.cores().forEach(core -> {
            queues.add(new HashMap<>());
            routes.add(new HashMap<>());
        });
        Map<String, Transfers> transfers = transfers(kind);
        List<String> names = List.copyOf(chip.channels().keySet());
        transfers.forEach((name, ends) -> connect(chip.channels().get(name), names.indexOf(name), ends));
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
        for (int sender : senders) {
            Route route = route(channel, sender, receivers);
            if (sender == Channel.HOST) {
                long beats = times * Task.packing(chip, channel.name()).beats();
                host.add(new HostChannel(new Requester(), route, position, ends.phases().getFirst(), beats));
            } else {
                routes.get(sender).put(channel.name(), route);
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

    private Route route(Channel channel, int sender, List<Integer> receivers) {
        List<BeatQueue> own = new ArrayList<>();
        for (int receiver : receivers) {
            if (receiver != Channel.HOST) {
                BeatQueue queue = new BeatQueue(chip.bus().bufferBeats());
                queues.get(receiver).computeIfAbsent(channel.name(), c -> new ArrayList<>()).add(queue);
                own.add(queue);
            }
        }
        return segments.route(channel.name(), level(sender), receivers.stream().map(this::level).toList(), own);
    }

    private int level(int core) {
        return core == Channel.HOST ? Channel.HOST : chip.cores().get(core).level();
    }

    /** Queues at the port of a core, by channel, one for each sender in order of their indices. */
    Map<String, List<BeatQueue>> queues(int core) {
        return queues.get(core);
    }

    /** Routes from a core, by channel. */
    Map<String, Route> routes(int core) {
        return routes.get(core);
    }

    /** The channels that the host sends on, in the order in which the cores' programs first name them. */
    List<HostChannel> host() {
        return host;
    }
}
