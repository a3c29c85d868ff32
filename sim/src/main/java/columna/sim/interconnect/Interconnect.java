package columna.sim.interconnect;

import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import java.util.List;

/**
 * The segments of a chip's bus and the ways along them. Ends of a way are indices of cores, or
 * {@link columna.sim.chip.Channel#HOST}. A segment carries one beat per cycle; all ways from one sender that cross a segment cross it as
 * their k-th with the same k, so a beat to several receivers crosses it once.
 */
public sealed interface Interconnect permits SpatialBus, BroadcastBus, ReductionTree, Ring, Mesh {

    /** The interconnect of a chip. */
    static Interconnect of(Chip chip) {
        int cores = chip.cores().size();
        return switch (chip.bus().topology()) {
            case SPATIAL -> new SpatialBus(chip.cores().stream().map(Core::level).toList());
            case BROADCAST -> new BroadcastBus(cores);
            case TREE -> new ReductionTree(cores);
            case RING -> new Ring(cores);
            case MESH -> new Mesh(cores);
        };
    }

    /** How many segments there are. */
    int segments();

    /** The name of a segment that reports print. */
    String name(int segment);

    /** Length of a segment, as a multiple of the distance between neighbouring cores. */
    double length(int segment);

    /**
     * The segments from one end to another in the order in which a beat crosses them, at least one.
     *
     * @throws IllegalArgumentException if there is no way from a core to itself
     */
    int[] way(int from, int to);

    /**
     * The segments that what one of several senders sends crosses; as {@link #way(int, int)} unless the senders' words are added on their
     * way, where it leads through the node that has the whole sum.
     */
    default int[] way(List<Integer> senders, int from, int to) {
        return way(from, to);
    }

    /** The largest number of segments of a way. */
    int longestWay();

    /** Whether what several senders send on a channel is added on its way, so that their beats travel together. */
    default boolean adds() {
        return false;
    }
}
