package columna.reference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.reference.learning.Dropout;
import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Quirk;
import columna.reference.learning.Score;
import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.network.NetworkSpec.Cell;
import columna.reference.network.Parameters;
import columna.reference.random.RandomStreams;
import columna.reference.task.CopyTask;
import columna.reference.task.Sequence;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The derived single-precision learners against their double source, for every cell and rule. */
class SinglePrecisionTest {

    private static final Dropout DROPOUT = new Dropout(0.2, 3);

    static Stream<Arguments> cellsAndRules() {
        return Arrays.stream(Cell.values()).flatMap(cell -> Arrays.stream(LearningRule.values())
                .filter(rule -> cell == Cell.LRU || rule != LearningRule.ONLINE).map(rule -> Arguments.of(cell, rule)));
    }

    @ParameterizedTest
    @MethodSource("cellsAndRules")
    void gradientsAgreeToSinglePrecision(Cell cell, LearningRule rule) {
        NetworkSpec spec = NetworkSpec.paper(cell, 2, 12, cell == Cell.GRU ? 12 : 20, 4, 3);
        Parameters parameters = Initialisation.PAPER.draw(spec, 2);
        Sequence sequence = sequence();
        EnumSet<Quirk> quirks = rule == LearningRule.SNAP1 ? EnumSet.allOf(Quirk.class) : EnumSet.noneOf(Quirk.class);
        Learner learner = new Learner(spec, parameters, rule, quirks);
        learner.refresh();
        Score exact = learner.learnMore(sequence, DROPOUT);
        columna.reference.single.Parameters rounded = columna.reference.single.Parameters.like(parameters);
        rounded.set(parameters);
        columna.reference.single.Learner single = new columna.reference.single.Learner(spec, rounded, rule, quirks);
        single.refresh();
        Score score = single.learnMore(sequence, DROPOUT);
        Parameters difference = parameters.zeros();
        single.gradient().addTo(difference);
        difference.add(-1, learner.gradient());
        // Roundings of 6e-8 in some hundred operations on the way from inputs to gradients: 1e-5 at the worst, 1e-6 typically.
        assertThat(score.loss()).isCloseTo(exact.loss(), within(1e-5 * exact.loss()));
        assertThat(difference.norm()).isLessThan(2e-5 * learner.gradient().norm()).isGreaterThan(0);
    }

    /** Inputs that are never silent, since layer normalisation amplifies the rounding of silence without bound. */
    private static Sequence sequence() {
        UniformRandomProvider random = new RandomStreams(11).stream("single");
        Sequence copy = new CopyTask(4, 3, 2).draw(random);
        double[][] inputs = new double[copy.steps()][4];
        for (double[] row : inputs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble(-2, 2);
            }
        }
        return new Sequence(inputs, copy.targets(), copy.mask());
    }

    /** Against the learner's own count, sequence by sequence; more sequences than lanes, and fewer in a second evaluation. */
    @ParameterizedTest
    @MethodSource("precisions")
    void theAveragedAccuracyIsThatOfTheLastEvaluation(Precision precision) {
        UniformRandomProvider random = new RandomStreams(5).stream("averaged");
        List<Sequence> many = Stream.generate(() -> new CopyTask(3, 3, 1).draw(random)).limit(11).toList();
        NetworkSpec spec = NetworkSpec.paper(2, 5, 6, 4, 3);
        Learner learner = new Learner(spec, Initialisation.PAPER.draw(spec, 9), LearningRule.ONLINE);
        try (Trainer trainer = trainer(precision, 9, 2)) {
            for (List<Sequence> part : List.of(many, many.subList(0, 2))) {
                int correct = 0;
                for (Sequence sequence : part) {
                    learner.evaluate(sequence);
                    correct += learner.averagedCorrect();
                }
                trainer.evaluate(part);
                assertThat(trainer.averagedAccuracy()).isEqualTo(correct / (3.0 * part.size()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("precisions")
    void resumedTrainingIsUndisturbedTraining(Precision precision) throws Exception {
        List<Sequence> batch = List.of(sequence(), sequence(), sequence());
        byte[] state;
        double expected;
        try (Trainer whole = trainer(precision, 9, 1)) {
            whole.step(batch);
            whole.step(batch);
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            whole.save(new java.io.DataOutputStream(bytes));
            state = bytes.toByteArray();
            whole.step(batch);
            expected = whole.step(batch).loss();
        }
        try (Trainer resumed = trainer(precision, 4, 2)) {
            resumed.restore(new java.io.DataInputStream(new java.io.ByteArrayInputStream(state)));
            resumed.step(batch);
            assertThat(resumed.step(batch).loss()).isEqualTo(expected);
        }
    }

    static Stream<Precision> precisions() {
        return Stream.of(Precision.values());
    }

    private static Trainer trainer(Precision precision, long seed, int threads) {
        NetworkSpec spec = NetworkSpec.paper(2, 5, 6, 4, 3);
        return new Trainer(spec, Initialisation.PAPER.draw(spec, seed), LearningRule.ONLINE,
                new columna.reference.optimisation.OptimiserSpec(columna.reference.optimisation.UpdateRule.Adam.withDecay(0.05),
                        new columna.reference.optimisation.Schedule.AuthorsCosine(0.01, 2, 1, 4), 0.5),
                new TrainingOptions(precision, 0.3, 77, java.util.Set.of()), threads);
    }
}
