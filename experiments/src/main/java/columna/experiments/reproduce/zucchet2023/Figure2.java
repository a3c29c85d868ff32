package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Sample;
import columna.experiments.reproduce.Scope;
import columna.reference.network.Initialisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Figure 2: how well the gradients of LRU networks on the copy task agree with BPTT's, and what that does to learning; over the depth (A, B),
 * over the ring in which the eigenvalues start (C, D) and over the learning rules (E, F).
 */
final class Figure2 implements Reproduction {

    private static final Architecture LRU = Architecture.LRU_4;
    private static final int DEEPEST = 5;
    private static final int DEPTH = 4;
    private static final double[] RINGS = {0, 0.5, 0.75, 0.9};
    private static final Rule[] RULES = {Rule.ONLINE, Rule.TRUNCATED, Rule.SPATIAL, Rule.BPTT};
    private static final Double[] PAPER_RATES = {0.000125, 0.00025, 0.0005, 0.001, 0.002, 0.004, 0.008};
    private static final Double[] REDUCED_RATES = {0.004};

    @Override
    public String name() {
        return "zucchet2023-figure2";
    }

    @Override
    public String title() {
        return "Gradient alignment and learning of LRU networks on the copy task, over depth, initialisation and learning rule";
    }

    @Override
    public String source() {
        return "Zucchet et al. 2023, figure 2";
    }

    @Override
    public String shortened() {
        return "A copy task of 10 steps of 4 bits (6,000 sequences, 15 epochs), networks of a quarter of the units and of the width, gradients"
                + " compared on 10 batches per epoch, one learning rate and one seed, instead of 20 steps of 7 bits (20,000 sequences, 25 epochs),"
                + " 100 batches, seven learning rates for E and F, and ten seeds (five for E and F).";
    }

    @Override
    public List<String> assumptions() {
        return List.of(
                "Batches of 50, recurrent factor 0.5, learning rate 0.001 for A to D and weight decay 0.05 for C and D are those of the authors' sweep"
                        + " files; the paper's text says 0.002 and no decay.",
                "The alignment is the cosine between all parameters of a layer as one vector, averaged over layers without encoder and decoder, over the"
                        + " first batches of each epoch.",
                "Both gradients are taken under the dropout masks of the update itself; the authors' code draws other masks, the same for both.",
                "The layer normalisation stands before the recurrence, so that its gradient needs errors through time: with it, as the authors' code"
                        + " measures, the cosine of the last layer is near 1 but not 1. Exactness is therefore tested on all other parameters of a layer,"
                        + " without the 1e-8 in the denominator of the cosine; the distance with the normalisation is reported beside it.",
                "The figure's values are not printed in the paper, so its statements are tested and not its numbers.",
                "'Changes little' is taken as: the alignments over rings spread less than those over depths.",
                "Single precision, as in the paper.");
    }

    @Override
    public List<Point> points(Scope scope) {
        CopySize size = scope.full() ? CopySize.PAPER : CopySize.REDUCED;
        List<Point> points = new ArrayList<>();
        for (long seed = 1; seed <= scope.seeds(1, 10); seed++) {
            for (int depth = DEEPEST; depth >= 1; depth--) {
                points.add(Training.copy(depth(depth, size), recipe(depth, Rule.ONLINE, base(size), size), size, seed));
            }
            for (double ring : RINGS) {
                Recipe recipe = recipe(DEPTH, Rule.ONLINE, base(size), size).withWeightDecay(0.05).with(new Initialisation(ring, 1, 6.28));
                points.add(Training.copy(ring(ring, size), recipe, size, seed));
            }
        }
        for (long seed = 1; seed <= scope.seeds(1, 5); seed++) {
            for (Rule rule : RULES) {
                for (double rate : rates(size)) {
                    points.add(Training.copy(rule(rule, rate, size), recipe(DEPTH, rule, rate, size), size, seed));
                }
            }
        }
        return points;
    }

    private static Recipe recipe(int depth, Rule rule, double rate, CopySize size) {
        Recipe recipe = Recipe.copy(size, LRU.network(size, depth), rule, rate, LRU.recurrentRateFactor());
        return recipe.withAlignedBatches(size == CopySize.PAPER ? 100 : 10);
    }

    private static double base(CopySize size) {
        return size == CopySize.PAPER ? 0.001 : 0.004;
    }

    private static List<Double> rates(CopySize size) {
        return List.of(size == CopySize.PAPER ? PAPER_RATES : REDUCED_RATES);
    }

    static String depth(int depth, CopySize size) {
        return size.words() + "online, " + depth + (depth == 1 ? " layer" : " layers");
    }

    static String ring(double ring, CopySize size) {
        return size.words() + "online, 4 layers, eigenvalues from radius " + ring;
    }

    static String rule(Rule rule, double rate, CopySize size) {
        return size.words() + rule.words() + ", 4 layers, learning rate " + rate;
    }

    @Override
    public Findings findings(Measurements measurements) {
        CopySize size = CopySize.of(measurements);
        return new Findings(comparisons(size, measurements), new Figure2Claims(size, measurements).all(), plots(size, measurements));
    }

    /** The chosen learning rate of a rule. */
    static Chosen chosen(Rule rule, CopySize size, Measurements measurements) {
        return Chosen.of(measurements, Training.VALIDATION_LOSS, rates(size), rate -> rule(rule, rate, size));
    }

    private static List<Comparison> comparisons(CopySize size, Measurements measurements) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int depth = 1; depth <= DEEPEST; depth++) {
            comparisons.add(open("B: final training loss over depth", depth(depth, size), "nat", measurements.sample(depth(depth, size), Training.TRAINING_LOSS)));
        }
        for (int depth = 1; depth <= DEEPEST; depth++) {
            comparisons.add(open("A: alignment over depth", depth(depth, size), "1", measurements.sample(depth(depth, size), Training.ALIGNMENT)));
        }
        for (int depth = 1; depth <= DEEPEST; depth++) {
            comparisons.add(exactness(depth, Training.distance(depth), "without normalisation", new Criterion.AtMost(Figure2Claims.ROUNDING), size, measurements));
            comparisons.add(exactness(depth, Training.distanceOfAll(depth), "with normalisation", new Criterion.Open(), size, measurements));
        }
        for (double ring : RINGS) {
            comparisons.add(open("C: alignment over initialisation", ring(ring, size), "1", measurements.sample(ring(ring, size), Training.ALIGNMENT)));
            comparisons.add(open("D: final training loss over initialisation", ring(ring, size), "nat",
                    measurements.sample(ring(ring, size), Training.TRAINING_LOSS)));
        }
        for (Rule rule : RULES) {
            Chosen chosen = chosen(rule, size, measurements);
            comparisons.add(open("E: final training loss", rule.words() + chosen.words(), "nat", chosen.sample(Training.TRAINING_LOSS)));
            comparisons.add(open("F: alignment", rule.words() + chosen.words(), "1", chosen.sample(Training.ALIGNMENT)));
        }
        return comparisons;
    }

    /** The last layer's largest distance from 1 over all compared batches; the mean over seeds. */
    private static Comparison exactness(int depth, String number, String words, Criterion criterion, CopySize size, Measurements measurements) {
        return new Comparison("A: largest distance of the last layer's cosine from 1", depth(depth, size) + ", " + words, "1", OptionalDouble.of(0),
                "the paper's theory", measurements.sample(depth(depth, size), number), criterion);
    }

    private static Comparison open(String group, String quantity, String unit, Sample measured) {
        return new Comparison(group, quantity, unit, OptionalDouble.empty(), "figure 2, read by eye only", measured, new Criterion.Open());
    }

    private static List<Plot> plots(CopySize size, Measurements measurements) {
        List<String> depths = IntStream.rangeClosed(1, DEEPEST).mapToObj(depth -> depth(depth, size)).toList();
        List<String> rings = Arrays.stream(RINGS).mapToObj(ring -> ring(ring, size)).toList();
        return List.of(
                plot("alignment-depth", "A: alignment over depth", Training.ALIGNMENT, lines(measurements, depths, Training.ALIGNMENT)),
                plot("loss-depth", "B: learning over depth", Training.TRAINING_LOSS, lines(measurements, depths, Training.TRAINING_LOSS)),
                plot("alignment-layer", "A: alignment of each layer of four", Training.ALIGNMENT, layers(size, measurements)),
                plot("alignment-ring", "C: alignment over initialisation", Training.ALIGNMENT, lines(measurements, rings, Training.ALIGNMENT)),
                plot("loss-ring", "D: learning over initialisation", Training.TRAINING_LOSS, lines(measurements, rings, Training.TRAINING_LOSS)),
                plot("loss-rule", "E: learning under each rule", Training.TRAINING_LOSS, rules(size, measurements, Training.TRAINING_LOSS)),
                plot("alignment-rule", "F: alignment of each rule", Training.ALIGNMENT, rules(size, measurements, Training.ALIGNMENT)));
    }

    private static Plot plot(String id, String title, String curve, List<Plot.Line> lines) {
        boolean loss = curve.equals(Training.TRAINING_LOSS);
        return new Plot(id, title, loss ? "The mean training loss of each epoch, dropout active, in the mean over seeds."
                : "The cosine between the rule's gradient and BPTT's, over the first batches of each epoch, in the mean over seeds.",
                new Plot.Axis("epoch", "1", false), new Plot.Axis(loss ? "training loss" : "cosine", loss ? "nat" : "1", loss), lines);
    }

    private static List<Plot.Line> lines(Measurements measurements, List<String> configurations, String curve) {
        return configurations.stream().map(name -> new Plot.Line(name, measurements.meanCurve(name, curve), new double[0])).toList();
    }

    private static List<Plot.Line> layers(CopySize size, Measurements measurements) {
        return IntStream.rangeClosed(1, DEPTH)
                .mapToObj(layer -> new Plot.Line("layer " + layer, measurements.meanCurve(depth(DEPTH, size), Training.alignment(layer)), new double[0]))
                .toList();
    }

    private static List<Plot.Line> rules(CopySize size, Measurements measurements, String curve) {
        return Arrays.stream(RULES).map(rule -> chosen(rule, size, measurements).line(rule.words(), curve)).toList();
    }
}
