package columna.sim.chip;

import columna.fixedpoint.Format;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.Operand;
import columna.sim.program.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole chip, ready for every interpretation.
 *
 * @param cores all cores; the position in this list is a core's index
 * @param channels all channels by name, derived from the programs
 * @param pipeline stage latencies of all cores
 * @param bus the bus between cores and host
 * @param random the random words of stochastic rounding
 */
public record Chip(
        List<Core> cores,
        Map<String, Channel> channels,
        PipelineHardware pipeline,
        BusHardware bus,
        RandomHardware random) {

    /** Connects the cores: every name in a send or receive becomes a channel. */
    public static Chip of(List<Core> cores, PipelineHardware pipeline, BusHardware bus, RandomHardware random) {
        return new Chip(List.copyOf(cores), connect(cores), pipeline, bus, random);
    }

    /** The format in which a channel carries words: the sender's, or the receiver's where the host sends. */
    public Format payloadFormat(String channel) {
        Format received = null;
        Format sent = null;
        for (Core core : cores) {
            for (List<MicroOperation> operations : core.program().phases().values()) {
                for (MicroOperation operation : operations) {
                    if (operation instanceof Send send && send.channel().equals(channel)) {
                        sent = send.source().memory().format();
                    } else if (received == null && operation instanceof Receive receive && receive.channel().equals(channel)) {
                        received = receive.destination().memory().format();
                    }
                }
            }
        }
        if (sent == null && received == null) {
            throw new IllegalArgumentException("the chip has no channel " + channel);
        }
        return sent == null ? received : sent;
    }

    /** The index of the core of that name. */
    public int index(String coreName) {
        for (int i = 0; i < cores.size(); i++) {
            if (cores.get(i).name().equals(coreName)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the chip has no core " + coreName);
    }

    /** Whether small elements are skipped on a channel: on one of errors, if the bus has a threshold. */
    public boolean skips(Channel channel) {
        return bus.errorThreshold().isPresent() && channel.carriesErrors();
    }

    /** The same chip with another bus. */
    public Chip with(BusHardware other) {
        return new Chip(cores, channels, pipeline, other, random);
    }

    /** The cores whose program declares that memory. */
    public List<Integer> coresWith(String memory) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < cores.size(); i++) {
            if (cores.get(i).program().memories().stream().anyMatch(m -> m.name().equals(memory))) {
                found.add(i);
            }
        }
        return found;
    }

    /** Every signal's memory, by name; cores of one type agree on it but for its size. */
    public Map<String, Memory> signals() {
        Map<String, Memory> signals = new LinkedHashMap<>();
        cores.forEach(core -> core.program().memories().forEach(m -> signals.putIfAbsent(m.name(), m)));
        return signals;
    }

    private static Map<String, Channel> connect(List<Core> cores) {
        Map<String, List<Integer>> senders = new LinkedHashMap<>();
        Map<String, List<Integer>> receivers = new LinkedHashMap<>();
        Map<String, Memory> words = new LinkedHashMap<>();
        for (int index = 0; index < cores.size(); index++) {
            for (Phase phase : Phase.values()) {
                for (MicroOperation operation : cores.get(index).program().phase(phase)) {
                    ends(operation).ifPresent(end -> words.putIfAbsent(end.channel(), end.memory()));
                    if (operation instanceof Send send) {
                        senders.computeIfAbsent(send.channel(), c -> new ArrayList<>()).add(index);
                        words.put(send.channel(), send.source().memory());
                    } else if (operation instanceof Receive receive) {
                        receivers.computeIfAbsent(receive.channel(), c -> new ArrayList<>()).add(index);
                    }
                }
            }
        }
        Map<String, Channel> channels = new LinkedHashMap<>();
        words.forEach((name, memory) -> channels.put(
                name,
                new Channel(
                        name,
                        senders.getOrDefault(name, List.of(Channel.HOST)),
                        receivers.getOrDefault(name, List.of(Channel.HOST)),
                        Math.toIntExact(memory.elements()),
                        memory.elementBits(),
                        memory.parts())));
        return channels;
    }

    private record End(String channel, Memory memory) {}

    private static Optional<End> ends(MicroOperation operation) {
        return switch (operation) {
            case Send(Operand source, String channel, boolean learning) -> Optional.of(new End(channel, source.memory()));
            case Receive(Operand destination, String channel, boolean learning) -> Optional.of(
                    new End(channel, destination.memory()));
            default -> Optional.empty();
        };
    }
}
