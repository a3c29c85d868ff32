package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.hardware.block.Ports;
import columna.sim.chip.PipelineHardware;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One micro-operation alone on a core: cycles and accesses from closed forms over the sizes n = 5, h = 7, k = 6, g = 40. */
class MicroOperationTest {

    /** A machine and its closed forms. */
    record Machine(int lanes, Ports ports, PipelineHardware pipeline) {

        int words(int elements) {
            return (elements + lanes - 1) / lanes;
        }

        int tree() {
            return switch (lanes) {
                case 1 -> 0;
                case 3, 4 -> 2;
                case 8 -> 3;
                default -> throw new IllegalArgumentException("no tree is written down for " + lanes + " lanes");
            };
        }

        /** From a slot's issue to its write: read, multiply, tree, accumulate, round, then the write's own cycle. */
        int sumLatency(int tree) {
            return pipeline.memoryReadCycles() + pipeline.multiplyCycles() + tree + 1 + pipeline.roundCycles();
        }

        boolean oneReadPort() {
            return ports != Ports.TWO_READ_ONE_WRITE;
        }

        OperationOutcome run(String equation) {
            StepOutcome step = TinyChips.step(TinyChips.core(lanes, ports, pipeline, equation));
            OperationOutcome operation = step.cores().getFirst().operations().getFirst();
            assertThat(operation.firstCycle()).isZero();
            assertThat(step.cycles()).isEqualTo(operation.lastCycle() + 1 + 1);
            assertThat(operation.slots() + operation.stalls().values().stream().mapToLong(s -> s).sum())
                    .isEqualTo(operation.cycles());
            return operation;
        }
    }

    static List<Machine> machines() {
        List<Machine> machines = new ArrayList<>();
        for (int lanes : new int[] {1, 3, 4, 8}) {
            for (Ports ports : Ports.values()) {
                machines.add(new Machine(lanes, ports, new PipelineHardware(1, 1, 1)));
                machines.add(new Machine(lanes, ports, new PipelineHardware(2, 3, 4)));
            }
        }
        return machines;
    }

    private static void check(OperationOutcome found, long slots, long portStalls, int latency, long reads, long writes) {
        assertThat(found.slots()).as("slots").isEqualTo(slots);
        assertThat(found.stalls().get(Stall.PORT)).as("port stalls").isEqualTo(portStalls);
        assertThat(found.stalls().get(Stall.DRAIN)).as("drain").isEqualTo(latency);
        assertThat(found.cycles()).as("cycles").isEqualTo(1 + slots + portStalls + latency);
        assertThat(found.reads()).as("reads").isEqualTo(reads);
        assertThat(found.writes()).as("writes").isEqualTo(writes);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void mapSumsOverRowsOfAMatrix(Machine m) {
        OperationOutcome found = m.run("vh[h] := mnh[n,h]*vn[n]");
        int groups = m.words(7);
        int vectorReads = m.words(5) == 1 ? 1 : groups * m.words(5);
        check(found, groups * 5L, 0, m.sumLatency(0), groups * 5L + vectorReads, groups);
        assertThat(found.multiplies()).isEqualTo(5 * 7);
        assertThat(found.laneSlots()).isEqualTo(5 * 7);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void reduceSumsAlongTheLanes(Machine m) {
        OperationOutcome found = m.run("vn[n] := mnh[n,h]*vh[h] + wn[n]");
        int groups = m.words(7);
        int vectorReads = groups == 1 ? 1 : 5 * groups;
        check(found, 5 * (groups + 1L), 0, m.sumLatency(m.tree()), 5 * groups + vectorReads + m.words(5), m.words(5));
        assertThat(found.multiplies()).isEqualTo(5 * 7);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void scalarsReduce(Machine m) {
        check(m.run("s := vh[h]*wh[h]"), m.words(7), 0, m.sumLatency(m.tree()), 2L * m.words(7), 1);
        check(m.run("s := t"), 1, 0, m.sumLatency(m.tree()), 1, 1);
        check(m.run("s := mnh[n,h]"), 5L * m.words(7), 0, m.sumLatency(m.tree()), 5L * m.words(7), 1);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void complexProductsTakeFourTwoOrOneMultiplications(Machine m) {
        int groups = m.words(7);
        assertThat(m.run("dnh[n,h] := cn[n]*cnh[n,h]").multiplies()).isEqualTo(4 * 35);
        assertThat(m.run("dnh[n,h] := vn[n]*cnh[n,h]").multiplies()).isEqualTo(2 * 35);
        assertThat(m.run("vh[h] := re(cnh[n,h]*cn[n])").multiplies()).isEqualTo(2 * 35);
        assertThat(m.run("im(cn[n]) := vn[n]*re(cn[n])").multiplies()).isEqualTo(5);
        assertThat(m.run("dnh[n,h] := cnh[n,h]").multiplies()).isZero();
        assertThat(m.run("dnh[n,h] := cn[n]*cnh[n,h]").slots()).isEqualTo(5L * groups);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void clearingWritesEveryWordWithoutAReading(Machine m) {
        check(m.run("mnh[n,h] := 0"), 5L * m.words(7), 0, m.sumLatency(0), 0, 5L * m.words(7));
        check(m.run("s := 0"), 1, 0, m.sumLatency(m.tree()), 0, 1);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void lookUpsTakeOneWordPerCycle(Machine m) {
        PipelineHardware p = m.pipeline();
        int latency = p.memoryReadCycles() + 1 + 1 + p.multiplyCycles() + p.roundCycles();
        check(m.run("vh[h] := f(wh[h])"), 7, 0, latency, m.words(7), m.words(7));
        check(m.run("re(cn[n]) := f(vn[n])"), 5, 0, latency, m.words(5), m.words(5));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void maximumNeitherMultipliesNorRounds(Machine m) {
        int latency = m.pipeline().memoryReadCycles() + m.tree() + 1;
        OperationOutcome found = m.run("vn[n] := max(mnh[n,h])");
        check(found, 5L * m.words(7), 0, latency, 5L * m.words(7), m.words(5));
        assertThat(found.multiplies()).isZero();
    }

    /** x[h] in place with one slot per word: after as many slots as the latency, writes take a single port for as long. */
    @ParameterizedTest
    @MethodSource("machines")
    void aSinglePortIsTakenByWrites(Machine m) {
        int groups = m.words(40);
        int latency = m.sumLatency(0);
        long stalls = m.ports() == Ports.ONE_READ_WRITE ? (long) latency * ((groups - 1) / latency) : 0;
        check(m.run("vg[g] := s*vg[g]"), groups, stalls, latency, groups + 1L, groups);
    }

    /**
     * Two slots per word, the first reads what is written: with latency 5 the write of group k falls on the first slot of
     * group k + 3 and delays it by one cycle, which shifts the meeting to every third group; with latency 4 they never meet.
     */
    @Test
    void aSinglePortIsSharedByReadsAndWritesOfAnUpdate() {
        for (int lanes : new int[] {1, 3, 4, 8}) {
            Machine four = new Machine(lanes, Ports.ONE_READ_WRITE, new PipelineHardware(1, 1, 1));
            Machine five = new Machine(lanes, Ports.ONE_READ_WRITE, new PipelineHardware(1, 2, 1));
            int groups = four.words(40);
            check(four.run("vg[g] := vg[g] - s*wg[g]"), 2L * groups, 0, 4, 2L * groups + 1, groups);
            check(five.run("vg[g] := vg[g] - s*wg[g]"), 2L * groups, (groups - 1) / 3, 5, 2L * groups + 1, groups);
        }
    }

    /** Two words of one bank in one slot take a single read port two cycles: once for every later word of the left factor. */
    @ParameterizedTest
    @MethodSource("machines")
    void twoReadsOfOneBankNeedTwoPorts(Machine m) {
        int words = m.words(7);
        long reads = words == 1 ? 1 : words + 7L * words - 1;
        long stalls = m.oneReadPort() ? words - 1 : 0;
        check(m.run("mmh[m,h] := vm[m]*vm[h]"), 7L * words, stalls, m.sumLatency(0), reads, 7L * words);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void equalWordsOfOneSlotShareARead(Machine m) {
        check(m.run("wh[h] := vh[h]*vh[h]"), m.words(7), 0, m.sumLatency(0), m.words(7), m.words(7));
    }

    /** mbc has rows of 2, vk has one row of 6: a group ends at the border of a word of either. */
    @ParameterizedTest
    @MethodSource("machines")
    void viewsCutGroupsAtWordBorders(Machine m) {
        int groups =
                switch (m.lanes()) {
                    case 1 -> 6; // every element
                    case 3 -> 4; // 0 1 | 2 | 3 | 4 5
                    default -> 3; // 0 1 | 2 3 | 4 5
                };
        int sourceWords = m.lanes() == 1 ? 6 : 3;
        check(m.run("vk[k] := mbc[k]"), groups, 0, m.sumLatency(0), sourceWords, groups);
        int destinationWords = m.words(6);
        int vkReads = m.lanes() == 3 ? 2 : destinationWords;
        check(m.run("mbc[b,c] := vk[b,c]"), groups, 0, m.sumLatency(0), vkReads, groups);
    }

    /** mmh is square, 7 by 7: neighbours on its diagonal lie in different rows and so in different words. */
    @ParameterizedTest
    @MethodSource("machines")
    void aDiagonalIsReadWordByWord(Machine m) {
        check(m.run("vm[m] := mmh[m,m]"), 7, 0, m.sumLatency(0), 7, 7);
        check(m.run("s := mmh[m,m]"), 7, 0, m.sumLatency(m.tree()), 7, 1);
    }

    @Test
    void readingAnotherElementOfTheDestinationIsRefused() {
        assertThatThrownBy(() -> new TimingEngine(
                        TinyChips.core(4, Ports.ONE_READ_ONE_WRITE, TinyChips.UNIT, "vm[m] := mmh[m,h]*vm[h]"), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'vm[m] := mmh[m,h]*vm[h]' reads vm[h] while it writes another element of it; only the same"
                        + " indices [m] are possible, so write to another memory");
    }

    @Test
    void microOperationsFollowEachOtherWithoutOverlap() {
        List<OperationOutcome> operations = TinyChips.step(TinyChips.core(
                        4, Ports.ONE_READ_ONE_WRITE, TinyChips.UNIT, "vh[h] := wh[h]", "wh[h] := 0", "s := vh[h]"))
                .cores().getFirst().operations();
        assertThat(operations).extracting(OperationOutcome::firstCycle).containsExactly(0L, 7L, 14L);
        assertThat(operations).extracting(OperationOutcome::lastCycle).containsExactly(6L, 13L, 22L);
    }
}
