package columna.reference.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Score;
import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.optimisation.OptimiserSpec;
import columna.reference.optimisation.Schedule;
import columna.reference.optimisation.UpdateRule;
import columna.reference.task.CopyData;
import columna.reference.task.CopyTask;
import columna.reference.task.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final long SEED = 4;
    private static final NetworkSpec SPEC = NetworkSpec.paper(2, 8, 12, 4, 3);

    private static Trainer trainer(double rate, int threads) {
        return new Trainer(SPEC, Initialisation.PAPER.draw(SPEC, SEED), LearningRule.ONLINE,
                new OptimiserSpec(UpdateRule.Adam.plain(), new Schedule.Constant(rate), 0.5), threads);
    }

    private static List<Sequence> batch(int size) {
        return new CopyData(new CopyTask(3, 3, 1), SEED).stream().limit(size).toList();
    }

    private static void same(Parameters one, Parameters two) {
        for (ParameterShape shape : one.shapes()) {
            assertThat(one.matrix(shape.name())).as(shape.name()).isDeepEqualTo(two.matrix(shape.name()));
        }
    }

    @Test
    void threadsDoNotChangeBits() {
        try (Trainer one = trainer(0.01, 1); Trainer three = trainer(0.01, 3)) {
            for (int update = 0; update < 5; update++) {
                assertThat(three.step(batch(19))).isEqualTo(one.step(batch(19)));
            }
            same(one.parameters(), three.parameters());
        }
    }

    /** 1e-13: the lanes sum in another order. */
    @Test
    void batchGradientIsTheMeanOfTheSequences() {
        try (Trainer trainer = trainer(0.01, 2)) {
            Learner learner = new Learner(SPEC, trainer.parameters(), LearningRule.ONLINE);
            Parameters mean = trainer.parameters().zeros();
            for (Sequence sequence : batch(11)) {
                learner.learn(sequence);
                mean.add(1.0 / 11, learner.gradient());
            }
            Parameters difference = trainer.gradient(batch(11)).mean().copy();
            assertThat(difference.norm()).isGreaterThan(0.01);
            difference.add(-1, mean);
            assertThat(difference.norm()).isLessThan(1e-13);
        }
    }

    /** Chance is ln 2 nats and half the bits; 400 updates of 10 three-step patterns solve most of it, but not with rate 0. */
    @Test
    void learnsAndCanFail() {
        List<Sequence> test = new CopyData(new CopyTask(3, 3, 1), SEED).sets(0, 0, 200).test();
        Score learned = train(0.01, test, false);
        assertThat(learned.accuracy()).as("seed %d", SEED).isGreaterThan(0.9);
        assertThat(learned.loss()).isLessThan(0.3);
        assertThat(train(0, test, false).accuracy()).isCloseTo(0.5, within(0.1));
        assertThat(train(0.01, test, true).accuracy()).isCloseTo(0.5, within(0.1));
    }

    private static Score train(double rate, List<Sequence> test, boolean shuffled) {
        List<Sequence> training = new ArrayList<>(new CopyData(new CopyTask(3, 3, 1), SEED).stream().limit(4000).toList());
        if (shuffled) {
            shuffleTargets(training);
        }
        try (Trainer trainer = trainer(rate, 2)) {
            for (int update = 0; update < 400; update++) {
                trainer.step(training.subList(10 * update, 10 * update + 10));
            }
            return trainer.evaluate(test);
        }
    }

    private static void shuffleTargets(List<Sequence> sequences) {
        List<double[][]> targets = new ArrayList<>(sequences.stream().map(Sequence::targets).toList());
        var random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
        for (int i = targets.size(); i > 1; i--) {
            Collections.swap(targets, i - 1, random.nextInt(i));
        }
        for (int i = 0; i < targets.size(); i++) {
            sequences.set(i, new Sequence(sequences.get(i).inputs(), targets.get(i), sequences.get(i).mask()));
        }
    }

    @Test
    void alignmentOfAGradientWithItselfAndWithItsDouble() {
        try (Trainer trainer = trainer(0.01, 1)) {
            Parameters gradient = trainer.gradient(batch(3)).mean().copy();
            Parameters minusDouble = gradient.copy();
            minusDouble.scale(-2);
            List<GradientAlignment> alignments = GradientAlignment.perLayer(minusDouble, gradient);
            assertThat(alignments).hasSize(2).allSatisfy(alignment -> {
                // The 1e-8 in the definition against norms above 1e-3.
                assertThat(alignment.cosine()).isCloseTo(-1, within(1e-4));
                assertThat(alignment.relativeNorm()).isCloseTo(2, within(1e-4));
            });
        }
    }

    @Test
    void onlineRuleIsAlignedExactlyInTheLastLayer() {
        Parameters parameters = Initialisation.PAPER.draw(SPEC, SEED);
        Learner exact = new Learner(SPEC, parameters, LearningRule.BPTT);
        Learner online = new Learner(SPEC, parameters, LearningRule.ONLINE);
        exact.learn(batch(1).getFirst());
        online.learn(batch(1).getFirst());
        // Recurrent parameters only: the pre-norm below the cell is not exact.
        List<String> names = List.of("layers.1.nu_log", "layers.1.theta_log", "layers.1.gamma_log", "layers.1.B_re", "layers.1.B_im");
        assertThat(GradientAlignment.of(names, online.gradient(), exact.gradient()).cosine()).isCloseTo(1, within(1e-5));
        assertThat(GradientAlignment.perLayer(online.gradient(), exact.gradient()).getFirst().cosine()).isLessThan(0.999);
    }
}
