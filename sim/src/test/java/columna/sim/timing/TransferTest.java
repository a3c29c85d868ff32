package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.hardware.block.Action;
import columna.sim.accounting.Blocks;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.PipelineHardware;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends and receives: closed forms over 40 elements of 16 bits. */
class TransferTest {

    private static final PipelineHardware PIPELINE = new PipelineHardware(2, 1, 3);

    private static StepOutcome run(BusHardware bus, Core... cores) {
        return TinyChips.step(Chip.of(List.of(cores), PIPELINE, bus, TinyChips.RANDOM));
    }

    private static OperationOutcome first(StepOutcome step, int core) {
        return step.cores().get(core).operations().getFirst();
    }

    /**
     * A queue of q beats and a way of a cycles: room comes back a + 1 cycles after the grant, so q beats are granted every
     * max(q, a + 1) cycles. The first of b beats is granted in cycle 1 + 2, the last one
     * {@code (b - 1) / q * period + (b - 1) % q} later.
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 0, 1", "1, 1, 0, 4", "3, 2, 0, 1", "3, 2, 0, 4", "3, 2, 0, 7", "3, 2, 0, 16", "2, 1, 1, 2", "0, 2, 0, 3"})
    void aStreamIsAsFastAsItsQueueAllows(int level, int hopCycles, int from, int buffer) {
        int way = hopCycles * Math.max(1, Math.abs(level - from));
        int beats = 10;
        int period = Math.max(buffer, way + 1);
        int last = 3 + (beats - 1) / buffer * period + (beats - 1) % buffer;
        StepOutcome step = run(
                new BusHardware(64, hopCycles, buffer),
                TinyChips.core("sender", from, 8, "send vg[g] -> x"),
                TinyChips.core("receiver", level, 8, "receive wg[g] <- x"));
        OperationOutcome send = first(step, 0);
        assertThat(send.lastCycle()).isEqualTo(last);
        assertThat(send.slots()).isEqualTo(beats);
        assertThat(send.reads()).isEqualTo(5);
        OperationOutcome receive = first(step, 1);
        assertThat(receive.lastCycle()).isEqualTo(last + way + 3 + 1);
        assertThat(receive.writes()).isEqualTo(5);
        assertThat(step.cycles()).isEqualTo(last + way + 3 + 1 + 1 + 1);
        assertThat(step.barrierCycles()).isEqualTo(1);
    }

    /** One lane: a beat completes four words, which are written in four cycles. */
    @Test
    void aBeatOfSeveralWordsKeepsThePortBusy() {
        StepOutcome step = run(
                new BusHardware(64, 1, 16),
                TinyChips.core("sender", 0, 8, "send vg[g] -> x"),
                TinyChips.core("receiver", 1, 1, "receive wg[g] <- x"));
        OperationOutcome receive = first(step, 1);
        int firstDrain = 1 + 2 + 1;
        assertThat(receive.lastCycle()).isEqualTo(firstDrain + 9 * 4 + 3 + 1 + 3);
        assertThat(receive.stalls().get(Stall.PORT)).as("all beats but the last hold up another").isEqualTo(9 * 3);
        assertThat(receive.writes()).isEqualTo(40);
    }

    /** One lane at the sender and one read port: a beat needs four reads; then the reads set the pace. */
    @Test
    void aBeatOfSeveralWordsTakesAReadEach() {
        StepOutcome step = run(
                new BusHardware(64, 1, 16),
                TinyChips.core("sender", 0, 1, "send vg[g] -> x"),
                TinyChips.core("receiver", 1, 8, "receive wg[g] <- x"));
        OperationOutcome send = first(step, 0);
        assertThat(send.reads()).isEqualTo(40);
        assertThat(send.stalls().get(Stall.PORT)).isEqualTo(10 * 3);
        assertThat(send.lastCycle()).isEqualTo(40 + 2);
    }

    /** 3 lanes of 16 bits hold 2 1/4 words a beat of 7 elements: words straddle beats, no word is read twice. */
    @Test
    void wordsThatStraddleBeatsAreReadOnce() {
        StepOutcome step = run(
                new BusHardware(7 * 16, 1, 16),
                TinyChips.core("sender", 0, 3, "send vg[g] -> x"),
                TinyChips.core("receiver", 1, 3, "receive wg[g] <- x"));
        assertThat(first(step, 0).slots()).isEqualTo(6);
        assertThat(first(step, 0).reads()).isEqualTo(14);
        assertThat(first(step, 1).writes()).isEqualTo(14);
    }

    /** An element of 16 bits on a bus of 6 takes 3 beats; only the first of them reads. */
    @Test
    void anElementWiderThanTheBusTakesSeveralBeats() {
        StepOutcome step = run(
                new BusHardware(6, 1, 4),
                TinyChips.core("sender", 0, 8, "send vg[g] -> x"),
                TinyChips.core("receiver", 1, 8, "receive wg[g] <- x"));
        assertThat(first(step, 0).lastCycle()).isEqualTo(3 + 120 - 1);
        assertThat(first(step, 0).reads()).isEqualTo(5);
        assertThat(first(step, 1).lastCycle()).isEqualTo(3 + 120 - 1 + 1 + 3 + 1);
    }

    /**
     * Two senders share the segment; the first one has priority and its queue holds all its 10 beats, so the second one is
     * granted 10 cycles later. The receiver drains beat 0 of both, then has a beat to drain in every cycle.
     */
    @Test
    void aReductionDrainsItsSendersInTurn() {
        int beats = 10;
        Chip chip = Chip.of(
                List.of(
                        TinyChips.core("left", 1, 8, "send vg[g] -> sum"),
                        TinyChips.core("right", 1, 8, "send vg[g] -> sum"),
                        TinyChips.core("sink", 1, 8, "receive wg[g] <- sum")),
                PIPELINE, new BusHardware(64, 1, beats), TinyChips.RANDOM);
        StepOutcome step = TinyChips.step(chip);
        assertThat(first(step, 0).lastCycle()).isEqualTo(3 + beats - 1);
        assertThat(first(step, 1).lastCycle()).isEqualTo(3 + 2 * beats - 1);
        int secondSendersFirst = 3 + beats + 1;
        int lastDrain = secondSendersFirst + 2 * beats - 2;
        assertThat(first(step, 2).lastCycle()).isEqualTo(lastDrain + 3 + 1);
        assertThat(first(step, 2).slots()).isEqualTo(2 * beats);
        Blocks blocks = Blocks.of(chip);
        assertThat(step.counts().total(blocks.core(2).port().adders().block().orElseThrow(), Action.ADD)).isEqualTo(40);
        assertThat(step.counts().total(blocks.core(2).rounding().block().orElseThrow(), Action.ROUND)).isEqualTo(40);
        assertThat(step.segments().get(2 + 1)).isEqualTo(new StepOutcome.Segment("within level 1", 2L * beats));
    }

    /**
     * A broadcast crosses every segment once, however many cores listen, and waits for the slowest of them. The core below
     * first adds 5 words in 8 lanes: fetch, 5 slots, latency 2 + 1 + 3 + 1 + 3, so it fetches the receive in cycle 16 and
     * drains from 17 on. Until then the 2 beats of its queue are all that is granted; the other 8 follow from 18 on, two in
     * every three cycles, because room at the far core, 2 hops away, comes back after 3.
     */
    @Test
    void aBroadcastSharesSegmentsAndWaitsForAll() {
        StepOutcome step = run(
                new BusHardware(64, 1, 2),
                TinyChips.core("sender", 1, 8, "send vg[g] -> x"),
                TinyChips.core("near", 2, 8, "receive wg[g] <- x"),
                TinyChips.core("far", 3, 8, "receive wg[g] <- x"),
                TinyChips.core("beside", 1, 8, "receive wg[g] <- x"),
                TinyChips.core("below", 0, 8, "s := wg[g]", "receive wg[g] <- x"));
        assertThat(step.segments()).extracting(StepOutcome.Segment::beats)
                .containsExactly(0L, 10L, 10L, 10L, 0L, 10L, 0L, 0L);
        assertThat(first(step, 4).lastCycle()).isEqualTo(5 + 10);
        assertThat(first(step, 0).lastCycle()).isEqualTo(18 + 3 * 3 + 1);
    }

    /**
     * Two beats that meet on a segment: the host's beat of cycle 0 crosses the segment from level 1 to 2 in cycle 2, where
     * the core at level 1, which offers its first beat in cycle 3, has to let the host's later beats pass in front of it.
     */
    @Test
    void beatsOnTheirWayKeepTheirSegments() {
        StepOutcome step = run(
                new BusHardware(64, 1, 40),
                TinyChips.core("middle", 1, 8, "send vg[g] -> y"),
                TinyChips.core("top", 2, 8, "receive vg[g] <- x", "receive wg[g] <- y"));
        int lastCrossingOfHost = 9 + 2;
        assertThat(first(step, 0).lastCycle()).isEqualTo(lastCrossingOfHost + 10);
        int queueFull = 1 + 3;
        assertThat(first(step, 0).stalls().get(Stall.BUS)).isEqualTo(lastCrossingOfHost + 1 - queueFull + 1);
    }

    @Test
    void theHostSendsFromTheFirstCycleAndAlwaysAccepts() {
        StepOutcome step = run(
                new BusHardware(64, 2, 4),
                TinyChips.core("core", 0, 8, "receive vg[g] <- in", "send vg[g] -> out"));
        assertThat(first(step, 0).stalls().get(Stall.ARRIVAL)).isEqualTo(1);
        OperationOutcome send = step.cores().getFirst().operations().get(1);
        assertThat(send.cycles()).isEqualTo(1 + 10 + 2);
        assertThat(step.barrierCycles()).as("the last beat is on its way for a cycle more, then the barrier").isEqualTo(2);
    }

    @Test
    void coresThatWaitForEachOtherAreNamed() {
        assertThatThrownBy(() -> run(
                        new BusHardware(64, 1, 2),
                        TinyChips.core("a", 0, 8, "send vg[g] -> x", "receive wg[g] <- y"),
                        TinyChips.core("b", 0, 8, "send vg[g] -> y", "receive wg[g] <- x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never ends: a at 'send vg[g] -> x', b at 'send vg[g] -> y'");
    }

    @Test
    void aSendThatNobodyReceivesInThisKindOfStepIsRefused() {
        Core sender = TinyChips.core("a", 0, 8, "send vg[g] -> x");
        Core receiver = TinyChips.core("b", 0, 8, columna.hardware.block.Ports.ONE_READ_ONE_WRITE,
                TinyChips.declarations().infer(columna.sim.program.Phase.RESET, "receive wg[g] <- x").build());
        assertThatThrownBy(() -> run(TinyChips.BUS, sender, receiver))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channel x is sent [1] times but received [] times in one time step");
    }
}
