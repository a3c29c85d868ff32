package columna.hardware.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BlockTest {
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(new Sram(1024, 16, Ports.ONE_READ_WRITE), "SRAM 1024 x 16 bit 1RW"),
                Arguments.of(new RegisterFile(8, 32, Ports.TWO_READ_ONE_WRITE), "register file 8 x 32 bit 2R1W"),
                Arguments.of(new Register(16), "register 16 bit"),
                Arguments.of(new Multiplier(8, 16), "multiplier 8 x 16 bit"),
                Arguments.of(new Adder(32), "adder 32 bit"),
                Arguments.of(new RoundingUnit(32, 16, true, true), "rounding unit 32 to 16 bit, stochastic, saturating"),
                Arguments.of(new RoundingUnit(32, 16, false, false), "rounding unit 32 to 16 bit, nearest, wrapping"),
                Arguments.of(new TableRom(256, 8), "table ROM 256 x 8 bit"),
                Arguments.of(new Comparator(8), "comparator 8 bit"),
                Arguments.of(new LeadingOneDetector(8), "leading-one detector 8 bit"),
                Arguments.of(new Shifter(8), "shifter 8 bit"),
                Arguments.of(new LinearFeedbackRegister(24), "linear-feedback register 24 bit"),
                Arguments.of(new BusWire(16, 0.5), "bus 16 bit x 0.5 mm"),
                Arguments.of(new Sequencer(64, 48), "sequencer 64 x 48 bit microcode"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyBlockHasAStableNameAndAtLeastOneAction(Block block, String name) {
        assertThat(block).hasToString(name);
        assertThat(block.actions()).isNotEmpty();
        for (Action action : Action.values()) {
            assertThat(block.supports(action)).isEqualTo(block.actions().contains(action));
        }
    }

    @Test
    void everyActionBelongsToSomeBlockAndEveryBlockTypeIsNamedAbove() {
        var blocks = names().map(arguments -> (Block) arguments.get()[0]).toList();
        assertThat(blocks.stream().flatMap(block -> block.actions().stream())).contains(Action.values());
        assertThat(blocks.stream().map(Object::getClass).distinct().toArray())
                .containsExactlyInAnyOrder((Object[]) Block.class.getPermittedSubclasses());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(() -> new Sram(0, 8, Ports.ONE_READ_WRITE), "Sram: words is 0, allowed is 1 to 1099511627776."),
                refused(() -> new Sram(8, -1, Ports.ONE_READ_WRITE), "Sram: wordBits is -1, allowed is 1 to 65536."),
                refused(() -> new RegisterFile(0, 8, Ports.ONE_READ_WRITE), "RegisterFile: words is 0, allowed is 1 to 16777216."),
                refused(() -> new Multiplier(8, 0), "Multiplier: rightBits is 0, allowed is 1 to 65536."),
                refused(() -> new Adder(65_537), "Adder: bits is 65537, allowed is 1 to 65536."),
                refused(() -> new RoundingUnit(0, 8, false, false), "RoundingUnit: inputBits is 0, allowed is 1 to 65536."),
                refused(() -> new TableRom(0, 8), "TableRom: entries is 0, allowed is 1 to 1048576."),
                refused(() -> new BusWire(8, 0), "BusWire: millimetres is 0.0, allowed is above 0 and at most 1000."),
                refused(() -> new BusWire(8, Double.NaN), "BusWire: millimetres is NaN, allowed is above 0 and at most 1000."),
                refused(() -> new Sequencer(0, 8), "Sequencer: microcodeWords is 0, allowed is 1 to 1048576."));
    }

    private static Arguments refused(Supplier<Block> block, String message) {
        return Arguments.of(block, message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAnImpossibleSizeInOneSentence(Supplier<Block> block, String message) {
        assertThatThrownBy(block::get).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** Limits from the data notes: CACTI rejects fewer than 32 words; below 512 B = 4096 bits flip-flops are the model. */
    @ParameterizedTest
    @CsvSource({
        "31, 1024, false", "32, 128, true", "32, 127, false", "256, 16, true", "255, 16, false", "4095, 1, false",
        "4096, 1, true", "1, 1, false", "1048576, 64, true"
    })
    void smallMemoriesAreFlipFlops(long words, int wordBits, boolean sram) {
        var memory = Memory.of(words, wordBits, Ports.ONE_READ_ONE_WRITE);
        assertThat(memory.block()).isInstanceOf(sram ? Sram.class : RegisterFile.class);
        assertThat(memory.reason()).endsWith(sram ? "an SRAM macro." : "flip-flops.");
        switch (memory.block()) {
            case Sram chosen -> assertThat(chosen).isEqualTo(new Sram(words, wordBits, Ports.ONE_READ_ONE_WRITE));
            case RegisterFile chosen ->
                assertThat(chosen).isEqualTo(new RegisterFile((int) words, wordBits, Ports.ONE_READ_ONE_WRITE));
            default -> throw new AssertionError(memory.block());
        }
    }
}
