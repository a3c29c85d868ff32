package columna.sim.timing;

import columna.sim.accounting.BankShape;
import columna.sim.accounting.BeatPacking;
import columna.sim.program.Memory;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * Which words of the destination each packet completes.
 *
 * @param packing beats and elements of packets
 * @param masks the packets that each stream brings
 * @param wordEnd index behind the last completed word of each packet
 * @param words completed words in order
 * @param sizes elements of each completed word
 */
record ReceivePlan(BeatPacking packing, List<PacketMask> masks, int[] wordEnd, int[] words, int[] sizes) {

    static ReceivePlan of(Memory memory, BeatPacking packing, List<PacketMask> masks, int lanes) {
        BankShape shape = BankShape.of(memory, lanes);
        IntArrayList ends = new IntArrayList();
        IntArrayList words = new IntArrayList();
        IntArrayList sizes = new IntArrayList();
        for (int packet = 0; packet < packing.packets(); packet++) {
            for (int element = packing.first(packet); element < packing.end(packet); element++) {
                if (shape.remaining(element) == 1) {
                    words.add(shape.word(element));
                    sizes.add(element % shape.columns() % lanes + 1);
                }
            }
            ends.add(words.size());
        }
        return new ReceivePlan(packing, masks, ends.toArray(), words.toArray(), sizes.toArray());
    }

    /** Elements of a packet. */
    int elements(int packet) {
        return packing.end(packet) - packing.first(packet);
    }
}
