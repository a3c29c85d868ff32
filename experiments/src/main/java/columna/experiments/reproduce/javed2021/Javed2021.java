package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Reproduction;
import java.util.List;

/** All reproductions of the paper. */
public final class Javed2021 {

    private Javed2021() {}

    /** In the order of the paper. */
    public static List<Reproduction> reproductions() {
        return List.of(Figure3.reproduction(), Figure4.reproduction(), Figure5.reproduction(), new Figure6(), Figure7.reproduction(),
                Figure8.reproduction());
    }
}
