package columna.sim.timing;

/** The wires between a sender and the bus: it raises a request for a route, the bus answers in the same cycle. */
final class Requester {

    private Route route = Route.NONE;
    private boolean requesting;
    private boolean granted;

    void request(Route wanted) {
        route = wanted;
        requesting = true;
    }

    boolean requesting() {
        return requesting;
    }

    Route route() {
        return route;
    }

    void grant() {
        granted = true;
    }

    /** Takes the answer and the request back. */
    boolean answer() {
        boolean answer = granted;
        requesting = false;
        granted = false;
        return answer;
    }
}
