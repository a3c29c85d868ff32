package columna.experiments.profile.formats;

import columna.experiments.chip.ChipDesign;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.FormatTable;
import columna.fixedpoint.Format;
import columna.sim.program.Memory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The number format of every signal of a chip.
 *
 * @param formats by signal, in the chip's order
 */
public record ChipFormats(SequencedMap<String, Format> formats) {

    public ChipFormats {
        formats = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(formats));
    }

    /** Those of an experiment's chip. */
    public static ChipFormats of(ChipDesign design) {
        SequencedMap<String, Format> formats = new LinkedHashMap<>();
        design.chip().signals().forEach((name, memory) -> formats.put(name, memory.format()));
        return new ChipFormats(formats);
    }

    /** The format of a signal. */
    public Format of(String signal) {
        return formats.get(signal);
    }

    /** The same but for one signal. */
    public ChipFormats with(String signal, Format format) {
        SequencedMap<String, Format> changed = new LinkedHashMap<>(formats);
        changed.put(signal, format);
        return new ChipFormats(changed);
    }

    /**
     * The experiment with these formats. The file's other formats, of groups and of signals that this chip does not have, stay as they
     * are.
     */
    public ExperimentSpec in(ExperimentSpec spec) {
        SequencedMap<String, Format> all = new LinkedHashMap<>(spec.formats().formats());
        all.putAll(formats);
        return spec.withFormats(new FormatTable(spec.formats().defaultFormat(), all));
    }

    /** Bits of the chip's memories, all cores together. */
    public long memoryBits(Map<String, Long> words) {
        return formats.entrySet().stream().mapToLong(entry -> words.get(entry.getKey()) * entry.getValue().width()).sum();
    }

    /** The format with so many integer and fraction bits; sign, rounding and overflow stay, the width is kept within a memory's. */
    public static Format resized(Format format, int integerBits, int fractionBits) {
        int width = Math.clamp(integerBits + fractionBits, narrowest(format), widest(format));
        return new Format(width, integerBits, format.signed(), format.quantization(), format.overflow(), format.saturatedBits());
    }

    /** The most bits that a memory's word of this kind may have. */
    public static int widest(Format format) {
        return format.signed() ? Memory.WIDEST_WORD_BITS : Memory.WIDEST_WORD_BITS - 1;
    }

    /** The fewest bits that leave a sign and a digit. */
    public static int narrowest(Format format) {
        return format.signed() ? 2 : 1;
    }
}
