package columna.experiments.reproduce.javed2023;

import columna.experiments.reproduce.Reproduction;
import java.util.List;

/** All reproductions of the paper. */
public final class Javed2023 {

    private Javed2023() {}

    /** In the order of the paper. */
    public static List<Reproduction> reproductions() {
        return List.of(new TracePatterningCurves(), new IntervalStudy());
    }
}
