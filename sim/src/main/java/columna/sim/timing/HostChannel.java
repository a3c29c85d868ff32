package columna.sim.timing;

import columna.sim.chip.Channel;
import columna.sim.program.Phase;

/** A channel that the host sends on: from the first cycle on it offers a beat in every cycle until all are accepted. */
final class HostChannel {

    private final Requester requester;
    private final Route route;
    private final int position;
    private final Phase phase;
    private final long beats;
    private long granted;
    private long lastProgress;

    /**
     * @param position of the channel among the chip's
     * @param phase of the first receive
     * @param beats of all transfers of the step
     */
    HostChannel(Requester requester, Route route, int position, Phase phase, long beats) {
        this.requester = requester;
        this.route = route;
        this.position = position;
        this.phase = phase;
        this.beats = beats;
    }

    Route route() {
        return route;
    }

    long beats() {
        return beats;
    }

    Requester requester() {
        return requester;
    }

    void evaluate() {
        if (granted < beats) {
            requester.request(route);
        }
    }

    void commit(long cycle, CycleObserver observer) {
        if (requester.answer()) {
            observer.granted(cycle, Channel.HOST, route.channel(), (int) granted);
            granted++;
            lastProgress = cycle;
        }
    }

    boolean done() {
        return granted == beats;
    }

    long lastProgress() {
        return lastProgress;
    }

    int position() {
        return position;
    }

    Phase phase() {
        return phase;
    }

    /** Beats accepted. */
    long granted() {
        return granted;
    }
}
