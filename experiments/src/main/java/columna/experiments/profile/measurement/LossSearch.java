package columna.experiments.profile.measurement;

import columna.experiments.profile.formats.Buildable;
import columna.experiments.profile.formats.ChipConstraints;
import columna.experiments.profile.formats.ChipFormats;
import columna.experiments.spec.ExperimentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The narrowest design of a line whose measured loss is within a limit, by bisection. Two searches with different limits run alike until a
 * design is within one and not within the other, and from there on the higher limit is on the narrower side: so a larger budget never gives
 * a wider design, though losses scatter.
 */
public final class LossSearch {

    /**
     * A design that was measured.
     *
     * @param design its place on the line, 0 the widest
     * @param formats its formats, as they could be built
     * @param result what was measured
     * @param within whether the loss is within the limit
     */
    public record Step(int design, ChipFormats formats, SeedMean result, boolean within) {}

    /**
     * What was found.
     *
     * @param steps all designs measured, in order
     * @param best the narrowest within the limit; empty if the widest is not, or if it was not measured
     * @param complete whether the search was not interrupted
     */
    public record Found(List<Step> steps, Optional<Step> best, boolean complete) {
        public Found {
            steps = List.copyOf(steps);
        }
    }

    private final ExperimentSpec spec;
    private final ChipConstraints constraints;
    private final List<ChipFormats> line;
    private final Measurements measurements;
    private final double limit;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param line designs from the widest to the narrowest
     * @param limit the highest loss allowed, nats per bit of the target
     */
    public LossSearch(ExperimentSpec spec, ChipConstraints constraints, List<ChipFormats> line, Measurements measurements, double limit) {
        this.spec = spec;
        this.constraints = constraints;
        this.line = List.copyOf(line);
        this.measurements = measurements;
        this.limit = limit;
    }

    /** Searches. */
    public Found search() {
        Optional<Step> best = step(0);
        if (best.isEmpty() || !best.get().within()) {
            return new Found(steps, Optional.empty(), best.isPresent());
        }
        int within = 0;
        int beyond = line.size();
        while (beyond - within > 1) {
            int middle = (within + beyond) / 2;
            Optional<Step> step = step(middle);
            if (step.isEmpty()) {
                return new Found(steps, best, false);
            }
            if (step.get().within()) {
                within = middle;
                best = step;
            } else {
                beyond = middle;
            }
        }
        return new Found(steps, best, true);
    }

    private Optional<Step> step(int design) {
        Buildable buildable = Buildable.of(spec, constraints, line.get(design));
        String phase = "chip " + (steps.size() + 1) + " of " + mostSteps();
        Optional<SeedMean> result = measurements.losses(phase, List.of(buildable.spec())).getFirst();
        // Not a number is no loss within any limit.
        return result.map(mean -> {
            Step step = new Step(design, buildable.formats(), mean, mean.loss() <= limit);
            steps.add(step);
            return step;
        });
    }

    private int mostSteps() {
        return 1 + Integer.SIZE - Integer.numberOfLeadingZeros(line.size() - 1);
    }
}
