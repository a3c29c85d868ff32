package columna.sim.microcode;

import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.CoreProgram;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The port of a core to the bus: its routes, one for each channel that it sends on, and its receive queues, one for each
 * channel that it receives and sender, both in the order in which its program first names them.
 *
 * @param sent channels that it sends on, by number of the route
 * @param queues by number
 */
public record CorePorts(List<String> sent, List<Queue> queues) {

    /**
     * A receive queue.
     *
     * @param channel the channel's name
     * @param sender index of the core that sends, or {@link Channel#HOST}
     */
    public record Queue(String channel, int sender) {}

    public CorePorts {
        sent = List.copyOf(sent);
        queues = List.copyOf(queues);
    }

    /** The port that a core's program needs. */
    public static CorePorts of(Chip chip, CoreProgram program) {
        Set<String> sent = new LinkedHashSet<>();
        Set<String> received = new LinkedHashSet<>();
        for (MicroOperation operation : FieldWidths.operations(program)) {
            switch (operation) {
                case Send send -> sent.add(send.channel());
                case Receive receive -> received.add(receive.channel());
                default -> {}
            }
        }
        List<Queue> queues = new ArrayList<>();
        for (String channel : received) {
            chip.channels().get(channel).senders().stream().distinct().sorted()
                    .forEach(sender -> queues.add(new Queue(channel, sender)));
        }
        return new CorePorts(new ArrayList<>(sent), queues);
    }

    int route(String channel) {
        return sent.indexOf(channel);
    }

    int firstQueue(String channel) {
        for (int i = 0; i < queues.size(); i++) {
            if (queues.get(i).channel().equals(channel)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the core does not receive channel " + channel);
    }

    int senders(String channel) {
        return (int) queues.stream().filter(queue -> queue.channel().equals(channel)).count();
    }

    int largestNumber() {
        return Math.max(sent.size(), queues.size());
    }
}
