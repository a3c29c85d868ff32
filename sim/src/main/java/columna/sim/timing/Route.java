package columna.sim.timing;

import java.util.List;

/**
 * The way of a channel's beats from one sender to all receivers.
 *
 * @param channel the channel's name
 * @param segments segments of the bus that a beat crosses
 * @param delays cycles after its grant in which it crosses each of them
 * @param queues queues at the receiving cores
 * @param arrivals cycles after its grant from which it can be drained from each of them
 * @param last cycles after its grant until it has left the bus
 */
record Route(String channel, int[] segments, int[] delays, List<BeatQueue> queues, int[] arrivals, int last) {

    /** Leads nowhere. */
    static final Route NONE = new Route("", new int[0], new int[0], List.of(), new int[0], 0);
}
