package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.hardware.block.Action;
import columna.sim.accounting.BeatPacking;
import columna.sim.accounting.Blocks;
import columna.sim.accounting.PortBlocks;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Channel;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.SentErrors;
import columna.sim.chip.SentErrors.Sender;
import columna.sim.chip.Topology;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.StepKind;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transfers of which only some packets are sent: 40 elements of 16 bits, 4 in a packet, 10 packets, whose flags fit into a beat. */
class SkippedErrorsTest {

    private static final PipelineHardware PIPELINE = new PipelineHardware(2, 1, 3);
    private static final OptionalDouble THRESHOLD = OptionalDouble.of(0.5);
    private static final BusHardware BUS = new BusHardware(Topology.SPATIAL, 64, 1, 16, THRESHOLD);

    private static final Chip PAIR = Chip.of(
            List.of(
                    TinyChips.core("sender", 0, 8, "send vg[g] -> error.x"),
                    TinyChips.core("receiver", 1, 8, "receive wg[g] <- error.x")),
            PIPELINE, BUS, TinyChips.RANDOM);

    private static BitSet elements(int... elements) {
        BitSet set = new BitSet();
        for (int element : elements) {
            set.set(element);
        }
        return set;
    }

    private static StepOutcome step(Chip chip, Map<Sender, BitSet> sent) {
        return new TimingEngine(chip, true).step(TinyChips.INFER, new SentErrors(sent));
    }

    private static OperationOutcome first(StepOutcome step, int core) {
        return step.cores().get(core).operations().getFirst();
    }

    /**
     * Elements 0, 5 and 39 are in packets 0, 1 and 9. Flags and three packets are granted in cycles 3 to 6 and read words 0 and 4 of the bank.
     * The receiver drains the flags in cycle 4, packets 0 and 1 in 5 and 6, passes over packets 2 to 8 in 7 to 13 and drains the last
     * one, which has been waiting, in 14.
     */
    @Test
    void flagsAndThePacketsThatHoldSomethingAreSent() {
        StepOutcome step = step(PAIR, Map.of(new Sender(0, "error.x"), elements(0, 5, 39)));
        assertThat(first(step, 0).lastCycle()).isEqualTo(3 + 3);
        assertThat(first(step, 0).slots()).isEqualTo(1 + 3);
        assertThat(first(step, 0).reads()).isEqualTo(2);
        assertThat(first(step, 1).slots()).isEqualTo(1 + 10);
        assertThat(first(step, 1).lastCycle()).isEqualTo(14 + 3 + 1);
        assertThat(first(step, 1).writes()).as("zeros are written like others").isEqualTo(5);
        assertThat(step.channels()).containsExactly(new StepOutcome.Traffic("error.x", 4, 0, 0, 0));
        PortBlocks sender = Blocks.of(PAIR).core(0).port();
        PortBlocks receiver = Blocks.of(PAIR).core(1).port();
        assertThat(sender.comparators().count()).as("two for each of 8 lanes").isEqualTo(16);
        assertThat(receiver.comparators().count()).isZero();
        assertThat(step.counts().total(sender.comparators().block().orElseThrow(), Action.COMPARE)).isEqualTo(2 * 40);
        assertThat(step.counts().total(receiver.flags().block().orElseThrow(), Action.WRITE)).as("10 at the sender").isEqualTo(10 + 1);
    }

    @Test
    void withoutASmallErrorFlagsCostABeat() {
        StepOutcome step = new TimingEngine(PAIR, true).step(TinyChips.INFER);
        assertThat(first(step, 0).lastCycle()).isEqualTo(3 + 10);
        assertThat(first(step, 1).lastCycle()).isEqualTo(4 + 10 + 3 + 1);
        assertThat(step(PAIR, Map.of(new Sender(0, "error.x"), elements(0, 4, 8, 12, 16, 20, 24, 28, 32, 36)))).isEqualTo(step);
    }

    @Test
    void withoutALargeErrorOnlyFlagsAreSent() {
        StepOutcome step = step(PAIR, Map.of(new Sender(0, "error.x"), new BitSet()));
        assertThat(first(step, 0).lastCycle()).isEqualTo(3);
        assertThat(first(step, 0).reads()).isZero();
        assertThat(first(step, 1).lastCycle()).isEqualTo(4 + 10 + 3 + 1);
        assertThat(step.channels().getFirst().beats()).isEqualTo(1);
    }

    /**
     * The left core has packets 0 and 1, the right one packets 1 and 5; of packet 1 alone 4 elements are added. The receiver takes two beats
     * of flags, one of packet 0, two of packet 1, one of packet 5, and passes over 7 packets.
     */
    @Test
    void ofASumEverySenderSkipsItsOwn() {
        Chip chip = Chip.of(
                List.of(
                        TinyChips.core("left", 1, 8, "send vg[g] -> error.sum"),
                        TinyChips.core("right", 1, 8, "send vg[g] -> error.sum"),
                        TinyChips.core("sink", 1, 8, "receive wg[g] <- error.sum")),
                PIPELINE, BUS, TinyChips.RANDOM);
        StepOutcome step =
                step(chip, Map.of(new Sender(0, "error.sum"), elements(3, 4), new Sender(1, "error.sum"), elements(7, 20)));
        assertThat(step.channels().getFirst().beats()).isEqualTo(3 + 3);
        assertThat(first(step, 2).slots()).isEqualTo(2 + 1 + 2 + 1 + 7);
        assertThat(step.counts().total(Blocks.of(chip).core(2).port().adders().block().orElseThrow(), Action.ADD)).isEqualTo(4);
        assertThat(step.counts().total(Blocks.of(chip).core(2).rounding().block().orElseThrow(), Action.ROUND)).isEqualTo(40);
    }

    @Test
    void otherChannelsSendAll() {
        Chip chip = Chip.of(
                List.of(TinyChips.core("a", 0, 8, "send vg[g] -> x"), TinyChips.core("b", 1, 8, "receive wg[g] <- x")),
                PIPELINE, BUS, TinyChips.RANDOM);
        Chip plain = chip.with(BUS.with(OptionalDouble.empty()));
        assertThat(TinyChips.step(chip)).isEqualTo(TinyChips.step(plain));
    }

    @Test
    void aTreeCannotSkip() {
        assertThatThrownBy(() -> BUS.with(Topology.TREE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("tree");
    }

    /** Whole chips with any elements too small: beats are flags and packets, every stream arrives, and nothing waits for ever. */
    @ParameterizedTest
    @EnumSource(value = Topology.class, mode = EnumSource.Mode.EXCLUDE, names = "TREE")
    void beatsAreConserved(Topology topology) {
        SplittableRandom random = new SplittableRandom(11);
        for (Chip plain : WholeChipTest.chips()) {
            BusHardware bus = new BusHardware(topology, random.nextInt(2, 40), 1, random.nextInt(1, 5), THRESHOLD);
            Chip chip = plain.with(bus);
            TimingEngine engine = new TimingEngine(chip, true);
            for (StepKind kind : WholeChipTest.KINDS) {
                Map<Sender, BitSet> sent = sent(chip, kind, random);
                StepOutcome step = engine.step(kind, new SentErrors(sent));
                step.channels().stream().filter(t -> t.channel().startsWith("error."))
                        .forEach(t -> assertThat(t.beats()).isEqualTo(beats(chip, t.channel(), sent)));
                for (CoreOutcome core : step.cores()) {
                    for (OperationOutcome operation : core.operations()) {
                        if (operation.issued().operation() instanceof Receive receive && receive.channel().startsWith("error.")) {
                            assertThat(operation.slots()).isEqualTo(
                                    beats(chip, receive.channel(), sent) + packetsOfNobody(chip, receive.channel(), sent));
                        }
                    }
                }
            }
        }
    }

    private static Map<Sender, BitSet> sent(Chip chip, StepKind kind, SplittableRandom random) {
        Map<Sender, BitSet> sent = new HashMap<>();
        for (int core = 0; core < chip.cores().size(); core++) {
            for (StepKind.Issued issued : kind.operations(chip.cores().get(core).program())) {
                if (issued.operation() instanceof Send send && send.channel().startsWith("error.")) {
                    BitSet elements = new BitSet();
                    double share = random.nextDouble();
                    for (int e = 0; e < send.source().memory().elements(); e++) {
                        elements.set(e, random.nextDouble() < share);
                    }
                    sent.put(new Sender(core, send.channel()), elements);
                }
            }
        }
        return sent;
    }

    private static boolean holds(BeatPacking packing, int packet, BitSet elements) {
        int next = elements.nextSetBit(packing.first(packet));
        return next >= 0 && next < packing.end(packet);
    }

    private static long beats(Chip chip, String name, Map<Sender, BitSet> sent) {
        Channel channel = chip.channels().get(name);
        BeatPacking packing = BeatPacking.of(channel, chip.bus());
        long beats = 0;
        for (int sender : channel.senders()) {
            beats += -Math.floorDiv(-packing.packets(), chip.bus().widthBits());
            for (int packet = 0; packet < packing.packets(); packet++) {
                beats += holds(packing, packet, sent.get(new Sender(sender, name))) ? packing.beatsPerPacket() : 0;
            }
        }
        return beats;
    }

    private static long packetsOfNobody(Chip chip, String name, Map<Sender, BitSet> sent) {
        Channel channel = chip.channels().get(name);
        BeatPacking packing = BeatPacking.of(channel, chip.bus());
        long none = 0;
        for (int packet = 0; packet < packing.packets(); packet++) {
            int p = packet;
            none += channel.senders().stream().noneMatch(s -> holds(packing, p, sent.get(new Sender(s, name)))) ? 1 : 0;
        }
        return none;
    }
}
