package columna.sim.interconnect;

/** Refuses ways that lead nowhere. */
final class OneSelf {

    private OneSelf() {}

    static void refuse(int from, int to) {
        if (from == to) {
            throw new IllegalArgumentException("core " + from
                    + " sends to itself, for which a ring or mesh has no segment; spatial, broadcast and tree have one");
        }
    }
}
