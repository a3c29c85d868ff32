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
import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.optimisation.RecurrentGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * A table of test accuracies on long sequences with one label.
 *
 * @param number of the table in the paper
 * @param title what is measured
 * @param cell the recurrent layers
 * @param width their width in the paper; 0 for the task's own
 * @param group which parameters learn at the recurrent rate
 * @param sweep the settings of the authors' sweep for a task
 * @param rows what the paper printed
 * @param shortened what the default size leaves out
 * @param assumptions what the paper does not say
 */
record AccuracyTable(int number, String title, NetworkSpec.Cell cell, int width, RecurrentGroup group, Function<LongTask, List<LongSweep>> sweep,
        List<Row> rows, String shortened, List<String> assumptions) implements Reproduction {

    /** The recurrent learning rate over that of the others, in all of these sweeps. */
    private static final double RECURRENT_FACTOR = 0.5;

    private static final double REDUCED_RATE = 0.004;

    /** A published accuracy and its spread over three seeds, in percent. */
    record Row(LongTask task, Rule rule, double accuracy, double spread) {}

    @Override
    public String name() {
        return "zucchet2023-table" + number;
    }

    @Override
    public String source() {
        return "Zucchet et al. 2023, table " + number;
    }

    @Override
    public List<Point> points(Scope scope) {
        List<LongData> all = LongData.in(scope).stream().filter(data -> tasks().contains(data.task())).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("found no folder of CIFAR-10; allowed is --data DIR with data_batch_1.bin to data_batch_5.bin and"
                    + " test_batch.bin in it");
        }
        List<Point> points = new ArrayList<>();
        for (LongData data : all) {
            for (Row row : rows) {
                if (row.task() == data.task()) {
                    points.addAll(points(data, row.rule(), scope.seeds(1, 3)));
                }
            }
        }
        return points;
    }

    private List<Point> points(LongData data, Rule rule, int seeds) {
        List<Point> points = new ArrayList<>();
        for (LongSweep setting : settings(data.task(), data.full())) {
            for (long seed = 1; seed <= seeds; seed++) {
                points.add(Training.longSequences(configuration(data.words(), rule, setting), recipe(data, rule, setting), data, seed));
            }
        }
        return points;
    }

    /** All settings at the paper's size; when reduced the first one, at a rate that suits small networks. */
    private List<LongSweep> settings(LongTask task, boolean full) {
        List<LongSweep> all = sweep.apply(task);
        return full ? all : List.of(all.getFirst().withRate(REDUCED_RATE));
    }

    private Recipe recipe(LongData data, Rule rule, LongSweep setting) {
        LongTask task = data.task();
        NetworkSpec network = width == 0 ? task.network(data.full()) : task.network(cell, width, data.full());
        Recipe.Step step = new Recipe.Step(setting.rate(), RECURRENT_FACTOR, setting.weightDecay(), group,
                task.warmupEpochs(data.full()));
        return new Recipe(network, new Initialisation(setting.minimumRadius(), setting.maximumRadius(), Initialisation.PAPER.maximumPhase()), rule, step,
                task.dropout(), task.batch(), task.epochs(data.full()), 0);
    }

    private static String configuration(String data, Rule rule, LongSweep setting) {
        return data + ", " + rule.words() + ", " + setting;
    }

    private Set<LongTask> tasks() {
        Set<LongTask> tasks = new LinkedHashSet<>();
        rows.forEach(row -> tasks.add(row.task()));
        return tasks;
    }

    @Override
    public Findings findings(Measurements measurements) {
        List<Comparison> comparisons = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        List<Plot> plots = new ArrayList<>();
        for (LongTask task : tasks()) {
            LongData.Form form = LongData.Form.of(task, measurements);
            comparisons.addAll(rows.stream().filter(row -> row.task() == task).map(row -> comparison(row, form, measurements)).toList());
            claims.addAll(claims(task, form, measurements));
            plots.add(plot(task, form, measurements));
        }
        return new Findings(comparisons, claims, plots);
    }

    private Comparison comparison(Row row, LongData.Form form, Measurements measurements) {
        Chosen chosen = chosen(row, form, measurements);
        String group = "Test accuracy: " + row.task().words() + (form.full() ? "" : ", reduced, beside the paper's of the full task");
        return new Comparison(group, row.rule().words() + chosen.words(), "%", OptionalDouble.of(row.accuracy()),
                String.format(Locale.ROOT, "table %d, +- %.2f over 3 seeds", number, row.spread()), chosen.sample(Training.TEST_ACCURACY), new Criterion.Open());
    }

    private Chosen chosen(Row row, LongData.Form form, Measurements measurements) {
        return Chosen.of(measurements, Training.BEST_VALIDATION_LOSS, settings(row.task(), form.full()),
                setting -> configuration(form.words(), row.rule(), setting));
    }

    /** The paper's order of the rules, from worst to best. */
    private List<Claim> claims(LongTask task, LongData.Form form, Measurements measurements) {
        Rule approximate = cell == NetworkSpec.Cell.LRU ? Rule.ONLINE : Rule.SNAP1;
        String words = task.words() + ": ";
        return List.of(
                above(words + approximate.words() + " ends above spatial back-propagation.", task, form, measurements, Rule.SPATIAL, approximate),
                above(words + approximate.words() + " ends above truncated back-propagation.", task, form, measurements, Rule.TRUNCATED, approximate),
                above(words + "BPTT ends above " + approximate.words() + ".", task, form, measurements, approximate, Rule.BPTT));
    }

    private Claim above(String statement, LongTask task, LongData.Form form, Measurements measurements, Rule... ascending) {
        return Ordering.ascending(statement, Arrays.stream(ascending).map(rule -> new Ordering.Named(rule.words(),
                chosen(row(task, rule), form, measurements).sample(Training.TEST_ACCURACY))).toList());
    }

    private Row row(LongTask task, Rule rule) {
        return rows.stream().filter(row -> row.task() == task && row.rule() == rule).findFirst().orElseThrow();
    }

    private Plot plot(LongTask task, LongData.Form form, Measurements measurements) {
        List<Plot.Line> lines = rows.stream().filter(row -> row.task() == task)
                .map(row -> chosen(row, form, measurements).line(row.rule().words(), Training.VALIDATION_ACCURACY)).toList();
        return new Plot("accuracy-" + task.name().toLowerCase(Locale.ROOT), "Learning curves: " + task.words(),
                "The accuracy on the validation set after each epoch, at the setting of the lowest validation loss, in the mean over seeds.",
                new Plot.Axis("epoch", "1", false), new Plot.Axis("accuracy", "%", false), lines);
    }
}
