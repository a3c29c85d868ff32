package columna.sim.interconnect;

/** One segment along all cores and the host. */
record BroadcastBus(int cores) implements Interconnect {

    @Override
    public int segments() {
        return 1;
    }

    @Override
    public String name(int segment) {
        return "shared by all";
    }

    /** Every beat charges the whole wire: from the host past all cores. */
    @Override
    public double length(int segment) {
        return cores;
    }

    @Override
    public int[] way(int from, int to) {
        return new int[] {0};
    }

    @Override
    public int longestWay() {
        return 1;
    }
}
