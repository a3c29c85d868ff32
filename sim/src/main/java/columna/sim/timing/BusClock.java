package columna.sim.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The arbiter of the bus. In every cycle it goes through all requests in a fixed order, cores by index, then the host's
 * channels, and grants each one whose segments are free when its beat will cross them and whose receivers have room. It knows nothing
 * of the topology but the routes.
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
            if (requester.requesting()) {
                int[] partners = requester.route().partners();
                if (partners.length == 0) {
                    arbitrate(cycle, requester);
                } else if (firstRequesting(partners, requester.route().tally()) == i) {
                    arbitrateTogether(cycle, partners, requester.route().tally());
                }
            }
        }
    }

    private void arbitrate(long cycle, Requester requester) {
        Route route = requester.route();
        if (hasRoom(route) && isFree(route, cycle)) {
            send(route, cycle);
            route.tally().granted();
            requester.grant();
        } else {
            route.tally().refused(hasRoom(route) ? Refusal.SEGMENT : Refusal.ROOM);
        }
    }

    private int firstRequesting(int[] partners, ChannelTally tally) {
        for (int partner : partners) {
            if (requests(partner, tally)) {
                return partner;
            }
        }
        return -1;
    }

    private boolean requests(int position, ChannelTally tally) {
        Requester requester = requesters.get(position);
        return requester.requesting() && requester.route().tally() == tally;
    }

    /** The senders of a sum get their grants in one cycle or not at all, with the first one's priority. */
    private void arbitrateTogether(long cycle, int[] partners, ChannelTally tally) {
        Optional<Refusal> refusal = refusal(cycle, partners, tally);
        if (refusal.isPresent()) {
            tally.refused(refusal.get());
            return;
        }
        tally.granted();
        for (int partner : partners) {
            send(requesters.get(partner).route(), cycle);
            requesters.get(partner).grant();
        }
    }

    /** Why the partners cannot be granted, if they cannot. */
    private Optional<Refusal> refusal(long cycle, int[] partners, ChannelTally tally) {
        for (int partner : partners) {
            if (!requests(partner, tally)) {
                return Optional.of(Refusal.PARTNER);
            }
        }
        for (int partner : partners) {
            if (!hasRoom(requesters.get(partner).route())) {
                return Optional.of(Refusal.ROOM);
            }
        }
        for (int partner : partners) {
            if (!isFree(requesters.get(partner).route(), cycle)) {
                return Optional.of(Refusal.SEGMENT);
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Route route, long cycle) {
        for (int i = 0; i < route.segments().length; i++) {
            long crossing = cycle + route.delays()[i];
            if (crossings[slot(route.segments()[i], crossing)] == crossing) {
                return false;
            }
        }
        return true;
    }

    private boolean hasRoom(Route route) {
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
