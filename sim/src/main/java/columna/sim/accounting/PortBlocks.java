package columna.sim.accounting;

import columna.hardware.block.Adder;
import columna.hardware.block.Ports;
import columna.hardware.block.RegisterFile;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.program.MicroOperation.Receive;

/**
 * The port of a core at the bus.
 *
 * @param adders adders of what arrives from several senders, one for each real word of a beat
 * @param sendQueue beats read and not yet granted
 * @param receiveQueues beats arrived, a queue for each channel and sender, or sum of senders
 */
public record PortBlocks(Units<Adder> adders, Units<RegisterFile> sendQueue, Units<RegisterFile> receiveQueues) {

    static PortBlocks of(Chip chip, Operations operations) {
        int sumBits = Operations.most(operations.receives(), r -> streams(chip, r.channel()) > 1 ? wordBits(chip, r) : 0);
        int queues = operations.receives().stream()
                .map(Receive::channel).distinct().mapToInt(channel -> streams(chip, channel)).sum();
        return new PortBlocks(
                Units.of(sumBits, Adder::new, Operations.most(operations.receives(), r -> adders(chip, r))),
                Units.of(queue(chip, chip.pipeline().memoryReadCycles() + 1), operations.sends().isEmpty() ? 0 : 1),
                Units.of(queue(chip, chip.bus().bufferBeats()), queues));
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
