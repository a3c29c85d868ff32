package columna.sim.interconnect;

import columna.sim.chip.Channel;
import java.util.Arrays;
import java.util.List;

/**
 * A binary tree. Core i is leaf i; node i of height j + 1 is above nodes 2i and 2i + 1 of height j, as far as there are such; the host
 * sits at the root. An upward and a downward segment lie between every node and the one above it. All leaves have the same depth, so
 * that beats which start together meet in the nodes.
 */
final class ReductionTree implements Interconnect {

    private final int cores;
    private final int depth;

    /** The first upward segment from each height; behind the last one come the downward segments in the same order. */
    private final int[] first;

    ReductionTree(int cores) {
        this.cores = cores;
        this.depth = Math.max(1, 32 - Integer.numberOfLeadingZeros(cores - 1));
        this.first = new int[depth + 1];
        for (int height = 0; height < depth; height++) {
            first[height + 1] = first[height] + nodes(height);
        }
    }

    private int nodes(int height) {
        return (cores - 1 >> height) + 1;
    }

    @Override
    public int segments() {
        return 2 * first[depth];
    }

    private int height(int segment) {
        int height = 0;
        while (segment % first[depth] >= first[height + 1]) {
            height++;
        }
        return height;
    }

    @Override
    public String name(int segment) {
        int height = height(segment);
        int node = segment % first[depth] - first[height];
        int lowest = node << height;
        int highest = Math.min(cores, node + 1 << height) - 1;
        boolean up = segment < first[depth];
        return "height " + (up ? height : height + 1) + " to " + (up ? height + 1 : height) + " above "
                + (lowest == highest ? "core " + lowest : "cores " + lowest + " to " + highest);
    }

    /** An H-tree over a square grid: two heights after each other have one length, half a distance at the leaves, then twice the last. */
    @Override
    public double length(int segment) {
        return 0.5 * (1L << height(segment) / 2);
    }

    @Override
    public int[] way(int from, int to) {
        return way(List.of(from), from, to);
    }

    /** Up to the lowest node above all senders, further up if the receiver is not below it, then down. */
    @Override
    public int[] way(List<Integer> senders, int from, int to) {
        if (from == Channel.HOST) {
            return join(new int[0], down(to, depth));
        }
        int top = to == Channel.HOST ? depth : 1;
        for (int sender : senders) {
            top = Math.max(top, apex(from, sender));
        }
        if (to == Channel.HOST) {
            return up(from, top);
        }
        top = Math.max(top, apex(from, to));
        return join(up(from, top), down(to, top));
    }

    /** Height of the lowest node above two leaves, 0 for one leaf. */
    private static int apex(int leaf, int other) {
        return 32 - Integer.numberOfLeadingZeros(leaf ^ other);
    }

    private int[] up(int leaf, int top) {
        int[] way = new int[top];
        for (int height = 0; height < top; height++) {
            way[height] = first[height] + (leaf >> height);
        }
        return way;
    }

    private int[] down(int leaf, int top) {
        int[] way = new int[top];
        for (int hop = 0; hop < top; hop++) {
            int height = top - 1 - hop;
            way[hop] = first[depth] + first[height] + (leaf >> height);
        }
        return way;
    }

    private static int[] join(int[] up, int[] down) {
        int[] way = Arrays.copyOf(up, up.length + down.length);
        System.arraycopy(down, 0, way, up.length, down.length);
        return way;
    }

    @Override
    public int longestWay() {
        return 2 * depth;
    }

    @Override
    public boolean adds() {
        return true;
    }
}
