package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Point;
import columna.reference.columnar.ColumnarGradient;
import columna.reference.columnar.ColumnarLearner;
import columna.reference.columnar.ColumnarRule;
import columna.reference.columnar.Credit;
import columna.reference.columnar.SignAlignment;
import columna.reference.task.Sequence;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares estimates with the gradient of the columns' parameters, back-propagation through all time steps and through the read-out's
 * learning. The read-out's own weights are not compared.
 *
 * @param setting the network
 * @param estimates what is compared
 * @param seed the network's and the sequence's
 */
record AlignmentMeasuring(Setting setting, List<Estimate> estimates, long seed) implements Point.Measuring {

    @Override
    public Measurement measure(Course course) throws IOException {
        ColumnarLearner learner = setting.network().benchmark().learner(seed, setting.percent() / 100, setting.network().rate());
        Sequence sequence = setting.network().benchmark().sequence(seed);
        List<Estimate> throughTime = estimates.stream().filter(AlignmentMeasuring::isThroughTime).toList();
        List<Credit> credits = Stream.concat(Stream.of(Credit.of(new ColumnarRule.Bptt())), throughTime.stream().map(Estimate::credit)).toList();
        List<ColumnarGradient> gradients = learner.learnThroughTime(sequence, credits);
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (int e = 0; e < throughTime.size(); e++) {
            add(throughTime.get(e), gradients.get(e + 1), gradients.getFirst(), numbers);
        }
        course.reached(0.5);
        for (Estimate estimate : estimates) {
            if (!isThroughTime(estimate)) {
                add(estimate, learner.learn(sequence, estimate.credit()), gradients.getFirst(), numbers);
            }
        }
        course.reached(1);
        return Measurement.of(numbers);
    }

    private static boolean isThroughTime(Estimate estimate) {
        return estimate.credit().rule() instanceof ColumnarRule.ThroughTime;
    }

    private static void add(Estimate estimate, ColumnarGradient estimated, ColumnarGradient exact, SortedMap<String, Double> numbers) {
        SignAlignment alignment = SignAlignment.of(estimated.columns(), exact.columns());
        numbers.put(estimate.alignment(), 100 * alignment.agreement());
        numbers.put(estimate.error(), alignment.meanAbsoluteError());
    }
}
