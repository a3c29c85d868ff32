package columna.sim.function;

import static org.assertj.core.api.Assertions.assertThat;

import columna.fixedpoint.Format;
import columna.fixedpoint.Lfsr;
import columna.fixedpoint.kernel.RowKernels;
import columna.hardware.block.Ports;
import columna.sim.chip.BusHardware;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.chip.RandomHardware;
import columna.sim.chip.SentErrors;
import columna.sim.chip.Topology;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.Phase;
import columna.sim.program.Purpose;
import columna.sim.program.StepKind;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Which words of an error signal arrive, in a format with 12 bits behind the binary point: 1/2 is 2048. */
class SkippingSendTest {

    private static final StepKind INFER = new StepKind(false, false, false, false);
    private static final int[] WORDS = {2047, 2048, -2047, -2048, -2049, 0, 32767, -32768, 1};

    private static FunctionalChip run(String channel, OptionalDouble threshold, int[] words) {
        Axis axis = new Axis("h", words.length);
        Format format = Format.parse("fixed<16,4,RND,SAT>");
        Core sender = core("sender", new Memory("a", List.of(axis), false, Purpose.ERROR, format),
                "receive a[h] <- in", "send a[h] -> " + channel);
        Core receiver = core("receiver", new Memory("b", List.of(axis), false, Purpose.ERROR, format), "receive b[h] <- " + channel);
        FunctionalChip chip = chip(threshold, sender, receiver);
        chip.send("in", words);
        chip.step(INFER);
        return chip;
    }

    private static FunctionalChip chip(OptionalDouble threshold, Core... cores) {
        return new FunctionalChip(
                Chip.of(List.of(cores), new PipelineHardware(1, 1, 1), new BusHardware(Topology.MESH, 64, 1, 4, threshold),
                        new RandomHardware(Lfsr.named("LFSR16", 1), 8)),
                RowKernels.plain());
    }

    private static Core core(String name, Memory memory, String... equations) {
        CoreProgram program = CoreProgram.named(name).declare(memory).infer(Phase.FORWARD, equations).build();
        return new Core(name, 0, program, new CoreHardware(1, Ports.ONE_READ_ONE_WRITE));
    }

    private static int[] received(FunctionalChip chip) {
        return chip.cells(1, "b").rows(false)[0];
    }

    @Test
    void wordsBelowTheThresholdArriveAsZero() {
        FunctionalChip chip = run("error.x", OptionalDouble.of(0.5), WORDS);
        assertThat(received(chip)).containsExactly(0, 2048, 0, -2048, -2049, 0, 32767, -32768, 0);
        assertThat(chip.cells(0, "a").rows(false)[0]).as("the sender keeps its own").containsExactly(WORDS);
        var sent = chip.sentErrors().elements().get(new SentErrors.Sender(0, "error.x"));
        assertThat(sent.stream().toArray()).containsExactly(1, 3, 4, 6, 7);
    }

    /** A threshold between two words: 2047.5 lets 2048 pass. */
    @Test
    void aThresholdBetweenWordsIsRoundedUp() {
        OptionalDouble between = OptionalDouble.of(2047.5 / 4096);
        assertThat(received(run("error.x", between, WORDS))).containsExactly(0, 2048, 0, -2048, -2049, 0, 32767, -32768, 0);
    }

    @Test
    void aThresholdOfZeroSendsEveryElement() {
        FunctionalChip chip = run("error.x", OptionalDouble.of(0), WORDS);
        assertThat(received(chip)).containsExactly(WORDS);
        assertThat(chip.sentErrors().elements().values().iterator().next().cardinality()).isEqualTo(WORDS.length);
    }

    @Test
    void aThresholdAboveAllWordsSendsNone() {
        FunctionalChip chip = run("error.x", OptionalDouble.of(1e6), WORDS);
        assertThat(received(chip)).containsOnly(0);
    }

    @Test
    void onlyChannelsOfErrorsSkip() {
        FunctionalChip chip = run("z.0", OptionalDouble.of(0.5), WORDS);
        assertThat(received(chip)).containsExactly(WORDS);
        assertThat(chip.sentErrors()).isEqualTo(SentErrors.NONE);
        assertThat(received(run("error.x", OptionalDouble.empty(), WORDS))).containsExactly(WORDS);
    }

    /** A complex element is one: it is sent if one of its parts is large, and then both arrive. */
    @Test
    void aComplexElementIsSentIfOneOfItsPartsIs() {
        Axis axis = new Axis("h", 4);
        Format format = Format.parse("fixed<16,4,RND,SAT>");
        Core sender = core("sender", new Memory("a", List.of(axis), true, Purpose.ERROR, format), "send a[h] -> error.x");
        Core receiver = core("receiver", new Memory("b", List.of(axis), true, Purpose.ERROR, format), "receive b[h] <- error.x");
        FunctionalChip chip = chip(OptionalDouble.of(0.5), sender, receiver);
        System.arraycopy(new int[] {1, 2048, 3, -2}, 0, chip.cells(0, "a").rows(false)[0], 0, 4);
        System.arraycopy(new int[] {5, 6, -4096, 8}, 0, chip.cells(0, "a").rows(true)[0], 0, 4);
        chip.step(INFER);
        assertThat(received(chip)).containsExactly(0, 2048, 3, 0);
        assertThat(chip.cells(1, "b").rows(true)[0]).containsExactly(0, 6, -4096, 0);
    }

    /** The formats' extremes: no raw word of 32 bits is as large as the least that is sent if the threshold is beyond the format. */
    @Test
    void theLeastRawWordIsExact() {
        BusHardware bus = new BusHardware(Topology.RING, 1, 1, 1, OptionalDouble.of(0.1));
        assertThat(bus.leastSentRaw(Format.parse("fixed<18,4,RND,SAT>"))).as("0.1 * 2^14 = 1638.4").isEqualTo(1639);
        assertThat(bus.with(OptionalDouble.of(1e300)).leastSentRaw(Format.parse("fixed<32,1,RND,SAT>"))).isGreaterThan(1L << 31);
    }
}
