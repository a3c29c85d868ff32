package columna.sim.microcode;

import columna.sim.accounting.BankShape;
import columna.sim.accounting.BeatPacking;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.Phase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that makes an RTL core the core of a chip: its parameters and what it loads before it starts, but for the words of its
 * memories.
 *
 * @param core the core
 * @param ports its routes and queues
 * @param fields widths of the fields of its microcode
 * @param operations micro-operations, by number of their microcode word
 * @param microcode the words
 * @param microcodeBits their width
 * @param rom entries of the tables, raw words
 * @param romBits their width
 * @param numbers parameters that are plain numbers, by name
 * @param constants parameters that are long constants, by name: their bits and their value
 */
public record CoreImage(
        Core core,
        CorePorts ports,
        FieldWidths fields,
        List<MicroOperation> operations,
        List<BigInteger> microcode,
        int microcodeBits,
        List<Long> rom,
        int romBits,
        Map<String, Integer> numbers,
        Map<String, Constant> constants) {

    /**
     * A long constant.
     *
     * @param bits its width
     * @param value not negative
     */
    public record Constant(int bits, BigInteger value) {

        /** As SystemVerilog writes it. */
        public String literal() {
            return bits + "'h" + value.toString(16);
        }
    }

    /**
     * The image of a core.
     *
     * @throws IllegalArgumentException if its program has what microcode cannot say
     */
    public static CoreImage of(Chip chip, Core core) {
        CorePorts ports = CorePorts.of(chip, core.program());
        FieldWidths fields = FieldWidths.of(chip, core, ports);
        Encoder encoder = new Encoder(chip, core, ports, fields);
        List<MicroOperation> operations = new ArrayList<>();
        List<BigInteger> microcode = new ArrayList<>();
        PackedWord runs = new PackedWord();
        core.program().phases().forEach((phase, list) -> list.forEach(operation -> {
            operations.add(operation);
            microcode.add(encoder.encode(phase, operation).word());
            runs.add("phase", phase.ordinal(), 3).add("learning", operation.learning());
        }));
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("core " + core.name() + " has no micro-operations");
        }
        Rom rom = Rom.of(core.program().tables());
        Map<String, Integer> numbers = numbers(chip, core, ports, fields);
        numbers.put("MICROCODE_WORDS", microcode.size());
        numbers.put("MICROCODE_BITS", encoder.bits());
        numbers.put("ROM_WORDS", rom.entries().size());
        numbers.put("ROM_BITS", rom.bits());
        Map<String, Constant> constants = new LinkedHashMap<>();
        constants.put("RUNS", new Constant(runs.bits(), runs.word()));
        constants.put("BANK_DESCRIPTORS", join(banks(core), Descriptors.BANK_BITS));
        constants.put("TABLE_DESCRIPTORS", join(rom.descriptors(), Descriptors.TABLE_BITS));
        return new CoreImage(
                core, ports, fields, List.copyOf(operations), List.copyOf(microcode), encoder.bits(), rom.entries(), rom.bits(),
                numbers, constants);
    }

    private static Map<String, Integer> numbers(Chip chip, Core core, CorePorts ports, FieldWidths fields) {
        ArithmeticWidths widths = ArithmeticWidths.of(chip, core, ports);
        CoreProgram program = core.program();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put("LANES", core.hardware().lanes());
        numbers.put("TABLE_UNITS", core.hardware().tableUnits());
        numbers.put("READ_CYCLES", chip.pipeline().memoryReadCycles());
        numbers.put("MULTIPLY_CYCLES", chip.pipeline().multiplyCycles());
        numbers.put("ROUND_CYCLES", chip.pipeline().roundCycles());
        numbers.put("PORTS", switch (core.hardware().ports()) {
            case ONE_READ_WRITE -> 0;
            case ONE_READ_ONE_WRITE -> 1;
            case TWO_READ_ONE_WRITE -> 2;
        });
        numbers.put("WORD_BITS", widths.word());
        numbers.put("ACCUMULATOR_BITS", widths.accumulator());
        numbers.put("ROUND_BITS", widths.round());
        numbers.put("BANKS", program.memories().size());
        numbers.put("TERMS", fields.terms());
        numbers.put("BANK_BITS", fields.bank());
        numbers.put("COUNT_BITS", fields.count());
        numbers.put("ADDRESS_BITS", fields.address());
        numbers.put("COLUMN_BITS", fields.column());
        numbers.put("TABLES", Math.max(1, program.tables().size()));
        numbers.put("LFSR_BITS", chip.random().lfsr().width());
        numbers.put("RANDOM_BITS", chip.random().bits());
        numbers.put("BUS_BITS", chip.bus().widthBits());
        numbers.put("QUEUES", Math.max(1, ports.queues().size()));
        numbers.put("PORT_BITS", fields.port());
        numbers.put("PACKET_ELEMENTS", ports.queues().stream()
                .mapToInt(queue -> BeatPacking.of(chip.channels().get(queue.channel()), chip.bus()).elementsPerPacket())
                .max()
                .orElse(1));
        return numbers;
    }

    private static List<BigInteger> banks(Core core) {
        List<BigInteger> banks = new ArrayList<>();
        for (Memory memory : core.program().memories()) {
            banks.add(Descriptors.bank(memory, BankShape.of(memory, core.hardware().lanes())));
        }
        return banks;
    }

    private static Constant join(List<BigInteger> words, int bits) {
        BigInteger joined = BigInteger.ZERO;
        for (int i = 0; i < words.size(); i++) {
            joined = joined.or(words.get(i).shiftLeft(i * bits));
        }
        return new Constant(Math.max(1, words.size()) * bits, joined);
    }

    /** The words of a bank: elements from the lowest bits on, a complex one real part first. */
    public static List<BigInteger> bank(Memory memory, int lanes, int[][] real, int[][] imaginary) {
        BankShape shape = BankShape.of(memory, lanes);
        List<BigInteger> words = new ArrayList<>();
        int width = memory.format().width();
        for (int row = 0; row < memory.rows(); row++) {
            for (int first = 0; first < memory.columns(); first += lanes) {
                PackedWord word = new PackedWord();
                for (int column = first; column < Math.min(first + lanes, memory.columns()); column++) {
                    word.add(memory.name(), real[row][column], width);
                    if (memory.complex()) {
                        word.add(memory.name(), imaginary[row][column], width);
                    }
                }
                words.add(word.word());
            }
        }
        assert words.size() == shape.words();
        return words;
    }
}
