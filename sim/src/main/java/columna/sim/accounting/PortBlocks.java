package columna.sim.accounting;

import columna.hardware.block.Adder;
import columna.hardware.block.Comparator;
import columna.hardware.block.Ports;
import columna.hardware.block.Register;
import columna.hardware.block.RegisterFile;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import java.util.List;
import java.util.stream.Stream;

/**
 * The port of a core at the bus.
 *
 * @param adders adders of what arrives from several senders, one for each real word of a beat
 * @param sendQueue beats read and not yet granted
 * @param receiveQueues beats arrived, a queue for each channel and sender, or sum of senders
 * @param comparators where small errors are skipped, two for each rounding unit that errors to be sent pass: a word is small if it is
 *     below the threshold and above its negative
 * @param flags registers of flags, one for each beat of flags that is sent or received
 */
public record PortBlocks(
        Units<Adder> adders,
        Units<RegisterFile> sendQueue,
        Units<RegisterFile> receiveQueues,
        Units<Comparator> comparators,
        Units<Register> flags) {

    static PortBlocks of(Chip chip, Operations operations, int lanes) {
        List<Send> skipping = operations.sends().stream()
                .filter(send -> chip.skips(chip.channels().get(send.channel()))).toList();
        int errorBits = Operations.most(skipping, send -> send.source().memory().format().width());
        int errorParts = Operations.most(skipping, send -> send.source().memory().parts());
        int sumBits = Operations.most(operations.receives(), r -> streams(chip, r.channel()) > 1 ? wordBits(chip, r) : 0);
        int queues = operations.receives().stream()
                .map(Receive::channel).distinct().mapToInt(channel -> streams(chip, channel)).sum();
        return new PortBlocks(
                Units.of(sumBits, Adder::new, Operations.most(operations.receives(), r -> adders(chip, r))),
                Units.of(queue(chip, chip.pipeline().memoryReadCycles() + 1), operations.sends().isEmpty() ? 0 : 1),
                Units.of(queue(chip, chip.bus().bufferBeats()), queues),
                Units.of(errorBits, Comparator::new, 2 * lanes * errorParts),
                flags(chip, operations, skipping));
    }

    private static Units<Register> flags(Chip chip, Operations operations, List<Send> skipping) {
        int sent = skipping.stream().map(Send::channel).distinct().mapToInt(channel -> flagBeats(chip, channel)).sum();
        List<String> received = operations.receives().stream().map(Receive::channel).distinct()
                .filter(channel -> chip.skips(chip.channels().get(channel))).toList();
        int arriving = received.stream().mapToInt(channel -> streams(chip, channel) * flagBeats(chip, channel)).sum();
        List<String> all = Stream.concat(skipping.stream().map(Send::channel), received.stream()).toList();
        return Units.of(Operations.most(all, channel -> flagBits(chip, channel)), Register::new, sent + arriving);
    }

    private static int flagBeats(Chip chip, String channel) {
        return BeatPacking.of(chip.channels().get(channel), chip.bus()).flagBeats(chip.bus().widthBits());
    }

    /** Flags of one beat. */
    private static int flagBits(Chip chip, String channel) {
        return Math.min(chip.bus().widthBits(), BeatPacking.of(chip.channels().get(channel), chip.bus()).packets());
    }

    /** Bits of a received word, or of the sum of what all senders send. */
    static int wordBits(Chip chip, Receive receive) {
        return chip.channels().get(receive.channel()).sumBits();
    }

    /** Streams that arrive: one from each sender, or one sum where the nodes of the bus add. */
    private static int streams(Chip chip, String name) {
        Channel channel = chip.channels().get(name);
        return NodeAdders.add(chip, channel) ? 1 : channel.senders().size();
    }

    private static int adders(Chip chip, Receive receive) {
        if (streams(chip, receive.channel()) == 1) {
            return 0;
        }
        BeatPacking packing = BeatPacking.of(chip.channels().get(receive.channel()), chip.bus());
        return packing.elementsPerPacket() * receive.destination().memory().parts();
    }

    private static RegisterFile queue(Chip chip, int beats) {
        return new RegisterFile(beats, chip.bus().widthBits(), Ports.ONE_READ_ONE_WRITE);
    }
}
