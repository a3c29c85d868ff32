package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Action;
import columna.sim.accounting.Blocks;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.Topology;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cycles, beats and refusals on every topology: closed forms over 40 elements of 16 bits, and laws of whole chips. */
class TopologyTest {

    private static final PipelineHardware PIPELINE = new PipelineHardware(2, 1, 3);

    private static Core core(int index, String... equations) {
        return TinyChips.core("core[" + index + "]", 0, 8, equations);
    }

    private static Chip chip(BusHardware bus, Core... cores) {
        return Chip.of(List.of(cores), PIPELINE, bus, TinyChips.RANDOM);
    }

    private static OperationOutcome last(StepOutcome step, int core) {
        return step.cores().get(core).operations().getLast();
    }

    private static StepOutcome.Traffic traffic(StepOutcome step, String channel) {
        return step.channels().stream().filter(t -> t.channel().equals(channel)).findFirst().orElseThrow();
    }

    /**
     * The law of {@link TransferTest} with ways counted by hand for 7 cores: 8 stops of a ring, 3 x 3 places of a mesh with core
     * i at place i + 1, leaves of a tree of depth 3. The first beat is granted in cycle 1 + 2; b beats through a queue of
     * q over a way of a cycles take {@code (b - 1) / q * max(q, a + 1) + (b - 1) % q} cycles more. Waiting for room is all
     * that refuses: the cycles from the first to the last grant in which there is none.
     */
    @ParameterizedTest
    @CsvSource({
        "BROADCAST, 0, 6, 1, 1", "BROADCAST, 5, 2, 3, 1",
        "RING, 0, 6, 1, 2", "RING, 0, 4, 2, 4", "RING, 5, 4, 1, 1",
        "MESH, 0, 6, 1, 2", "MESH, 1, 5, 2, 4", "MESH, 3, 4, 1, 1",
        "TREE, 0, 1, 1, 2", "TREE, 0, 6, 1, 6", "TREE, 4, 6, 2, 4"
    })
    void aStreamIsAsFastAsItsQueueAllows(Topology topology, int from, int to, int hopCycles, int hops) {
        int beats = 10;
        int way = hops * hopCycles;
        for (int buffer : new int[] {1, 2, 4, 7, 16}) {
            Core[] cores = new Core[7];
            for (int i = 0; i < cores.length; i++) {
                cores[i] = i == from ? core(i, "send vg[g] -> x") : i == to ? core(i, "receive wg[g] <- x") : core(i);
            }
            StepOutcome step = TinyChips.step(chip(new BusHardware(topology, 64, hopCycles, buffer), cores));
            int lastGrant = 3 + (beats - 1) / buffer * Math.max(buffer, way + 1) + (beats - 1) % buffer;
            assertThat(last(step, from).lastCycle()).isEqualTo(lastGrant);
            assertThat(last(step, to).lastCycle()).isEqualTo(lastGrant + way + 3 + 1);
            assertThat(traffic(step, "x"))
                    .isEqualTo(new StepOutcome.Traffic("x", beats, 0, lastGrant - 3 + 1 - beats, 0));
            assertThat(step.segments().stream().filter(s -> s.beats() > 0)).hasSize(hops).allMatch(s -> s.beats() == beats);
        }
    }

    /**
     * Two streams at once, each to a core of its own with room for all. Both offer from cycle 3. Where they share a segment the second one
     * waits for the 10 beats of the first, which is all the contention there is; where they do not, both end in cycle 12.
     */
    @ParameterizedTest
    @CsvSource({"SPATIAL, true", "BROADCAST, true", "TREE, false", "RING, false", "MESH, false"})
    void streamsContendForSharedSegmentsOnly(Topology topology, boolean shared) {
        StepOutcome step = TinyChips.step(chip(
                new BusHardware(topology, 64, 1, 10),
                core(0, "send vg[g] -> x"), core(1, "receive wg[g] <- x"),
                core(2, "send vg[g] -> y"), core(3, "receive wg[g] <- y")));
        assertThat(last(step, 0).lastCycle()).isEqualTo(12);
        assertThat(last(step, 2).lastCycle()).isEqualTo(shared ? 22 : 12);
        assertThat(traffic(step, "x")).isEqualTo(new StepOutcome.Traffic("x", 10, 0, 0, 0));
        assertThat(traffic(step, "y")).isEqualTo(new StepOutcome.Traffic("y", 10, shared ? 10 : 0, 0, 0));
    }

    /**
     * A ring of 3 cores, 4 stops: core 0 sends to core 2 over core 1 (a tie, so upwards), core 1 to core 2. The stream of core 0, granted
     * in cycles 3 to 12, enters the segment from core 1 to core 2 in cycles 4 to 13. Core 1's first beat is granted in cycle 3, before
     * them; then it waits until cycle 13 has passed.
     */
    @Test
    void aBeatWaitsForThoseThatPassBy() {
        StepOutcome step = TinyChips.step(chip(
                new BusHardware(Topology.RING, 64, 1, 10),
                core(0, "send vg[g] -> x"), core(1, "send vg[g] -> y"), core(2, "receive wg[g] <- x", "receive vg[g] <- y")));
        assertThat(last(step, 0).lastCycle()).isEqualTo(12);
        assertThat(last(step, 1).lastCycle()).isEqualTo(13 + 9);
        assertThat(traffic(step, "y")).isEqualTo(new StepOutcome.Traffic("y", 10, 10, 0, 0));
        assertThat(step.segments()).contains(new StepOutcome.Segment("ascending, core 1 to core 2", 20));
    }

    /** On a mesh of 3 x 3 from (1,0): to (2,0) and (2,1) together over one segment eastwards, to (1,2) northwards. */
    @Test
    void aMulticastCrossesEverySegmentOnce() {
        Core[] cores = new Core[8];
        for (int i = 0; i < cores.length; i++) {
            cores[i] = i == 0 ? core(i, "send vg[g] -> x") : i == 1 || i == 4 || i == 6 ? core(i, "receive wg[g] <- x") : core(i);
        }
        Chip chip = chip(new BusHardware(Topology.MESH, 64, 1, 10), cores);
        StepOutcome step = TinyChips.step(chip);
        assertThat(step.segments().stream().filter(s -> s.beats() > 0)).containsExactlyInAnyOrder(
                new StepOutcome.Segment("(1,0) to (2,0)", 10),
                new StepOutcome.Segment("(2,0) to (2,1)", 10),
                new StepOutcome.Segment("(1,0) to (1,1)", 10),
                new StepOutcome.Segment("(1,1) to (1,2)", 10));
        assertThat(step.counts().total(Blocks.of(chip).wire(0), Action.TRANSFER)).isEqualTo(40);
        assertThat(last(step, 1).lastCycle()).isEqualTo(12 + 1 + 3 + 1);
        assertThat(last(step, 6).lastCycle()).isEqualTo(12 + 2 + 3 + 1);
    }

    /**
     * A sum of two words of 16 bits has 17, of which 3 fit into a beat: 14 beats. The right core first adds 40 words in 5 slots and so fetches
     * its send in cycle 16 and offers in 19; until then the left one waits for its partner from cycle 3 on. One stream of 14 beats leaves
     * the node above both and reaches core 3 after 4 hops; 40 sums are made in the node, none at the port.
     */
    @Test
    void theNodesOfATreeAdd() {
        Chip chip = chip(
                new BusHardware(Topology.TREE, 64, 1, 14),
                core(0, "send vg[g] -> sum"), core(1, "s := wg[g]", "send vg[g] -> sum"), core(2),
                core(3, "receive wg[g] <- sum"));
        StepOutcome step = TinyChips.step(chip);
        assertThat(traffic(step, "sum")).isEqualTo(new StepOutcome.Traffic("sum", 14, 0, 0, 16));
        assertThat(last(step, 0).lastCycle()).isEqualTo(19 + 13);
        assertThat(last(step, 1).lastCycle()).isEqualTo(19 + 13);
        assertThat(last(step, 3).lastCycle()).isEqualTo(19 + 13 + 4 + 3 + 1);
        assertThat(last(step, 3).slots()).isEqualTo(14);
        assertThat(step.segments().stream().filter(s -> s.beats() > 0)).containsExactlyInAnyOrder(
                new StepOutcome.Segment("height 0 to 1 above core 0", 14),
                new StepOutcome.Segment("height 0 to 1 above core 1", 14),
                new StepOutcome.Segment("height 1 to 2 above cores 0 to 1", 14),
                new StepOutcome.Segment("height 2 to 1 above cores 2 to 3", 14),
                new StepOutcome.Segment("height 1 to 0 above core 3", 14));
        Blocks blocks = Blocks.of(chip);
        assertThat(blocks.core(3).port().adders().count()).isZero();
        assertThat(blocks.core(3).port().receiveQueues().count()).isEqualTo(1);
        assertThat(blocks.nodeAdders().count()).as("3 forks, 3 words in a beat").isEqualTo(3 * 3);
        assertThat(step.counts().total(blocks.nodeAdders().block().orElseThrow(), Action.ADD)).isEqualTo(40);
    }

    /**
     * Cores 0 and 1 share the segment above both, which the stream of core 0 and the sum of cores 1 and 3 both cross in the cycle after their
     * grant. The stream of 10 beats is granted first, in cycles 3 to 12, then the sum; core 3 waits with core 1. The host's 10 beats to core 1
     * start in cycle 0 and meet nobody on their way down from the root.
     */
    @Test
    void aSumWaitsForASegmentWithAllItsSenders() {
        StepOutcome step = TinyChips.step(chip(
                new BusHardware(Topology.TREE, 64, 1, 14),
                core(0, "send vg[g] -> x"), core(1, "send vg[g] -> sum", "receive wg[g] <- y"),
                core(2, "receive wg[g] <- x", "receive vg[g] <- sum"), core(3, "send vg[g] -> sum")));
        assertThat(traffic(step, "x")).isEqualTo(new StepOutcome.Traffic("x", 10, 0, 0, 0));
        assertThat(traffic(step, "sum")).isEqualTo(new StepOutcome.Traffic("sum", 14, 10, 0, 0));
        assertThat(traffic(step, "y")).isEqualTo(new StepOutcome.Traffic("y", 10, 0, 0, 0));
        assertThat(last(step, 3).lastCycle()).isEqualTo(13 + 13);
        assertThat(step.segments()).contains(new StepOutcome.Segment("height 1 to 2 above cores 0 to 1", 24));
    }

    /**
     * Whole chips: every stream arrives once at every receiver, every crossing is a transfer of some wire, every request is answered; and
     * no topology changes what the cores do besides.
     */
    @ParameterizedTest
    @EnumSource(Topology.class)
    void beatsAreConserved(Topology topology) {
        for (Chip spatial : WholeChipTest.chips()) {
            Chip chip = Chip.of(spatial.cores(), spatial.pipeline(), spatial.bus().with(topology), spatial.random());
            TimingEngine engine = new TimingEngine(chip, false);
            TimingEngine plain = new TimingEngine(spatial, false);
            for (StepKind kind : WholeChipTest.KINDS) {
                StepOutcome step = engine.step(kind);
                Map<String, Long> expected = new HashMap<>();
                for (CoreOutcome core : step.cores()) {
                    for (OperationOutcome operation : core.operations()) {
                        if (operation.issued().operation() instanceof Receive receive) {
                            long arriving = streams(chip, receive.channel()) * beats(chip, receive.channel());
                            assertThat(operation.slots()).isEqualTo(arriving);
                            expected.put(receive.channel(), arriving);
                        }
                    }
                }
                step.channels().stream().filter(t -> expected.containsKey(t.channel()))
                        .forEach(t -> assertThat(t.beats()).isEqualTo(expected.get(t.channel())));
                long crossings = step.segments().stream().mapToLong(StepOutcome.Segment::beats).sum();
                assertThat(step.counts().sum(key -> key.action() == Action.TRANSFER)).isEqualTo(crossings);
                assertThat(step.counts().sum(key -> key.action() == Action.ADD)).as("in nodes or at ports")
                        .isEqualTo(plain.step(kind).counts().sum(key -> key.action() == Action.ADD));
                assertThat(arithmetic(step)).isEqualTo(arithmetic(plain.step(kind)));
            }
        }
    }

    private static long streams(Chip chip, String name) {
        return chip.bus().topology() == Topology.TREE ? 1 : chip.channels().get(name).senders().size();
    }

    /** A sum of s words of b bits is less than s 2^(b-1) in magnitude. */
    private static long beats(Chip chip, String name) {
        Channel channel = chip.channels().get(name);
        int senders = chip.bus().topology() == Topology.TREE ? channel.senders().size() : 1;
        int bits = channel.elementBits() / channel.parts();
        while (1L << bits < (long) senders << channel.elementBits() / channel.parts()) {
            bits++;
        }
        int perBeat = chip.bus().widthBits() / (bits * channel.parts());
        return perBeat > 0 ? -Math.floorDiv(-channel.elements(), perBeat)
                : (long) channel.elements() * -Math.floorDiv(-bits * channel.parts(), chip.bus().widthBits());
    }

    private static List<List<Long>> arithmetic(StepOutcome step) {
        List<List<Long>> all = new ArrayList<>();
        step.cores().forEach(core -> core.operations().forEach(operation -> all.add(
                List.of(operation.reads(), operation.writes(), operation.multiplies(), operation.laneSlots()))));
        return all;
    }
}
