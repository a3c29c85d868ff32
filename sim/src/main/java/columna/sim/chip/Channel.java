package columna.sim.chip;

import java.util.List;

/**
 * A named stream of words on the bus: from one sender to all receivers (broadcast), or from several senders whose words
 * are added (reduction): on arrival, or in the nodes of a tree.
 *
 * @param name as programs call it
 * @param senders indices of cores, or {@link #HOST}; more than one makes it a reduction
 * @param receivers indices of cores, or {@link #HOST}
 * @param elements elements of one transfer
 * @param elementBits bits of one element
 * @param parts real words of one element: 2 if it is complex, else 1
 */
public record Channel(
        String name, List<Integer> senders, List<Integer> receivers, int elements, int elementBits, int parts) {

    /** The world outside the chip: always ready to send or receive, below level 0. */
    public static final int HOST = -1;

    public Channel {
        senders = List.copyOf(senders);
        receivers = List.copyOf(receivers);
    }

    /** Whether words of several senders are added. */
    public boolean reduction() {
        return senders.size() > 1;
    }

    /** Whether cores send error signals to cores on it: by its name, which then begins with {@code error.}. */
    public boolean carriesErrors() {
        return name.startsWith("error.") && !senders.contains(HOST) && !receivers.contains(HOST);
    }

    /** Bits of one real word of the sum of what all senders send, exactly. */
    public int sumBits() {
        return elementBits / parts + 32 - Integer.numberOfLeadingZeros(senders.size() - 1);
    }
}
