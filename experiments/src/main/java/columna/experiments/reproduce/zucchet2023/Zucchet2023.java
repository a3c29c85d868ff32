package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Reproduction;
import java.util.List;

/** All reproductions of the paper. */
public final class Zucchet2023 {

    private Zucchet2023() {}

    /** In the order of the paper. */
    public static List<Reproduction> reproductions() {
        return List.of();
    }
}
