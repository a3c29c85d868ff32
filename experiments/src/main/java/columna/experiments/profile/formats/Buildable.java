package columna.experiments.profile.formats;

import columna.experiments.chip.ChipDesign;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.fixedpoint.Format;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats with which a chip can be built. A sum of products whose accumulator would not be exact is refused by the chip; then the widest of the
 * signals that the refusal names loses fraction bits, until nothing is refused. A table that would be too wide names none; then the widest
 * signal of a table does.
 *
 * @param formats the formats
 * @param spec the experiment with them
 * @param design the chip
 * @param narrowed signals that lost fraction bits
 */
public record Buildable(ChipFormats formats, ExperimentSpec spec, ChipDesign design, Set<String> narrowed) {

    private static final Pattern EXCESS = Pattern.compile("accumulator of (\\d+) bits to be exact; at most (\\d+)");
    private static final int MOST_ATTEMPTS = 2000;

    public Buildable {
        narrowed = Set.copyOf(narrowed);
    }

    /**
     * Narrows as little as needed.
     *
     * @throws BadInput the chip's refusal, if no signal that it names can lose a bit
     */
    public static Buildable of(ExperimentSpec spec, ChipConstraints constraints, ChipFormats wanted) {
        ChipFormats formats = wanted;
        Set<String> narrowed = new LinkedHashSet<>();
        for (int attempt = 0; ; attempt++) {
            ExperimentSpec changed = formats.in(spec);
            try {
                return new Buildable(formats, changed, ChipDesign.of(changed), narrowed);
            } catch (BadInput refused) {
                List<String> signals = attempt < MOST_ATTEMPTS ? tooWide(refused.getMessage(), formats, constraints) : List.of();
                if (signals.isEmpty()) {
                    throw refused;
                }
                for (String signal : signals) {
                    formats = formats.with(signal, narrower(formats.of(signal), excess(refused.getMessage())));
                }
                narrowed.addAll(signals);
            }
        }
    }

    private static List<String> tooWide(String refusal, ChipFormats formats, ChipConstraints constraints) {
        List<String> named = List.of();
        if (EXCESS.matcher(refusal).find()) {
            named = List.of(refusal.split("[^A-Za-z0-9.]+"));
        } else if (refusal.contains("table")) {
            named = formats.formats().keySet().stream().filter(constraints.tables()::contains).toList();
        }
        return named.stream()
                .filter(word -> formats.formats().containsKey(word) && formats.of(word).width() > ChipFormats.narrowest(formats.of(word)))
                .reduce((one, other) -> formats.of(other).width() > formats.of(one).width() ? other : one)
                .map(constraints::equalTo)
                .orElse(List.of());
    }

    /** Half of the excess at a time: what is too wide is often a product, whose other factor is to lose its half. */
    private static int excess(String refusal) {
        Matcher matcher = EXCESS.matcher(refusal);
        return matcher.find() ? Math.ceilDiv(Integer.parseInt(matcher.group(1)) - Integer.parseInt(matcher.group(2)), 2) : 1;
    }

    private static Format narrower(Format format, int bits) {
        return ChipFormats.resized(format, format.integerBits(), format.fractionBits() - bits);
    }
}
