package columna.experiments.reproduction;

import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduction.report.ReproductionReport;
import columna.experiments.reproduction.report.ReproductionResult;
import columna.experiments.reproduction.store.PointStore;
import columna.experiments.reproduction.store.Program;
import columna.experiments.reproduction.store.RunIdentity;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One reproduction in one scope, from its points to its report. */
public final class ReproductionRun {

    private static final Duration BETWEEN_STATES = Duration.ofMinutes(1);

    private final Reproduction reproduction;
    private final Scope scope;
    private final List<Point> points;
    private final Program program;
    private final RunIdentity identity;
    private final Duration betweenStates;

    private ReproductionRun(Reproduction reproduction, Scope scope, List<Point> points, Duration betweenStates) {
        this.reproduction = reproduction;
        this.scope = scope;
        this.points = points;
        this.program = Program.of(reproduction);
        this.identity = RunIdentity.of(reproduction, scope, program);
        this.betweenStates = betweenStates;
    }

    /**
     * Prepares; nothing is written.
     *
     * @throws BadInput if the scope lacks something
     */
    public static ReproductionRun of(Reproduction reproduction, Scope scope) {
        return of(reproduction, scope, BETWEEN_STATES);
    }

    /** With another time between two states of a point. */
    static ReproductionRun of(Reproduction reproduction, Scope scope, Duration betweenStates) {
        try {
            List<Point> points = List.copyOf(reproduction.points(scope));
            if (points.stream().noneMatch(scope::asksFor)) {
                throw new IllegalArgumentException("found no configuration that contains '" + String.join("' and '", scope.only())
                        + "'; allowed: parts of " + configurations(points));
            }
            return new ReproductionRun(reproduction, scope, points, betweenStates);
        } catch (IllegalArgumentException refused) {
            throw new BadInput(reproduction.name() + ": " + refused.getMessage());
        }
    }

    private static String configurations(List<Point> points) {
        List<String> names = points.stream().map(Point::configuration).distinct().toList();
        return "'" + names.getFirst() + "'" + (names.size() > 1 ? " to '" + names.getLast() + "'" : "");
    }

    /** Whether the folder holds this run, of this scope and this program, with points still to be measured. */
    public boolean isUnfinishedIn(Path folder) {
        try {
            return PointStore.holdsUnfinished(folder, identity, points);
        } catch (IOException unreadable) {
            throw new BadInput(folder + ": found a run that cannot be read (" + unreadable.getMessage() + "); name another with --output DIR");
        }
    }

    /**
     * Measures what the folder does not hold yet, and writes the report, {@code results.csv} and {@code points.csv}.
     *
     * @param folder an existing folder
     * @param threads how many points are measured at a time; any number gives the same results
     * @param stopRequested asked about every second; a run that stops keeps the states of its points and reports what it has
     * @throws BadInput if another process works in the folder, or if it holds another run
     * @throws PointFailure if a point fails
     */
    public ReproductionResult execute(Path folder, int threads, ReproductionProgress progress, BooleanSupplier stopRequested) {
        try (PointStore store = PointStore.open(folder, identity, points)) {
            new PointRunner(points.stream().filter(scope::asksFor).toList(), store, betweenStates, progress, stopRequested).run(threads);
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            ReproductionResult result =
                    ReproductionResult.of(reproduction, scope, points, store.measurements(), program.version(), program.commit(), now);
            ReproductionReport.write(result, folder);
            return result;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
