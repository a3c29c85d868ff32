package columna.experiments.spec;

import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes found in one reading; the first five, in the order of the file, are told. */
final class Problems {
    private static final int MOST = 5;

    private record Problem(Location location, String sentence) {}

    private final List<Problem> found = new ArrayList<>();

    void add(Location location, String sentence) {
        found.add(new Problem(location, sentence));
    }

    boolean none() {
        return found.isEmpty();
    }

    void raise() {
        if (!found.isEmpty()) {
            throw new BadInput(found.stream()
                    .sorted(Comparator.comparingInt((Problem p) -> p.location.line()).thenComparingInt(p -> p.location.column()))
                    .limit(MOST)
                    .map(p -> p.location + ": " + p.sentence)
                    .toList());
        }
    }
}
