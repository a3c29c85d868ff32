package columna.sim.timing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way of a channel's beats from one sender to all receivers; or, where the nodes of the bus add what several senders send, the part of
 * the common way that the senders before this one do not have.
 *
 * @param channel the channel's name
 * @param segments segments of the bus that a beat crosses
 * @param delays cycles after its grant in which it crosses each of them
 * @param queues queues at the receiving cores
 * @param arrivals cycles after its grant from which it can be drained from each of them
 * @param last cycles after its grant until it has left the bus
 * @param partners positions of the requesters that are granted together with this one, itself among them, in ascending order; none if it
 *     is granted alone
 * @param tally what the arbiter answers
 */
record Route(
        String channel,
        int[] segments,
        int[] delays,
        List<BeatQueue> queues,
        int[] arrivals,
        int last,
        int[] partners,
        ChannelTally tally) {

    /** Leads nowhere. */
    static final Route NONE =
            new Route("", new int[0], new int[0], List.of(), new int[0], 0, new int[0], new ChannelTally());

    /**
     * @param ways of the sender's beats, one to each receiver
     * @param taken segments that partners before this one cross; this one's are added
     * @param queues those at the receiving cores, which come first among the receivers; none for partners but the first
     */
    static Route of(
            String channel,
            List<int[]> ways,
            Set<Integer> taken,
            List<BeatQueue> queues,
            int hopCycles,
            int[] partners,
            ChannelTally tally) {
        Map<Integer, Integer> crossed = new LinkedHashMap<>();
        for (int[] way : ways) {
            for (int hop = 0; hop < way.length; hop++) {
                if (!taken.contains(way[hop])) {
                    crossed.put(way[hop], hop * hopCycles);
                }
            }
        }
        taken.addAll(crossed.keySet());
        int[] arrivals = ways.stream().mapToInt(way -> way.length * hopCycles).toArray();
        return new Route(
                channel,
                crossed.keySet().stream().mapToInt(s -> s).toArray(),
                crossed.values().stream().mapToInt(d -> d).toArray(),
                queues,
                Arrays.copyOf(arrivals, queues.size()),
                Arrays.stream(arrivals).max().orElse(0),
                partners,
                tally);
    }
}
