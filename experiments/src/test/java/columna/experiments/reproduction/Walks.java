package columna.experiments.reproduction;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurement.Curve;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/** Random walks with steps of a half up or down, some of which are told to diverge: small, seeded, and resumable at every step. */
class Walks implements Reproduction {
    static final int STEPS = 200;
    static final List<String> CONFIGURATIONS = List.of("plain walk", "walk, \"quoted\" name", "walk that diverges");

    /** How many points were begun from the start. */
    final AtomicInteger begun = new AtomicInteger();

    /** What happens at every step, after it was reached. */
    private final Incident incident;

    interface Incident {
        void at(String configuration, long seed, int step) throws IOException;
    }

    Walks() {
        this((configuration, seed, step) -> {});
    }

    Walks(Incident incident) {
        this.incident = incident;
    }

    @Override
    public String name() {
        return "walks";
    }

    @Override
    public String title() {
        return "Random walks";
    }

    @Override
    public String source() {
        return "K. Pearson, The problem of the random walk, Nature 1905";
    }

    @Override
    public String shortened() {
        return "The default has fewer seeds.";
    }

    @Override
    public List<String> assumptions() {
        return List.of("Steps are a half long.");
    }

    @Override
    public List<Point> points(Scope scope) {
        List<Point> points = new ArrayList<>();
        for (String configuration : CONFIGURATIONS) {
            for (long seed = 1; seed <= scope.seeds(3, 6); seed++) {
                long of = seed;
                points.add(new Point(configuration, seed, configuration.length(), course -> walk(configuration, of, course)));
            }
        }
        return points;
    }

    private Measurement walk(String configuration, long seed, Course course) throws IOException {
        int step = 0;
        long random = seed * 7919 + configuration.length();
        double at = 0.1;
        Optional<DataInputStream> resumed = course.resumed();
        if (resumed.isPresent()) {
            step = resumed.get().readInt();
            random = resumed.get().readLong();
            at = resumed.get().readDouble();
        } else {
            begun.incrementAndGet();
        }
        for (; step < STEPS; ) {
            random = random * 6364136223846793005L + 1442695040888963407L;
            at += (random >>> 63) - 0.5 + 1e-3 / (step + 1);
            step++;
            int doneSteps = step;
            long drawn = random;
            double reached = at;
            course.reached((double) step / STEPS, out -> {
                out.writeInt(doneSteps);
                out.writeLong(drawn);
                out.writeDouble(reached);
            });
            incident.at(configuration, seed, step);
        }
        return measurement(configuration, at);
    }

    private static Measurement measurement(String configuration, double end) {
        boolean diverges = configuration.equals(CONFIGURATIONS.getLast());
        return Measurement.of(
                Map.of("end", diverges ? Double.NaN : end, "largest", diverges ? Double.POSITIVE_INFINITY : Math.abs(end)),
                Map.of("path", new Curve(new double[] {1, 10, 100}, new double[] {Math.abs(end) + 0.1, 1 / 3.0, diverges ? Double.NaN : 2})));
    }

    @Override
    public Findings findings(Measurements measurements) {
        List<Comparison> comparisons = new ArrayList<>();
        for (String configuration : CONFIGURATIONS) {
            comparisons.add(new Comparison("End of the walk", configuration, "m", OptionalDouble.of(0.25), "a test",
                    measurements.sample(configuration, "end"), new Criterion.Between(-100, 100, "anywhere near")));
        }
        comparisons.add(new Comparison("Length", "steps", "1", OptionalDouble.empty(), "a test",
                measurements.sample(CONFIGURATIONS.getFirst(), "largest"), new Criterion.Open()));
        Curve mean = measurements.meanCurve(CONFIGURATIONS.getFirst(), "path");
        return new Findings(
                comparisons,
                List.of(Claim.of("A walk ends somewhere, always", true, "measured, in metres")),
                List.of(new Plot("path", "The path", "Mean over seeds.", new Plot.Axis("Step", "1", true), new Plot.Axis("Distance", "m", true),
                        List.of(new Plot.Line("plain walk", mean, new double[mean.x().length])))));
    }
}
