package columna.cli;

import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduction.Estimate;
import java.io.PrintWriter;
import java.util.List;

/** What can be reproduced, and how long it takes here. */
final class ReproductionList {
    private static final String ROW = "  %-28s %-12s %-12s %s%n";

    private ReproductionList() {}

    static void print(PrintWriter out, List<Reproduction> reproductions) {
        out.printf(ROW, "on " + Estimate.CORES + " cores, about", "default", "--full", "");
        reproductions.forEach(one -> out.printf(ROW, one.name(), Estimate.of(one, Scope.DEFAULT), Estimate.of(one, Scope.FULL), one.title()));
        out.flush();
    }
}
