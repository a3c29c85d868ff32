package columna.experiments.study.definition;

import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.FormatTable;
import columna.fixedpoint.Format;
import columna.fixedpoint.Overflow;
import columna.fixedpoint.Quantization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a level of an axis does to an experiment: settings as {@code --set} takes them. */
public sealed interface Change {

    /** What is changed: no two axes may change the same. */
    String target();

    /** The settings, given what the experiment says before. */
    List<String> settings(ExperimentSpec before);

    /**
     * A key of the experiment file gets a value.
     *
     * @param target dotted path
     * @param value as it would be written
     */
    record Setting(String target, String value) implements Change {
        @Override
        public List<String> settings(ExperimentSpec before) {
            return List.of(target + "=" + value);
        }
    }

    /** A part of a number format. */
    enum Part {
        /** Width of the word; the range stays. */
        BITS("bits"),
        /** Bits that the word gets more, negative takes away; the range stays. */
        ADDED_BITS("added_bits"),
        /** Integer bits; the resolution stays. */
        INTEGER_BITS("integer_bits"),
        /** The rounding mode. */
        ROUNDING("rounding"),
        /** The overflow mode. */
        OVERFLOW("overflow");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** The last part of an axis's name. */
        public String word() {
            return word;
        }

        private Format in(Format format, String value) {
            return switch (this) {
                case BITS -> resized(format, Integer.parseInt(value), format.integerBits());
                case ADDED_BITS -> resized(format, format.width() + Integer.parseInt(value), format.integerBits());
                case INTEGER_BITS -> resized(format, format.fractionBits() + Integer.parseInt(value), Integer.parseInt(value));
                case ROUNDING -> format.withQuantization(Quantization.valueOf(value));
                case OVERFLOW -> format.withOverflow(Overflow.valueOf(value));
            };
        }

        private static Format resized(Format format, int width, int integerBits) {
            return new Format(width, integerBits, format.signed(), format.quantization(), format.overflow(), format.saturatedBits());
        }
    }

    /**
     * One part of the formats of a signal, of all signals whose names begin with a group's, or of all signals.
     *
     * @param signals a signal, a group, or empty for all
     * @param part what of the format
     * @param value the part's new value
     */
    record FormatChange(String signals, Part part, String value) implements Change {
        @Override
        public String target() {
            return (signals.isEmpty() ? "formats" : "formats." + signals) + "." + part.word();
        }

        /**
         * @throws IllegalArgumentException if a format cannot have such a part
         */
        @Override
        public List<String> settings(ExperimentSpec before) {
            FormatTable formats = before.formats();
            Map<String, Format> chosen = new LinkedHashMap<>();
            if (signals.isEmpty()) {
                chosen.put("default", formats.defaultFormat());
                chosen.putAll(formats.formats());
            } else {
                chosen.put(signals, formats.formatOf(signals));
                formats.formats().forEach((name, format) -> {
                    if (name.startsWith(signals + ".")) {
                        chosen.put(name, format);
                    }
                });
            }
            return chosen.entrySet().stream()
                    .map(entry -> "formats." + entry.getKey() + "=" + part.in(entry.getValue(), value))
                    .toList();
        }
    }
}
