package columna.experiments.spec;

import columna.experiments.yaml.YamlNode.Scalar;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import columna.sim.program.Memory;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the section {@code formats}; a format without modes rounds to nearest and saturates. */
final class FormatReader {
    private static final String PREFIX = "formats.";

    private final SpecValues values;
    private final Problems problems;

    FormatReader(SpecValues values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    FormatTable read() {
        SequencedMap<String, Format> formats = new LinkedHashMap<>();
        values.written().forEach((path, scalar) -> {
            // The check of all keys has told an empty value already.
            if (path.startsWith(PREFIX) && !scalar.empty()) {
                format(path, scalar).ifPresent(format -> formats.put(path.substring(PREFIX.length()), format));
            }
        });
        Format written = formats.remove(SignalTable.DEFAULT);
        return new FormatTable(written == null ? parse(ExperimentKeys.DEFAULT_FORMAT.defaultValue()) : written, formats);
    }

    private Optional<Format> format(String path, Scalar scalar) {
        try {
            Format format = parse(scalar.text());
            int widest = Memory.WIDEST_WORD_BITS - (format.signed() ? 0 : 1);
            if (format.width() <= widest) {
                return Optional.of(format);
            }
            problems.add(scalar.location(), "found a width of " + format.width() + " bits for '" + path
                    + "'; allowed: 1 to " + widest + " bits in a chip's memory" + (format.signed() ? "" : " without sign"));
        } catch (IllegalArgumentException impossible) {
            problems.add(scalar.location(), sentence(impossible.getMessage()));
        }
        return Optional.empty();
    }

    private static Format parse(String text) {
        return Format.parse(text, Quantization.RND, Overflow.SAT);
    }

    private static String sentence(String message) {
        return message.replaceFirst("^The number format", "the number format").replaceFirst("\\.$", "");
    }
}
