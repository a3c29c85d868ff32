package columna.cli;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/** A reproduction that measures its seeds and compares their mean with a number; nothing else. */
class Toy implements Reproduction {
    static final double CORE_SECONDS = 240;

    private final String name;
    private final double published;

    Toy(String name, double published) {
        this.name = name;
        this.published = published;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return "The mean of the seeds";
    }

    @Override
    public String source() {
        return "C. F. Gauss, as a child";
    }

    @Override
    public String shortened() {
        return "The default adds fewer numbers.";
    }

    @Override
    public List<String> assumptions() {
        return List.of("He was quick.");
    }

    @Override
    public List<Point> points(Scope scope) {
        return LongStream.rangeClosed(1, scope.seeds(3, 99)).mapToObj(seed -> new Point("seed", seed, CORE_SECONDS, course -> measure(seed, course)))
                .toList();
    }

    Measurement measure(long seed, Course course) throws IOException {
        course.reached(1);
        return Measurement.of(Map.of("itself", (double) seed));
    }

    @Override
    public Findings findings(Measurements measurements) {
        return new Findings(
                List.of(new Comparison("Sums", "mean seed", "m", OptionalDouble.of(published), "a school", measurements.sample("seed", "itself"),
                        Criterion.Between.within(0.01, published))),
                List.of(Claim.of("Seeds are positive", true, "all of them")),
                List.of());
    }
}
