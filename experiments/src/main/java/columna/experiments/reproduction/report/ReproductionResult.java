package columna.experiments.reproduction.report;

import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reproduction, measured wholly or in part, and what is to be known to measure it again.
 *
 * @param reproduction what was measured
 * @param scope how much of it
 * @param points all points of the scope
 * @param measurements of the finished ones
 * @param findings what the measurements say
 * @param version of the program
 * @param commit of the program's sources
 * @param date when the report was made
 */
public record ReproductionResult(
        Reproduction reproduction,
        Scope scope,
        List<Point> points,
        Measurements measurements,
        Findings findings,
        String version,
        String commit,
        Instant date) {

    public ReproductionResult {
        points = List.copyOf(points);
    }

    /** With the findings that the reproduction draws from the measurements. */
    public static ReproductionResult of(
            Reproduction reproduction,
            Scope scope,
            List<Point> points,
            Measurements measurements,
            String version,
            String commit,
            Instant date) {
        return new ReproductionResult(
                reproduction, scope, points, measurements, reproduction.findings(measurements), version, commit, date);
    }

    /** How many verdicts there are of each kind. */
    public Tally tally() {
        return Tally.of(findings);
    }

    /** The number of points that were measured. */
    public int finished() {
        return measurements.byConfiguration().values().stream().mapToInt(java.util.Map::size).sum();
    }

    /** Whether every point was measured. */
    public boolean complete() {
        return finished() == points.size();
    }

    /** The result in one sentence. */
    public String sentence() {
        return (complete() ? "" : "After only " + finished() + " of " + points.size() + " points: ") + tally().words() + ".";
    }

    /** The seeds of all points, ascending. */
    public String seeds() {
        return points.stream().map(Point::seed).distinct().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The size in words. */
    public String size() {
        return scope.full() ? "full" : "default";
    }

    /** What to type to measure it again. */
    public String command() {
        StringBuilder command = new StringBuilder("columna reproduce " + reproduction.name());
        if (scope.full()) {
            command.append(" --full");
        }
        scope.seeds().ifPresent(seeds -> command.append(" --seeds ").append(seeds));
        scope.data().ifPresent(data -> command.append(" --data ").append(quoted(data.toString())));
        scope.only().forEach(only -> command.append(" --only ").append(quoted(only)));
        return command.toString();
    }

    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
