package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Point;
import columna.reference.learning.Score;
import columna.reference.network.NetworkSpec.Head;
import columna.reference.network.Parameters;
import columna.reference.random.RandomStreams;
import columna.reference.task.Epoch;
import columna.reference.task.Sequence;
import columna.reference.task.Sets;
import columna.reference.training.Precision;
import columna.reference.training.Trainer;
import columna.reference.training.TrainingOptions;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One training by a recipe: in each epoch all batches, then the validation set, and the test set whenever the validation loss is the lowest so
 * far. It can be stopped before any update.
 */
final class Training {

    /** The mean of the mini-batch losses over an epoch, dropout active. */
    static final String TRAINING_LOSS = "training loss";

    /** After an epoch, without dropout. */
    static final String VALIDATION_LOSS = "validation loss";

    /** In percent, after an epoch. */
    static final String VALIDATION_ACCURACY = "validation accuracy";

    /** The lowest validation loss of all epochs. */
    static final String BEST_VALIDATION_LOSS = "lowest validation loss";

    /** In percent, after the epoch of the lowest validation loss. */
    static final String TEST_ACCURACY = "test accuracy";

    /** The training loss of the epoch in the middle of the run. */
    static final String HALFWAY_LOSS = "training loss halfway";

    /** The cosine between the rule's gradient and BPTT's, the mean over layers. */
    static final String ALIGNMENT = "alignment";

    private static final int EVALUATED_AT_ONCE = 50;

    private final Recipe recipe;
    private final Sets sets;
    private final long seed;
    private final Trainer trainer;
    private final EpochLog log = new EpochLog();
    private final AlignmentSums alignment;
    private int epoch;
    private int update;
    private double loss;
    private double testAccuracy = Double.NaN;

    /** A training that has not begun. */
    Training(Recipe recipe, Sets sets, long seed) {
        this.recipe = recipe;
        this.sets = sets;
        this.seed = seed;
        trainer = trainer(recipe.rule(), recipe.initialisation().draw(recipe.network(), seed), seed);
        alignment = new AlignmentSums(recipe.network().layers());
    }

    /** The alignment of one layer, counted from 1 at the bottom. */
    static String alignment(int layer) {
        return "alignment of layer " + layer;
    }

    /** How far the cosine of one layer without its normalisation is from 1 at most. */
    static String distance(int layer) {
        return "largest distance from exact of layer " + layer;
    }

    /** How far the cosine of one layer is from 1 at most. */
    static String distanceOfAll(int layer) {
        return distance(layer) + " with normalisation";
    }

    /** A point that trains on the copy task. */
    static Point copy(String configuration, Recipe recipe, CopySize size, long seed) {
        double seconds = WorkEstimate.seconds(recipe, size.sequences(), size.task().steps());
        return new Point(configuration, seed, seconds, course -> new Training(recipe, size.sets(seed), seed).run(course));
    }

    /** A point that trains on long sequences. */
    static Point longSequences(String configuration, Recipe recipe, LongData data, long seed) {
        double seconds = WorkEstimate.seconds(recipe, data.sequences(), data.steps());
        return new Point(configuration, seed, seconds, course -> new Training(recipe, data.sets(), seed).run(course));
    }

    /** Trains from where the course left off to the end. */
    Measurement run(Course course) throws IOException {
        Optional<DataInputStream> state = course.resumed();
        if (state.isPresent()) {
            restore(state.get());
        }
        while (epoch < recipe.epochs()) {
            learn(course);
            validate(course);
            epoch++;
            update = 0;
            loss = 0;
        }
        return measurement();
    }

    /** All batches of an epoch, or until the loss is not a number any more, which it then stays. */
    private void learn(Course course) throws IOException {
        Epoch batches = new Epoch(sets.training(), recipe.batch(), seed, epoch);
        while (update < batches.batches() && !Double.isNaN(loss)) {
            reached(course);
            loss += step(batches.batch(update));
            update++;
        }
    }

    private void reached(Course course) throws IOException {
        double updates = recipe.updatesPerEpoch(sets.training().size());
        course.reached((epoch + update / updates) / recipe.epochs(), this::save);
    }

    private double step(List<Sequence> batch) {
        if (update < recipe.alignedBatches()) {
            align(batch);
        }
        return trainer.step(batch).loss();
    }

    /** As in the authors' code: both gradients under the same dropout masks, which are not those of the update. */
    private void align(List<Sequence> batch) {
        long masks = new RandomStreams(seed).stream("alignment/" + epoch + "/" + update).nextLong();
        try (Trainer estimated = trainer(recipe.rule(), trainer.parameters(), masks); Trainer exact = trainer(Rule.BPTT, trainer.parameters(), masks)) {
            alignment.add(estimated.gradient(batch).mean(), exact.gradient(batch).mean());
        }
    }

    private Trainer trainer(Rule rule, Parameters parameters, long masks) {
        TrainingOptions options = new TrainingOptions(Precision.FLOAT, recipe.dropout(), masks, rule.quirks());
        return Trainer.onCallingThread(recipe.network(), parameters, rule.rule(), recipe.optimiser(sets.training().size()), options);
    }

    /** Logs nothing before all is measured, since an interrupted validation begins anew. */
    private void validate(Course course) throws IOException {
        Evaluation validation = evaluate(sets.validation(), course);
        if (validation.loss() < smallest(log.values(VALIDATION_LOSS))) {
            testAccuracy = 100 * evaluate(sets.test(), course).accuracy();
        }
        log.add(TRAINING_LOSS, loss / recipe.updatesPerEpoch(sets.training().size()));
        log.add(VALIDATION_LOSS, validation.loss());
        log.add(VALIDATION_ACCURACY, 100 * validation.accuracy());
        if (recipe.alignedBatches() > 0) {
            alignment.log(log);
        }
    }

    /** Means over sequences. */
    private record Evaluation(double loss, double accuracy) {}

    /** A few sequences at a time; the accuracy is that of time-averaged log-probabilities where the whole sequence has one label. */
    private Evaluation evaluate(List<Sequence> set, Course course) throws IOException {
        boolean labelled = recipe.network().head() instanceof Head.RunningMean;
        double lossSum = 0;
        double accuracySum = 0;
        for (int from = 0; from < set.size(); from += EVALUATED_AT_ONCE) {
            reached(course);
            List<Sequence> part = set.subList(from, Math.min(set.size(), from + EVALUATED_AT_ONCE));
            Score score = trainer.evaluate(part);
            lossSum += part.size() * score.loss();
            accuracySum += part.size() * (labelled ? trainer.averagedAccuracy() : score.accuracy());
        }
        return new Evaluation(lossSum / set.size(), accuracySum / set.size());
    }

    private Measurement measurement() {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (String name : log.names()) {
            List<Double> values = log.values(name);
            numbers.put(name, name.startsWith(ALIGNMENT) ? mean(values) : name.startsWith("largest") ? largest(values) : values.getLast());
        }
        numbers.put(HALFWAY_LOSS, log.values(TRAINING_LOSS).get((recipe.epochs() - 1) / 2));
        numbers.put(BEST_VALIDATION_LOSS, smallest(log.values(VALIDATION_LOSS)));
        numbers.put(TEST_ACCURACY, testAccuracy);
        return new Measurement(numbers, log.curves());
    }

    /** Infinite if there is none; what is not a number does not count. */
    private static double smallest(List<Double> values) {
        return values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    private static double largest(List<Double> values) {
        return values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    }

    private void save(DataOutputStream out) throws IOException {
        out.writeInt(epoch);
        out.writeInt(update);
        out.writeDouble(loss);
        out.writeDouble(testAccuracy);
        trainer.save(out);
        log.save(out);
        alignment.save(out);
    }

    private void restore(DataInputStream in) throws IOException {
        epoch = in.readInt();
        update = in.readInt();
        loss = in.readDouble();
        testAccuracy = in.readDouble();
        trainer.restore(in);
        log.restore(in);
        alignment.restore(in);
    }
}
