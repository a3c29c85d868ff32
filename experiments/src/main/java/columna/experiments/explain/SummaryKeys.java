package columna.experiments.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of the keys of {@code summary.json}: unit and meaning of each, once, in the resources {@code experiments/summary-keys.txt} and {@code predictions/summary-keys.txt}. */
public final class SummaryKeys {

    /**
     * A key of the summary.
     *
     * @param name dotted name; a part {@code *} stands for any one part, for example a component's name
     * @param unit unit of the value, empty for words
     * @param headline whether the command prints it
     * @param meaning one sentence, with where the number comes from
     */
    public record SummaryKey(String name, String unit, boolean headline, String meaning) {
        boolean describes(String key) {
            return key.matches(java.util.regex.Pattern.quote(name).replace("*", "\\E[^.]+\\Q"));
        }
    }

    private static final List<SummaryKey> OF_EXPERIMENTS = read("/experiments/summary-keys.txt");
    private static final List<SummaryKey> OF_PREDICTIONS = read("/predictions/summary-keys.txt");
    private static final List<SummaryKey> KEYS = Stream.concat(OF_EXPERIMENTS.stream(), OF_PREDICTIONS.stream()).toList();

    private SummaryKeys() {}

    /** All of them. */
    public static List<SummaryKey> all() {
        return KEYS;
    }

    /** Those of experiments that learn from sequences. */
    public static List<SummaryKey> ofExperiments() {
        return OF_EXPERIMENTS;
    }

    /** Those that only predictions of a stream have. */
    public static List<SummaryKey> ofPredictions() {
        return OF_PREDICTIONS;
    }

    /** Those that the command prints at the end of a run, in order. */
    public static List<SummaryKey> headlines() {
        return KEYS.stream().filter(SummaryKey::headline).toList();
    }

    /** The entry that describes a key of a summary. */
    public static Optional<SummaryKey> of(String key) {
        return KEYS.stream().filter(entry -> entry.name().equals(key)).findFirst()
                .or(() -> KEYS.stream().filter(entry -> entry.describes(key)).findFirst());
    }

    private static List<SummaryKey> read(String resource) {
        try (InputStream in = SummaryKeys.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> parse(resource, line))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SummaryKey parse(String resource, String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalStateException(resource + ": 4 columns expected in: " + line);
        }
        return new SummaryKey(parts[0].strip(), parts[1].strip(), parts[2].strip().equals("headline"), parts[3].strip());
    }
}
