package columna.experiments.study.report;

import columna.reports.Fact;
import columna.reports.Format;
import java.time.Instant;
import java.util.List;

/**
 * Where a study's numbers come from.
 *
 * @param command what to type to simulate it again
 * @param version of the simulator that worked on it last
 * @param commit of its sources
 * @param finished when it was last worked on
 * @param computations trainings of chips and references that the points share
 * @param computingSeconds the sum of what they took, one core each
 */
public record Provenance(String command, String version, String commit, Instant finished, long computations, double computingSeconds) {

    List<Fact> facts() {
        return List.of(
                Fact.text("Command", command, "What to type to simulate it again."),
                Fact.text("Columna", version + ", commit " + commit, "Version of the simulator that worked on the study last."),
                Fact.text("Date", finished.toString(), "When it was last worked on."),
                Fact.whole("Computations", computations, "1", "Trainings of chips and references that the points share."),
                Fact.number("Computing time", computingSeconds, "s", Format.engineering(3), "Sum over computations, on one core each."));
    }
}
