package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Reproduction;
import java.util.List;

/** All reproductions of the paper. */
public final class Merin2026 {

    private Merin2026() {}

    /** In the order of the paper. */
    public static List<Reproduction> reproductions() {
        return List.of(new SparseTransport());
    }
}
