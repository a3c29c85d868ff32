package columna.sim.timing;

import columna.sim.chip.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The segments of the bus. Segment l leads from level l - 1 to level l, the host being level -1; behind those come the
 * local segments, one within every level.
 */
final class Segments {

    private final int levels;
    private final int hopCycles;

    Segments(int levels, int hopCycles) {
        this.levels = levels;
        this.hopCycles = hopCycles;
    }

    int count() {
        return 2 * levels;
    }

    /** The name that reports print. */
    String name(int segment) {
        if (segment >= levels) {
            return "within level " + (segment - levels);
        }
        return segment == 0 ? "host to level 0" : "level " + (segment - 1) + " to " + segment;
    }

    /** Segments from one level to another: one even within a level. */
    static int hops(int from, int to) {
        return Math.max(1, Math.abs(from - to));
    }

    /** Cycles from the grant until the beat can be drained. */
    int arrival(int from, int to) {
        return hopCycles * hops(from, to);
    }

    /** The route of a sender at a level to receivers at these levels, queue by queue; those of the host have none. */
    Route route(String channel, int from, List<Integer> receivers, List<BeatQueue> queues) {
        Map<Integer, Integer> crossed = new LinkedHashMap<>();
        receivers.forEach(to -> cross(crossed, from, to));
        return new Route(
                channel,
                crossed.keySet().stream().mapToInt(s -> s).toArray(),
                crossed.values().stream().mapToInt(d -> d).toArray(),
                queues,
                receivers.stream().filter(to -> to != Channel.HOST).mapToInt(to -> arrival(from, to)).toArray(),
                receivers.stream().mapToInt(to -> arrival(from, to)).max().orElse(0));
    }

    private void cross(Map<Integer, Integer> crossed, int from, int to) {
        if (from == to) {
            crossed.put(levels + from, 0);
        }
        List<Integer> way = new ArrayList<>();
        for (int level = from; level < to; level++) {
            way.add(level + 1);
        }
        for (int level = from; level > to; level--) {
            way.add(level);
        }
        for (int hop = 0; hop < way.size(); hop++) {
            crossed.put(way.get(hop), hop * hopCycles);
        }
    }
}
