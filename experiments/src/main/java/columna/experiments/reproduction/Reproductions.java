package columna.experiments.reproduction;

import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.javed2021.Javed2021;
import columna.experiments.reproduce.javed2023.Javed2023;
import columna.experiments.reproduce.merin2026.Merin2026;
import columna.experiments.reproduce.zucchet2023.Zucchet2023;
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
}
