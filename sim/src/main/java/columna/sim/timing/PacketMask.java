package columna.sim.timing;

import columna.sim.accounting.BeatPacking;
import java.util.BitSet;

/**
 * Which packets of a transfer one sender sends.
 *
 * @param flagBeats beats in front of the packets that say which follow, a bit for each; 0 where all always do
 * @param packets the packets that follow
 */
record PacketMask(int flagBeats, BitSet packets) {

    /** Every packet, without a word about it. */
    static PacketMask all(BeatPacking packing) {
        return new PacketMask(0, packets(packing));
    }

    /** Every packet after its flags. */
    static PacketMask flagged(BeatPacking packing, int widthBits) {
        return new PacketMask(packing.flagBeats(widthBits), packets(packing));
    }

    /** The packets that hold one of the elements at least, after their flags. */
    static PacketMask of(BitSet elements, BeatPacking packing, int widthBits) {
        BitSet packets = new BitSet();
        elements.stream().forEach(element -> packets.set(element / packing.elementsPerPacket()));
        return new PacketMask(packing.flagBeats(widthBits), packets);
    }

    private static BitSet packets(BeatPacking packing) {
        BitSet packets = new BitSet();
        packets.set(0, packing.packets());
        return packets;
    }
}
