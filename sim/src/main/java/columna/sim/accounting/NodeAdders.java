package columna.sim.accounting;

import columna.hardware.block.Adder;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.chip.Topology;

/** The adders in the nodes of a reduction tree: one for each real word of a beat in every node with two children. */
final class NodeAdders {

    private NodeAdders() {}

    /** Whether the nodes of the bus add what the senders of a channel send. */
    static boolean add(Chip chip, Channel channel) {
        return chip.bus().topology() == Topology.TREE && channel.reduction();
    }

    /** All nodes are alike: as wide as the widest sum, as many as the fullest beat needs. A binary tree of n leaves has n - 1 forks. */
    static Units<Adder> of(Chip chip) {
        int bits = 0;
        int words = 0;
        for (Channel channel : chip.channels().values()) {
            if (add(chip, channel)) {
                bits = Math.max(bits, channel.sumBits());
                words = Math.max(words, BeatPacking.of(channel, chip.bus()).elementsPerPacket() * channel.parts());
            }
        }
        return Units.of(bits, Adder::new, words * (chip.cores().size() - 1));
    }
}
