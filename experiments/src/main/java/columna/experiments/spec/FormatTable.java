package columna.experiments.spec;

import columna.fixedpoint.Format;
import java.util.SequencedMap;

/**
 * The number format of every signal, found as in every {@link SignalTable}.
 *
 * @param defaultFormat the format of signals that nothing else names
 * @param formats signal or group to format, in the order of the file
 */
public record FormatTable(Format defaultFormat, SequencedMap<String, Format> formats) {

    public FormatTable {
        formats = new SignalTable<>(defaultFormat, formats).named();
    }

    /** The format of a signal. */
    public Format formatOf(String signal) {
        return table().of(signal);
    }

    /** The key that decides the signal's format: the signal, a group or {@code default}. */
    public String keyOf(String signal) {
        return table().keyOf(signal);
    }

    SignalTable<Format> table() {
        return new SignalTable<>(defaultFormat, formats);
    }
}
