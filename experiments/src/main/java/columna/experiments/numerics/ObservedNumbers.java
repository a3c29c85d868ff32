package columna.experiments.numerics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the observed sequences of a run say about numbers.
 *
 * @param sampled sequences observed
 * @param noise per signal of the chip, and per kind of gradient
 * @param alignments of gradients, in the order of the run
 */
public record ObservedNumbers(long sampled, Map<String, NoiseSum> noise, List<NumericsStudy.Alignment> alignments) {

    /** Nothing was observed. */
    public static final ObservedNumbers NONE = new ObservedNumbers(0, Map.of(), List.of());

    public ObservedNumbers {
        noise = Collections.unmodifiableMap(new LinkedHashMap<>(noise));
        alignments = List.copyOf(alignments);
    }
}
