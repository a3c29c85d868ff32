package columna.sim.interconnect;

/**
 * Stop 0 is the host, stop i + 1 is core i. Segment s of the ascending ring leads from stop s to the next, the last one back to stop 0;
 * behind those come the segments of the descending ring, from stop s to the one before. A beat takes the shorter way, the ascending one
 * if both are as long.
 */
record Ring(int cores) implements Interconnect {

    private int stops() {
        return cores + 1;
    }

    @Override
    public int segments() {
        return 2 * stops();
    }

    @Override
    public String name(int segment) {
        int from = segment % stops();
        return segment < stops()
                ? "ascending, " + stop(from) + " to " + stop((from + 1) % stops())
                : "descending, " + stop(from) + " to " + stop((from + cores) % stops());
    }

    private static String stop(int stop) {
        return stop == 0 ? "host" : "core " + (stop - 1);
    }

    /** The ring lies folded in two rows, so that all neighbours are at one distance. */
    @Override
    public double length(int segment) {
        return 1;
    }

    @Override
    public int[] way(int from, int to) {
        OneSelf.refuse(from, to);
        int start = from + 1;
        int ascending = Math.floorMod(to - from, stops());
        boolean ascends = 2 * ascending <= stops();
        int[] way = new int[ascends ? ascending : stops() - ascending];
        for (int hop = 0; hop < way.length; hop++) {
            way[hop] = ascends ? (start + hop) % stops() : stops() + Math.floorMod(start - hop, stops());
        }
        return way;
    }

    @Override
    public int longestWay() {
        return stops() / 2;
    }
}
