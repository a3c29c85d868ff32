package columna.sim.timing;

import java.util.Arrays;
import java.util.List;

/**
 * The arbiter of the bus. In every cycle it goes through all requests in a fixed order, cores by index, then the host's
 * channels, and grants each one whose segments are free when its beat will cross them and whose receivers have room.
 */
final class BusClock {

    private final List<Requester> requesters;
    private final long[] crossings;
    private final int mask;
    private final long[] beats;
    private long emptyFrom;

    /**
     * @param requesters in order of priority
     * @param longest largest number of cycles from a grant to the beat's leaving the bus
     */
    BusClock(List<Requester> requesters, int segments, int longest) {
        this.requesters = List.copyOf(requesters);
        int ring = Integer.highestOneBit(Math.max(1, longest)) << 1;
        this.mask = ring - 1;
        this.crossings = new long[segments * ring];
        Arrays.fill(crossings, -1);
        this.beats = new long[segments];
    }

    void arbitrate(long cycle) {
        for (int i = 0; i < requesters.size(); i++) {
            Requester requester = requesters.get(i);
            if (requester.requesting() && isFree(requester.route(), cycle)) {
                send(requester.route(), cycle);
                requester.grant();
            }
        }
    }

    private boolean isFree(Route route, long cycle) {
        for (int i = 0; i < route.segments().length; i++) {
            long crossing = cycle + route.delays()[i];
            if (crossings[slot(route.segments()[i], crossing)] == crossing) {
                return false;
            }
        }
        for (int i = 0; i < route.queues().size(); i++) {
            if (!route.queues().get(i).hasRoom()) {
                return false;
            }
        }
        return true;
    }

    private void send(Route route, long cycle) {
        for (int i = 0; i < route.segments().length; i++) {
            long crossing = cycle + route.delays()[i];
            crossings[slot(route.segments()[i], crossing)] = crossing;
            beats[route.segments()[i]]++;
        }
        for (int i = 0; i < route.queues().size(); i++) {
            route.queues().get(i).grant(cycle + route.arrivals()[i]);
        }
        emptyFrom = Math.max(emptyFrom, cycle + route.last());
    }

    private int slot(int segment, long crossing) {
        return segment * (mask + 1) + (int) (crossing & mask);
    }

    /** The first cycle in which no beat is on the bus. */
    long emptyFrom() {
        return emptyFrom;
    }

    /** Beats that a segment has carried. */
    long beats(int segment) {
        return beats[segment];
    }
}
