package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Sample;
import columna.experiments.reproduce.Verdict;
import columna.experiments.reproduce.zucchet2023.Ordering.Named;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What the paper says of figure 2, put to the test. */
record Figure2Claims(CopySize size, Measurements measurements) {

    /**
     * How far a cosine may be from 1 and still count as exactly 1. In single precision a gradient that sums 2,400 terms (50 sequences of 48
     * time steps) in another order differs by at most 2,400 x 2^-24 = 1.4e-4 of the sum of their sizes, and the cosine by half the square of
     * that. (Rounding errors mostly cancel, which leaves room for gradients whose terms do.)
     */
    static final double ROUNDING = 1e-8;

    List<Claim> all() {
        return List.of(
                Ordering.atMost("With one layer the online gradient is exact, but for the normalisation before it: its cosine with BPTT's is 1 up to rounding (1e-8).", ROUNDING,
                        List.of(new Named("1 layer, largest distance from 1", sample(1, Training.distance(1))))),
                Ordering.atMost("In the last layer the online gradient is exact at every depth, but for the normalisation before it: its cosine with BPTT's is 1 up to rounding (1e-8).", ROUNDING,
                        overDepth(1, 5, depth -> Training.distance(depth))),
                Ordering.ascending("The alignment falls with depth.", overDepth(1, 4, depth -> Training.ALIGNMENT).reversed()),
                Ordering.ascending("Deeper networks end at a lower loss, although their gradients agree less.",
                        overDepth(1, 4, depth -> Training.TRAINING_LOSS).reversed()),
                ringsChangeLittle(),
                Ordering.ascending("The nearer to 0 the eigenvalues start, the slower the network learns: the loss halfway through the run.",
                        List.of(ring(0.9), ring(0.75), ring(0.5), ring(0))),
                Ordering.ascending("The gradient of the online rule agrees better with BPTT's than that of truncated back-propagation.",
                        List.of(rule(Rule.TRUNCATED, Training.ALIGNMENT), rule(Rule.ONLINE, Training.ALIGNMENT))),
                Ordering.ascending("The gradient of the online rule agrees better with BPTT's than that of spatial back-propagation.",
                        List.of(rule(Rule.SPATIAL, Training.ALIGNMENT), rule(Rule.ONLINE, Training.ALIGNMENT))),
                Ordering.ascending("The online rule ends at a lower loss than truncated back-propagation, and that below spatial back-propagation.",
                        List.of(rule(Rule.ONLINE, Training.TRAINING_LOSS), rule(Rule.TRUNCATED, Training.TRAINING_LOSS), rule(Rule.SPATIAL, Training.TRAINING_LOSS))));
    }

    private Sample sample(int depth, String number) {
        return measurements.sample(Figure2.depth(depth, size), number);
    }

    private List<Named> overDepth(int shallowest, int deepest, IntFunction<String> number) {
        return IntStream.rangeClosed(shallowest, deepest)
                .mapToObj(depth -> new Named(depth + (depth == 1 ? " layer" : " layers"), sample(depth, number.apply(depth)))).toList();
    }

    private Named ring(double from) {
        return new Named("from " + from, measurements.sample(Figure2.ring(from, size), Training.HALFWAY_LOSS));
    }

    private Named rule(Rule rule, String number) {
        return new Named(rule.words(), Figure2.chosen(rule, size, measurements).sample(number));
    }

    private Claim ringsChangeLittle() {
        String statement = "The ring in which the eigenvalues start changes the alignment little.";
        List<Double> rings = List.of(0.0, 0.5, 0.75, 0.9).stream().map(ring -> measurements.sample(Figure2.ring(ring, size), Training.ALIGNMENT).mean()).toList();
        List<Double> depths = IntStream.rangeClosed(1, 4).mapToObj(depth -> sample(depth, Training.ALIGNMENT).mean()).toList();
        double overRings = spread(rings);
        double overDepths = spread(depths);
        return Double.isNaN(overRings + overDepths) ? new Claim(statement, Verdict.MISSING, "")
                : Claim.of(statement, overRings < overDepths, String.format(Locale.ROOT, "spread %.3g over rings, %.3g over depths", overRings, overDepths));
    }

    private static double spread(List<Double> values) {
        double sum = values.stream().mapToDouble(v -> v).sum();
        return Double.isNaN(sum) ? Double.NaN : values.stream().mapToDouble(v -> v).max().orElseThrow() - values.stream().mapToDouble(v -> v).min().orElseThrow();
    }
}
