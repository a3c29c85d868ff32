package columna.sim.interconnect;

import columna.sim.chip.Channel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Segment l leads from level l - 1 to level l, the host being level -1; behind those come the local segments, one within
 * every level.
 */
record SpatialBus(List<Integer> levelOfCore) implements Interconnect {

    SpatialBus {
        levelOfCore = List.copyOf(levelOfCore);
    }

    private int levels() {
        return 1 + levelOfCore.stream().mapToInt(level -> level).max().orElse(0);
    }

    private int level(int end) {
        return end == Channel.HOST ? -1 : levelOfCore.get(end);
    }

    @Override
    public int segments() {
        return 2 * levels();
    }

    @Override
    public String name(int segment) {
        if (segment >= levels()) {
            return "within level " + (segment - levels());
        }
        return segment == 0 ? "host to level 0" : "level " + (segment - 1) + " to " + segment;
    }

    @Override
    public double length(int segment) {
        return 1;
    }

    @Override
    public int[] way(int from, int to) {
        int below = level(from);
        int above = level(to);
        if (below == above) {
            return new int[] {levels() + below};
        }
        return below < above
                ? IntStream.rangeClosed(below + 1, above).toArray()
                : IntStream.range(0, below - above).map(hop -> below - hop).toArray();
    }

    @Override
    public int longestWay() {
        return levels();
    }
}
