package columna.reference.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.network.NetworkSpec.Head;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.random.RandomStreams;
import columna.reference.task.CopyTask;
import columna.reference.task.Sequence;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dropout, the read-out layer and the running mean, against finite differences and closed forms. */
class HeadsAndDropoutTest {

    private static final NetworkSpec SPEC = NetworkSpec.paper(2, 5, 6, 4, 3);
    private static final Sequence SEQUENCE = sequence();
    /** Central differences: the cubic error of a step of 1e-5 is about 1e-10, rounding of the loss 1e-16 / 1e-5 = 1e-11. */
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-8;

    /** The targets of a copy task on inputs that are never silent: layer normalisation makes silence too steep for differences. */
    private static Sequence sequence() {
        UniformRandomProvider random = new RandomStreams(7).stream("test");
        Sequence copy = new CopyTask(3, 3, 1).draw(random);
        double[][] inputs = new double[copy.steps()][4];
        for (double[] row : inputs) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble(-2, 2);
            }
        }
        return new Sequence(inputs, copy.targets(), copy.mask());
    }

    private static void checkGradient(NetworkSpec spec, Dropout dropout, String... names) {
        Parameters parameters = Initialisation.PAPER.draw(spec, 3);
        Learner learner = new Learner(spec, parameters, LearningRule.BPTT);
        learner.refresh();
        learner.learnMore(SEQUENCE, dropout);
        Parameters gradient = learner.gradient().copy();
        for (ParameterShape shape : List.copyOf(parameters.shapes())) {
            double[] row = parameters.matrix(shape.name())[shape.rows() - 1];
            double kept = row[0];
            row[0] = kept + STEP;
            double above = loss(learner, dropout);
            row[0] = kept - STEP;
            double below = loss(learner, dropout);
            row[0] = kept;
            assertThat(gradient.matrix(shape.name())[shape.rows() - 1][0]).as(shape.name())
                    .isCloseTo((above - below) / (2 * STEP), within(TOLERANCE));
        }
        assertThat(parameters.shapes()).extracting(ParameterShape::name).contains(names);
    }

    private static double loss(Learner learner, Dropout dropout) {
        learner.refresh();
        return learner.learnMore(SEQUENCE, dropout).loss();
    }

    @Test
    void theGradientUnderDropoutIsThatOfTheSameMasks() {
        checkGradient(SPEC, new Dropout(0.4, 5), "enc.W");
    }

    @Test
    void theReadoutLayerHasAGradient() {
        checkGradient(SPEC.with(new Head.Readout(9)), Dropout.NONE, "readout.W", "readout.b");
    }

    @Test
    void dropoutChangesLearningAndNotEvaluation() {
        Parameters parameters = Initialisation.PAPER.draw(SPEC, 3);
        Learner learner = new Learner(SPEC, parameters, LearningRule.ONLINE);
        double plain = learner.evaluate(SEQUENCE).loss();
        double dropped = learner.learnMore(SEQUENCE, new Dropout(0.4, 5)).loss();
        assertThat(dropped).isNotEqualTo(plain).isNotEqualTo(learner.learnMore(SEQUENCE, new Dropout(0.4, 6)).loss());
        assertThat(learner.learnMore(SEQUENCE, new Dropout(0.4, 5)).loss()).isEqualTo(dropped);
        assertThat(learner.evaluate(SEQUENCE).loss()).isEqualTo(plain);
        assertThatThrownBy(() -> new Dropout(1, 0)).hasMessage("dropout: rate 1.0; allowed is from 0 to below 1");
    }

    @Test
    void masksDropTheAskedShareAndKeepTheMean() {
        DropoutMask mask = new DropoutMask(100_000);
        mask.draw(0.1, new RandomStreams(1).stream("masks"));
        double dropped = 0;
        for (double factor : mask.factors) {
            assertThat(factor == 0 || factor == 1 / (1 - 0.1)).isTrue();
            dropped += factor == 0 ? 1 : 0;
        }
        // Binomial: five standard deviations of sqrt(0.1 * 0.9 / 100,000).
        assertThat(dropped / 100_000).isCloseTo(0.1, within(5 * Math.sqrt(0.09 / 100_000)));
    }

    @Test
    void theRunningMeanIsCausalAndPassesErrorsStraightThrough() {
        Wire input = Wire.of(3, 2);
        Wire output = Wire.of(3, 2);
        RunningMean block = new RunningMean(input, output);
        double[][] u = {{1, 10}, {2, 40}, {6, 10}};
        for (int t = 0; t < 3; t++) {
            input.value()[t] = u[t];
            output.error()[t] = new double[] {t + 1, -t};
        }
        block.begin(3);
        block.forward(0, 3);
        block.backward(0, 3);
        assertThat(output.value()).isDeepEqualTo(new double[][] {{1, 10}, {1.5, 25}, {3, 20}});
        assertThat(input.error()).isDeepEqualTo(new double[][] {{1, -0.0}, {2, -1}, {3, -2}});
    }

    @ParameterizedTest
    @EnumSource(value = LearningRule.class, names = {"ONLINE", "TRUNCATED", "SPATIAL"})
    void underTheRunningMeanTheLastLayersErrorsAreThoseOfEachTimeStepAlone(LearningRule rule) {
        NetworkSpec spec = NetworkSpec.paper(1, 5, 6, 4, 3).with(new Head.RunningMean());
        Learner learner = new Learner(spec, Initialisation.PAPER.draw(spec, 3), rule);
        learner.learn(SEQUENCE);
        Parameters whole = learner.gradient().copy();
        Parameters sum = whole.zeros();
        learner.begin(SEQUENCE);
        for (int t = 0; t < SEQUENCE.steps(); t++) {
            learner.advance(t);
            sum.add(1, learner.gradient());
        }
        sum.add(-1, whole);
        // Sums of a dozen terms in another order.
        assertThat(sum.norm()).isLessThan(1e-14 * Math.max(1, whole.norm()));
    }

    @Test
    void theAveragedAnswerIsThatOfTheMeanLogarithm() {
        NetworkSpec spec = new NetworkSpec(NetworkSpec.Cell.LRU, 1, 1, 2, 2, 1, 2, false, false, NetworkSpec.Norm.NONE,
                NetworkSpec.Activation.NONE, false, NetworkSpec.Feedthrough.DIAGONAL, NetworkSpec.Loss.CROSS_ENTROPY_MASK_MEAN, 1e-6);
        Parameters parameters = Parameters.zeros(spec);
        parameters.vector("layers.0.D")[0] = 1;
        parameters.vector("layers.0.D")[1] = 1;
        Learner learner = new Learner(spec, parameters, LearningRule.ONLINE);
        // Logits are the inputs. Class 1 wins two time steps of three, but class 0 wins one by more; the fourth does not count.
        double[][] logits = {{5, 0}, {0, 1}, {0, 1}, {0, 90}};
        for (int label = 0; label < 2; label++) {
            double[][] targets = {{label}, {label}, {label}, {label}};
            learner.evaluate(new Sequence(logits, targets, new double[] {1, 1, 1, 0}));
            assertThat(learner.averagedCorrect()).isEqualTo(1 - label);
        }
    }
}
