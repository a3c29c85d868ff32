package columna.experiments.profile.formats;

import columna.experiments.chip.ChipDesign;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a chip's programs demand of the formats of its signals, whatever these are.
 *
 * @param equal for signals that must have the same format as others, all of these, itself among them: a maximum is not rounded
 * @param tables signals that go into look-up tables or come out of them, whose width the tables bound
 */
public record ChipConstraints(Map<String, Set<String>> equal, Set<String> tables) {

    public ChipConstraints {
        equal = Map.copyOf(equal);
        tables = Set.copyOf(tables);
    }

    /** Of a chip, and of every chip with the same programs. */
    public static ChipConstraints of(ChipDesign design) {
        Map<String, Set<String>> equal = new HashMap<>();
        Set<String> tables = new LinkedHashSet<>();
        design.chip().cores().forEach(core -> core.program().phases().values().stream().flatMap(List::stream).forEach(operation -> {
            if (operation instanceof Maximum maximum) {
                join(equal, maximum.source().memory().name(), maximum.destination().memory().name());
            } else if (operation instanceof LookUp lookUp) {
                tables.add(lookUp.source().memory().name());
                tables.add(lookUp.destination().memory().name());
            }
        }));
        return new ChipConstraints(equal, tables);
    }

    private static void join(Map<String, Set<String>> equal, String one, String other) {
        Set<String> both = new LinkedHashSet<>(equal.getOrDefault(one, Set.of(one)));
        both.addAll(equal.getOrDefault(other, Set.of(other)));
        both.forEach(signal -> equal.put(signal, both));
    }

    /** The signals that must have the same format as this one, itself among them, in the order of their names. */
    public List<String> equalTo(String signal) {
        List<String> all = new ArrayList<>(equal.getOrDefault(signal, Set.of(signal)));
        all.sort(null);
        return all;
    }
}
