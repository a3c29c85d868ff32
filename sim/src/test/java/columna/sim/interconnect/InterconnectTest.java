package columna.sim.interconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.sim.chip.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ways by hand, and the laws that the arbiter relies on for every number of cores up to 20. */
class InterconnectTest {

    private static final int HOST = Channel.HOST;
    private static final int MOST_CORES = 20;

    private static List<String> way(Interconnect interconnect, int from, int to) {
        return Arrays.stream(interconnect.way(from, to)).mapToObj(interconnect::name).toList();
    }

    /** Cores on levels 0, 1, 1 and 3. */
    @Test
    void aSpatialWayCrossesTheLevelsBetween() {
        Interconnect bus = new SpatialBus(List.of(0, 1, 1, 3));
        assertThat(bus.segments()).as("4 levels, each with a segment below and a local one").isEqualTo(8);
        assertThat(way(bus, HOST, 1)).containsExactly("host to level 0", "level 0 to 1");
        assertThat(way(bus, 3, 0)).containsExactly("level 2 to 3", "level 1 to 2", "level 0 to 1");
        assertThat(way(bus, 1, 2)).containsExactly("within level 1");
        assertThat(way(bus, 0, HOST)).containsExactly("host to level 0");
    }

    @Test
    void aBroadcastBusIsOneSegmentAsLongAsAllCores() {
        Interconnect bus = new BroadcastBus(5);
        assertThat(bus.segments()).isEqualTo(1);
        assertThat(bus.length(0)).isEqualTo(5);
        assertThat(bus.way(4, HOST)).containsExactly(0);
        assertThat(bus.way(2, 2)).containsExactly(0);
    }

    /** 5 cores: 5, 3 and 2 nodes have one above them; the third node of height 1 and the second of height 2 are above core 4 only. */
    @Test
    void aTreeLeadsUpToTheLowestCommonNodeAndDown() {
        Interconnect tree = new ReductionTree(5);
        assertThat(tree.segments()).isEqualTo(2 * (5 + 3 + 2));
        assertThat(way(tree, 0, 1)).containsExactly("height 0 to 1 above core 0", "height 1 to 0 above core 1");
        assertThat(way(tree, 1, 4)).containsExactly(
                "height 0 to 1 above core 1", "height 1 to 2 above cores 0 to 1", "height 2 to 3 above cores 0 to 3",
                "height 3 to 2 above core 4", "height 2 to 1 above core 4", "height 1 to 0 above core 4");
        assertThat(way(tree, HOST, 3)).containsExactly(
                "height 3 to 2 above cores 0 to 3", "height 2 to 1 above cores 2 to 3", "height 1 to 0 above core 3");
        assertThat(way(tree, 4, HOST)).hasSize(3);
        assertThat(way(tree, 2, 2)).containsExactly("height 0 to 1 above core 2", "height 1 to 0 above core 2");
    }

    /** Cores 0 and 2 add up in the node above cores 0 to 3, though core 1 is nearer to core 0. */
    @Test
    void aSumGoesDownFromTheNodeThatHasAllOfIt() {
        Interconnect tree = new ReductionTree(5);
        int[] way = tree.way(List.of(0, 2), 0, 1);
        assertThat(Arrays.stream(way).mapToObj(tree::name)).containsExactly(
                "height 0 to 1 above core 0", "height 1 to 2 above cores 0 to 1",
                "height 2 to 1 above cores 0 to 1", "height 1 to 0 above core 1");
        int[] other = tree.way(List.of(0, 2), 2, 1);
        assertThat(Arrays.stream(other).skip(2).toArray()).containsExactly(way[2], way[3]);
    }

    /** An H-tree over 4 by 4 squares of side 1: from a leaf 1/2 to the middle of a pair, 1/2 to that of a square, then 1 and 1. */
    @Test
    void segmentsOfATreeAreAsLongAsAnHTreeNeeds() {
        Interconnect tree = new ReductionTree(16);
        double[] lengths = Arrays.stream(tree.way(0, HOST)).mapToDouble(tree::length).toArray();
        assertThat(lengths).containsExactly(0.5, 0.5, 1, 1);
        double all = IntStream.range(0, tree.segments()).mapToDouble(tree::length).sum();
        assertThat(all).as("both directions").isCloseTo(2 * (16 * 0.5 + 8 * 0.5 + 4 + 2), within(0.0));
    }

    /** 5 cores and the host are 6 stops; core 3 is 3 stops from core 0 either way, which is decided upwards. */
    @Test
    void aRingGoesTheShorterWay() {
        Interconnect ring = new Ring(5);
        assertThat(ring.segments()).isEqualTo(12);
        assertThat(way(ring, HOST, 4)).containsExactly("descending, host to core 4");
        assertThat(way(ring, 0, 3)).containsExactly(
                "ascending, core 0 to core 1", "ascending, core 1 to core 2", "ascending, core 2 to core 3");
        assertThat(way(ring, 3, 0)).containsExactly(
                "ascending, core 3 to core 4", "ascending, core 4 to host", "ascending, host to core 0");
        assertThat(way(ring, 1, HOST)).containsExactly("descending, core 1 to core 0", "descending, core 0 to host");
    }

    /** 7 cores and the host are 8 ends in 3 columns and 3 rows; the place (2,2) is a router without a core. */
    @Test
    void aMeshGoesAlongTheRowFirst() {
        Interconnect mesh = new Mesh(7);
        assertThat(mesh.segments()).as("2 neighbours in each of 3 rows and 3 columns, both directions").isEqualTo(2 * (6 + 6));
        assertThat(way(mesh, 0, 6)).containsExactly("(1,0) to (1,1)", "(1,1) to (1,2)");
        assertThat(way(mesh, 1, 5)).containsExactly("(2,0) to (1,0)", "(1,0) to (0,0)", "(0,0) to (0,1)", "(0,1) to (0,2)");
        assertThat(way(mesh, 5, 1)).containsExactly("(0,2) to (1,2)", "(1,2) to (2,2)", "(2,2) to (2,1)", "(2,1) to (2,0)");
        assertThat(way(mesh, HOST, 4)).containsExactly("(0,0) to (1,0)", "(1,0) to (2,0)", "(2,0) to (2,1)");
    }

    /** 12 ends make 4 columns and 3 rows; 13 need a fourth row. */
    @Test
    void aMeshIsNearSquare() {
        assertThat(new Mesh(11).segments()).isEqualTo(2 * (3 * 3 + 4 * 2));
        assertThat(new Mesh(12).segments()).isEqualTo(2 * (4 * 3 + 4 * 3));
    }

    @Test
    void ringAndMeshHaveNoWayToOneself() {
        for (Interconnect interconnect : List.of(new Ring(4), new Mesh(4))) {
            assertThatThrownBy(() -> interconnect.way(2, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("core 2 sends to itself");
        }
    }

    private static List<Interconnect> all(int cores) {
        return List.of(
                new SpatialBus(IntStream.range(0, cores).mapToObj(core -> core / 3).toList()),
                new BroadcastBus(cores), new ReductionTree(cores), new Ring(cores), new Mesh(cores));
    }

    /** Without it a beat to several receivers would be on one segment at two times. */
    @Test
    void waysFromOneSenderCrossASegmentAtOneTime() {
        for (int cores = 1; cores <= MOST_CORES; cores++) {
            for (Interconnect interconnect : all(cores)) {
                Set<String> names = new HashSet<>();
                for (int segment = 0; segment < interconnect.segments(); segment++) {
                    names.add(interconnect.name(segment));
                }
                assertThat(names).hasSize(interconnect.segments());
                int longest = 0;
                for (int from = HOST; from < cores; from++) {
                    Map<Integer, Integer> hops = new HashMap<>();
                    for (int to = HOST; to < cores; to++) {
                        if (from != to) {
                            longest = Math.max(longest, checkHops(interconnect.way(from, to), hops));
                        }
                    }
                }
                assertThat(interconnect.longestWay()).as("%s", interconnect).isGreaterThanOrEqualTo(longest);
            }
        }
    }

    private static int checkHops(int[] way, Map<Integer, Integer> hops) {
        assertThat(way).isNotEmpty();
        for (int hop = 0; hop < way.length; hop++) {
            Integer before = hops.putIfAbsent(way[hop], hop);
            assertThat(before == null || before == hop).isTrue();
        }
        return way.length;
    }

    /** Senders at any leaves: what they send crosses a common segment at one time, so that it can be added there. */
    @Test
    void sumsMeetInTheNodesOfATree() {
        for (int cores = 2; cores <= MOST_CORES; cores++) {
            ReductionTree tree = new ReductionTree(cores);
            List<Integer> senders = new ArrayList<>();
            for (int core = 0; core < cores; core += 3) {
                senders.add(core);
            }
            for (int to = HOST; to < cores; to++) {
                Map<Integer, Integer> hops = new HashMap<>();
                Set<Integer> lengths = new HashSet<>();
                for (int from : senders) {
                    lengths.add(checkHops(tree.way(senders, from, to), hops));
                }
                assertThat(lengths).hasSize(1);
            }
        }
    }

    /** Segments lead on from where the one before ended; distances are those of geometry. */
    @Test
    void waysAreConnectedAndShortest() {
        for (int cores = 1; cores <= MOST_CORES; cores++) {
            int stops = cores + 1;
            int columns = (int) Math.ceil(Math.sqrt(stops));
            for (int from = HOST; from < cores; from++) {
                for (int to = HOST; to < cores; to++) {
                    if (from == to) {
                        continue;
                    }
                    int apart = Math.abs(from - to);
                    List<String> ring = way(new Ring(cores), from, to);
                    assertConnected(ring);
                    assertThat(ring).hasSize(Math.min(apart, stops - apart));
                    List<String> mesh = way(new Mesh(cores), from, to);
                    assertConnected(mesh);
                    assertThat(mesh).hasSize(Math.abs((from + 1) % columns - (to + 1) % columns)
                            + Math.abs((from + 1) / columns - (to + 1) / columns));
                }
            }
        }
    }

    private static void assertConnected(List<String> way) {
        for (int hop = 1; hop < way.size(); hop++) {
            String start = way.get(hop).split(" to ")[0].replaceFirst(".*ending, ", "");
            assertThat(way.get(hop - 1).split(" to ")[1]).isEqualTo(start);
        }
    }
}
