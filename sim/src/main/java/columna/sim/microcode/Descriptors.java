package columna.sim.microcode;

import columna.fixedpoint.Format;
import columna.fixedpoint.table.TableImage;
import columna.sim.accounting.BankShape;
import columna.sim.program.Memory;
import columna.sim.program.Table;
import java.math.BigInteger;

/**
 * What the RTL core knows of a bank or a table, as constants. A format is width (8 bits), signed (1), [complex (1),]
 * quantization (4), overflow (3), saturated bits (8), from the lowest bit on.
 */
final class Descriptors {

    static final int BANK_BITS = 128;
    static final int TABLE_BITS = 192;

    private Descriptors() {}

    /** Format with the flag complex, then columns (20), words per row (20), words (24), elements per word (12). */
    static BigInteger bank(Memory memory, BankShape shape) {
        Format format = memory.format();
        return modes(new PackedWord().add("width", format.width(), 8).add("signed", format.signed()).add("complex", memory.complex()), format)
                .add("columns", shape.columns(), 20)
                .add("words per row", shape.wordsPerRow(), 20)
                .add("words", shape.words(), 24)
                .add("elements per word", shape.elementsPerWord(), 12)
                .padTo(BANK_BITS)
                .word();
    }

    /**
     * Kind (2), linear (1), index shift (6), first entry in the ROM (24), lowest and highest covered input (34 each), fraction
     * bits of the input (8), bits of the mantissa (6), shift of the exact value (8), format of the output.
     */
    static BigInteger table(Table table, int firstEntry) {
        TableImage image = table.contents().image();
        Format input = table.contents().input();
        Format output = table.contents().output();
        PackedWord word = new PackedWord()
                .add("kind", image.kind().ordinal(), 2)
                .add("linear", image.linear())
                .add("index shift", image.indexShift(), 6)
                .add("first entry", firstEntry, 24)
                .add("low", image.low(), 34)
                .add("last", image.last(), 34)
                .add("input fraction", input.fractionBits(), 8)
                .add("mantissa", image.mantissaBits(), 6)
                .add("shift", image.fractionBits() - output.fractionBits(), 8)
                .add("width", output.width(), 8)
                .add("signed", output.signed());
        return modes(word, output).padTo(TABLE_BITS).word();
    }

    private static PackedWord modes(PackedWord word, Format format) {
        return word.add("quantization", format.quantization().ordinal(), 4)
                .add("overflow", format.overflow().ordinal(), 3)
                .add("saturated bits", format.saturatedBits(), 8);
    }
}
