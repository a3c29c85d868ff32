package columna.experiments.profile.measurement;

import columna.experiments.chip.ChipDesign;
import columna.experiments.profile.formats.ChipConstraints;
import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.fixedpoint.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one fraction bit less and one more of a signal give, all other formats as they are but those that must equal its own.
 *
 * @param signal the signal
 * @param format its format in the base design
 * @param words words of the whole chip that become a bit wider or narrower
 * @param less with one bit less; empty if such a chip cannot be built, or was not measured
 * @param more with one bit more; likewise
 */
public record Sensitivity(String signal, Format format, long words, Optional<SeedMean> less, Optional<SeedMean> more) {

    /**
     * Measures signals one by one around a design.
     *
     * @param words words of each signal
     */
    public static List<Sensitivity> measure(
            ExperimentSpec spec, ChipConstraints constraints, ChipFormats base, List<String> signals, Map<String, Long> words, Measurements measurements) {
        List<ExperimentSpec> designs = new ArrayList<>();
        List<Optional<Integer>> places = new ArrayList<>();
        for (String signal : signals) {
            for (int bits : new int[] {-1, 1}) {
                Optional<ExperimentSpec> neighbour = neighbour(spec, base, constraints.equalTo(signal), bits);
                places.add(neighbour.map(one -> designs.size()));
                neighbour.ifPresent(designs::add);
            }
        }
        List<Optional<SeedMean>> results = designs.isEmpty() ? List.of() : measurements.losses("sensitivity", designs);
        List<Sensitivity> rows = new ArrayList<>();
        for (int i = 0; i < signals.size(); i++) {
            String signal = signals.get(i);
            rows.add(new Sensitivity(signal, base.of(signal), constraints.equalTo(signal).stream().mapToLong(words::get).sum(),
                    places.get(2 * i).flatMap(results::get), places.get(2 * i + 1).flatMap(results::get)));
        }
        return rows;
    }

    private static Optional<ExperimentSpec> neighbour(ExperimentSpec spec, ChipFormats base, List<String> signals, int bits) {
        Format format = base.of(signals.getFirst());
        int width = format.width() + bits;
        if (width < ChipFormats.narrowest(format) || width > ChipFormats.widest(format)) {
            return Optional.empty();
        }
        ChipFormats formats = base;
        for (String signal : signals) {
            formats = formats.with(signal, ChipFormats.resized(format, format.integerBits(), format.fractionBits() + bits));
        }
        ExperimentSpec changed = formats.in(spec);
        try {
            ChipDesign.of(changed);
            return Optional.of(changed);
        } catch (BadInput refused) {
            return Optional.empty();
        }
    }
}
