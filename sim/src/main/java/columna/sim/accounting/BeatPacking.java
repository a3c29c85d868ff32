package columna.sim.accounting;

import columna.sim.chip.BusHardware;
import columna.sim.chip.Channel;
import columna.sim.chip.Topology;

/**
 * How elements travel in beats: as many whole elements as fit in a beat, or several beats for an element that is wider
 * than the bus. A packet is the smallest number of beats that holds whole elements.
 *
 * @param elements elements of a transfer
 * @param elementsPerPacket elements in a packet, more than 1 only if they fit in one beat
 * @param beatsPerPacket beats of a packet, more than 1 only for an element wider than the bus
 */
public record BeatPacking(int elements, int elementsPerPacket, int beatsPerPacket) {

    /** The packing of a channel's transfers. Where the nodes of the bus add, words are as wide as the whole sum from the start. */
    public static BeatPacking of(Channel channel, BusHardware bus) {
        boolean sums = bus.topology() == Topology.TREE && channel.reduction();
        int elementBits = sums ? channel.parts() * channel.sumBits() : channel.elementBits();
        int perBeat = bus.widthBits() / elementBits;
        int beats = (elementBits + bus.widthBits() - 1) / bus.widthBits();
        return new BeatPacking(channel.elements(), Math.max(1, perBeat), beats);
    }

    /** Packets of a transfer. */
    public int packets() {
        return (elements + elementsPerPacket - 1) / elementsPerPacket;
    }

    /** Beats of a transfer. */
    public int beats() {
        return Math.multiplyExact(packets(), beatsPerPacket);
    }

    /** Beats that hold a bit for each packet. */
    public int flagBeats(int widthBits) {
        return (packets() + widthBits - 1) / widthBits;
    }

    /** The first element of a packet. */
    public int first(int packet) {
        return packet * elementsPerPacket;
    }

    /** The element behind the last one of a packet. */
    public int end(int packet) {
        return Math.min(elements, first(packet + 1));
    }
}
