package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Table 1: the training loss on the copy task at which each learning rule ends, for four networks of equal parameter count. */
final class Table1 implements Reproduction {

    private static final double[] PAPER_RATES = {0.001, 0.002, 0.004, 0.008, 0.016, 0.032};
    private static final double[] REDUCED_RATES = {0.004};

    @Override
    public String name() {
        return "zucchet2023-table1";
    }

    @Override
    public String title() {
        return "Final training loss on the copy task: LRU, linear RNN and GRU under each learning rule";
    }

    @Override
    public String source() {
        return "Zucchet et al. 2023, table 1";
    }

    @Override
    public String shortened() {
        return "A copy task of 10 steps of 4 bits (6,000 sequences, 15 epochs), networks of a quarter of the units and of the width, one learning"
                + " rate and one seed, instead of 20 steps of 7 bits (20,000 sequences, 25 epochs), six learning rates and three seeds.";
    }

    @Override
    public List<String> assumptions() {
        return List.of(
                "Batches of 50 and the recurrent factor 0.5 for the LRU are those of the authors' sweep files; the paper's text says 20 and 1.",
                "The final training loss is the mean of the mini-batch losses over the last epoch, with dropout active, as the authors' code returns it.",
                "The learning rate is the one with the lowest validation loss after the last epoch, in the mean over seeds.",
                "Three seeds, as in the authors' sweep files; the paper's text says five.",
                "A seed draws the data, the parameters, the order of the sequences and the dropout masks.",
                "SnAp-1 is measured as its equations have it and with the three mistakes of the authors' code; the published numbers are compared with both.",
                "Single precision, as in the paper.");
    }

    @Override
    public List<Point> points(Scope scope) {
        CopySize size = scope.full() ? CopySize.PAPER : CopySize.REDUCED;
        List<Point> points = new ArrayList<>();
        for (Architecture architecture : Architecture.values()) {
            for (Rule rule : architecture.rules()) {
                for (double rate : rates(size)) {
                    for (long seed = 1; seed <= scope.seeds(1, 3); seed++) {
                        points.add(Training.copy(configuration(architecture, rule, size, rate), recipe(architecture, rule, size, rate), size, seed));
                    }
                }
            }
        }
        return points;
    }

    private static Recipe recipe(Architecture architecture, Rule rule, CopySize size, double rate) {
        return Recipe.copy(size, architecture.network(size), rule, rate, architecture.recurrentRateFactor());
    }

    private static double[] rates(CopySize size) {
        return size == CopySize.PAPER ? PAPER_RATES : REDUCED_RATES;
    }

    static String configuration(Architecture architecture, Rule rule, CopySize size, double rate) {
        return architecture.words() + ", " + rule.words() + ", " + size.words() + "learning rate " + rate;
    }

    /** The published final training loss. */
    static double published(Architecture architecture, Rule rule) {
        return switch (rule) {
            case SPATIAL -> row(architecture, 4.66e-1, 6.20e-1, 6.26e-1, 6.55e-1);
            case TRUNCATED -> row(architecture, 2.62e-1, 5.81e-1, 6.20e-1, 6.49e-1);
            case ONLINE, SNAP1, SNAP1_AS_CODED -> row(architecture, 8.44e-3, 5.82e-1, 3.16e-1, 3.27e-1);
            case BPTT -> row(architecture, 7.59e-6, 1.07e-4, 2.61e-1, 1.94e-1);
        };
    }

    private static double row(Architecture architecture, double lru, double rnn, double gru1, double gru4) {
        return switch (architecture) {
            case LRU_4 -> lru;
            case RNN_4 -> rnn;
            case GRU_1 -> gru1;
            case GRU_4 -> gru4;
        };
    }

    @Override
    public Findings findings(Measurements measurements) {
        CopySize size = CopySize.of(measurements);
        List<Comparison> comparisons = new ArrayList<>();
        for (Architecture architecture : Architecture.values()) {
            for (Rule rule : architecture.rules()) {
                comparisons.add(comparison(architecture, rule, size, measurements));
            }
        }
        List<Plot> plots = Arrays.stream(Architecture.values()).map(architecture -> learning(architecture, size, measurements)).toList();
        return new Findings(comparisons, claims(size, measurements), plots);
    }

    private static Comparison comparison(Architecture architecture, Rule rule, CopySize size, Measurements measurements) {
        double published = published(architecture, rule);
        Chosen best = best(architecture, rule, size, measurements);
        String group = size == CopySize.PAPER ? "Final training loss" : "Final training loss of the reduced task beside the paper's of the full task";
        return new Comparison(group, architecture.words() + ", " + rule.words() + best.words(), "nat", OptionalDouble.of(published),
                "table 1", best.sample(Training.TRAINING_LOSS), size == CopySize.PAPER ? criterion(architecture, rule, published) : new Criterion.Open());
    }

    private static Criterion criterion(Architecture architecture, Rule rule, double published) {
        if (architecture != Architecture.LRU_4) {
            return new Criterion.Open();
        }
        return switch (rule) {
            case ONLINE -> new Criterion.AtMost(0.02);
            case BPTT -> new Criterion.AtMost(1e-4);
            case SPATIAL, TRUNCATED -> Criterion.Between.within(0.25, published);
            case SNAP1, SNAP1_AS_CODED -> new Criterion.Open();
        };
    }

    private static Chosen best(Architecture architecture, Rule rule, CopySize size, Measurements measurements) {
        return Chosen.of(measurements, Training.VALIDATION_LOSS, Arrays.stream(rates(size)).boxed().toList(),
                rate -> configuration(architecture, rule, size, rate));
    }

    private static List<Claim> claims(CopySize size, Measurements measurements) {
        return List.of(
                Ordering.ascending("LRU: BPTT ends below online learning, that below truncated back-propagation, and that below spatial back-propagation.",
                        named(size, measurements, Architecture.LRU_4, Rule.BPTT, Rule.ONLINE, Rule.TRUNCATED, Rule.SPATIAL)),
                below(size, measurements, Architecture.RNN_4),
                below(size, measurements, Architecture.GRU_1),
                below(size, measurements, Architecture.GRU_4),
                Ordering.ascending("GRU 1 layer: SnAp-1 ends below truncated back-propagation.",
                        named(size, measurements, Architecture.GRU_1, Rule.SNAP1, Rule.TRUNCATED)),
                Ordering.ascending("GRU 4 layers: SnAp-1 ends below truncated back-propagation.",
                        named(size, measurements, Architecture.GRU_4, Rule.SNAP1, Rule.TRUNCATED)));
    }

    private static Claim below(CopySize size, Measurements measurements, Architecture other) {
        return Ordering.ascending("The LRU's online rule ends below SnAp-1 on the " + other.words() + ".",
                List.of(named(size, measurements, Architecture.LRU_4, Rule.ONLINE).getFirst(), named(size, measurements, other, Rule.SNAP1).getFirst()));
    }

    private static List<Ordering.Named> named(CopySize size, Measurements measurements, Architecture architecture, Rule... rules) {
        return Arrays.stream(rules).map(rule -> new Ordering.Named(architecture.words() + ", " + rule.words(),
                best(architecture, rule, size, measurements).sample(Training.TRAINING_LOSS))).toList();
    }

    private static Plot learning(Architecture architecture, CopySize size, Measurements measurements) {
        List<Plot.Line> lines = architecture.rules().stream()
                .map(rule -> best(architecture, rule, size, measurements).line(rule.words(), Training.TRAINING_LOSS)).toList();
        return new Plot("learning-" + architecture.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "Learning curves: " + architecture.words(),
                "The mean training loss of each epoch, dropout active, at the learning rate of the lowest validation loss, in the mean over seeds.",
                new Plot.Axis("epoch", "1", false), new Plot.Axis("training loss", "nat", true), lines);
    }
}
