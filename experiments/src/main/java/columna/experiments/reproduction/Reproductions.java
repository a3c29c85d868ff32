package columna.experiments.reproduction;

import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.javed2021.Javed2021;
import columna.experiments.reproduce.javed2023.Javed2023;
import columna.experiments.reproduce.merin2026.Merin2026;
import columna.experiments.reproduce.zucchet2023.Zucchet2023;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be reproduced. */
public final class Reproductions {

    private Reproductions() {}

    /** In the order of the papers. */
    public static List<Reproduction> all() {
        return Stream.of(Zucchet2023.reproductions(), Javed2021.reproductions(), Javed2023.reproductions(), Merin2026.reproductions())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The one of a name.
     *
     * @throws BadInput if none has it, with the nearest name
     */
    public static Reproduction named(String name, List<Reproduction> all) {
        return all.stream().filter(reproduction -> reproduction.name().equals(name)).findFirst().orElseThrow(() -> new BadInput(
                "found no reproduction called '" + name + "'" + NearestName.hint(name, all.stream().map(Reproduction::name).toList())));
    }
}
