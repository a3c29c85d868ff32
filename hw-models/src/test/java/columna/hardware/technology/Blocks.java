package columna.hardware.technology;

import columna.hardware.block.Action;
import columna.hardware.block.Adder;
import columna.hardware.block.Block;
import columna.hardware.block.BusWire;
import columna.hardware.block.Comparator;
import columna.hardware.block.LeadingOneDetector;
import columna.hardware.block.LinearFeedbackRegister;
import columna.hardware.block.Multiplier;
import columna.hardware.block.Ports;
import columna.hardware.block.Register;
import columna.hardware.block.RegisterFile;
import columna.hardware.block.RoundingUnit;
import columna.hardware.block.Sequencer;
import columna.hardware.block.Shifter;
import columna.hardware.block.Sram;
import columna.hardware.block.TableRom;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Blocks of every kind, inside and outside their data, and families of blocks that grow. */
final class Blocks {
    /** Sizes ascending: a family's price must not fall along them. */
    static final List<Integer> WIDTHS = List.of(1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 17, 20, 24, 25, 31, 32, 33, 40, 48, 64);

    private Blocks() {}

    static List<Block> all() {
        return Stream.concat(
                WIDTHS.stream().flatMap(Blocks::ofWidth),
                Stream.of(
                        new Sram(32, 8, Ports.ONE_READ_WRITE), new Sram(100, 12, Ports.ONE_READ_ONE_WRITE),
                        new Sram(16, 64, Ports.ONE_READ_WRITE), new Sram(4096, 512, Ports.TWO_READ_ONE_WRITE),
                        new Sram(1 << 20, 64, Ports.ONE_READ_WRITE),
                        new RoundingUnit(40, 16, true, true), new RoundingUnit(40, 16, true, false),
                        new RoundingUnit(40, 16, false, true), new RoundingUnit(40, 16, false, false),
                        new Multiplier(1, 32), new TableRom(4096, 16), new TableRom(16, 4),
                        new Sequencer(1, 8), new Sequencer(4096, 64))).toList();
    }

    private static Stream<Block> ofWidth(int bits) {
        return families().stream().map(family -> family.apply(bits, 64));
    }

    /** Each family grows in its first size (bits) and in its second (words, entries, right width, tenths of a millimetre). */
    static List<BiFunction<Integer, Integer, Block>> families() {
        return List.of(
                (bits, words) -> new Sram(32L * words, bits, Ports.ONE_READ_WRITE),
                (bits, words) -> new Sram(32L * words, bits, Ports.ONE_READ_ONE_WRITE),
                (bits, words) -> new Sram(32L * words, bits, Ports.TWO_READ_ONE_WRITE),
                (bits, words) -> new RegisterFile(words, bits, Ports.ONE_READ_WRITE),
                (bits, words) -> new RegisterFile(words, bits, Ports.ONE_READ_ONE_WRITE),
                (bits, words) -> new RegisterFile(words, bits, Ports.TWO_READ_ONE_WRITE),
                (bits, words) -> new Register(bits),
                (bits, words) -> new Multiplier(bits, words),
                (bits, words) -> new Multiplier(words, bits),
                (bits, words) -> new Adder(bits),
                (bits, words) -> new RoundingUnit(bits, Math.max(1, bits / 2), false, true),
                (bits, words) -> new RoundingUnit(bits, Math.max(1, bits / 2), true, true),
                (bits, words) -> new RoundingUnit(48, Math.max(2, bits), true, false),
                (bits, words) -> new TableRom(16 * words, Math.max(1, bits)),
                (bits, words) -> new Comparator(bits),
                (bits, words) -> new LeadingOneDetector(bits),
                (bits, words) -> new Shifter(bits),
                (bits, words) -> new LinearFeedbackRegister(bits),
                (bits, words) -> new BusWire(bits, words / 10.0),
                // from 4096 bits on, where the microcode is an SRAM: a flip-flop file just below costs more per fetch
                (bits, words) -> new Sequencer(64 * words, 4 * bits + 60));
    }

    static Stream<Action> actions(Block block) {
        return block.actions().stream().sorted();
    }
}
