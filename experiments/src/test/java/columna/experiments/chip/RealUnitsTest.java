package columna.experiments.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.SmallExperiments;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.NetworkSpec.Cell;
import columna.experiments.task.TaskData;
import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Observer;
import columna.reference.learning.Signal;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The float reference of real units is the complex learner where all of its numbers are real: it is a real network, and stays one. */
class RealUnitsTest {

    private static final List<String> IMAGINARY = List.of("B_im", "C_im");
    private static final String LAST = "layers.1.";

    private final ExperimentSpec spec = SmallExperiments.smallAndWide(Cell.REAL);
    private final Parameters parameters = ReferenceNetwork.initial(spec);
    private final List<Sequence> sequences = new TaskData(spec).training().limit(30).toList();

    private Learner learner(LearningRule rule) {
        return new Learner(ReferenceNetwork.of(spec), parameters, rule);
    }

    @ParameterizedTest
    @EnumSource(LearningRule.class)
    void noGradientLeadsOutOfTheRealNetwork(LearningRule rule) {
        Learner learner = learner(rule);
        List<Signal> complex = new ArrayList<>();
        learner.learn(sequences.getFirst(), new Observer() {
            @Override
            public void signal(At at, double[] re, double[] im) {
                if (im.length > 0) {
                    complex.add(at.signal());
                    assertThat(Arrays.stream(im)).as("%s", at).allMatch(value -> value == 0);
                }
            }
        });
        assertThat(complex).contains(Signal.HIDDEN, Signal.DELTA);
        for (int layer = 0; layer < 2; layer++) {
            assertThat(Arrays.stream(learner.gradient().vector("layers." + layer + ".theta_log"))).allMatch(value -> value == 0);
            for (String part : IMAGINARY) {
                assertThat(Arrays.stream(learner.gradient().matrix("layers." + layer + "." + part)).flatMapToDouble(Arrays::stream))
                        .allMatch(value -> value == 0);
            }
        }
    }

    /** Adam divides by the root of a second moment that is 0 here. */
    @ParameterizedTest
    @ValueSource(strings = {"sgd", "adam"})
    void learningStaysInTheRealNetwork(String optimiser) {
        ExperimentSpec learning = SmallExperiments.smallAndWide(Cell.REAL, "learning.optimiser.name=" + optimiser, "learning.optimiser.rate=0.01");
        Parameters initial = parameters.copy();
        Trainer trainer = Trainer.onCallingThread(
                ReferenceNetwork.of(learning), parameters, ReferenceNetwork.rule(learning), new LearningRates(learning).ofReference());
        sequences.forEach(sequence -> trainer.step(List.of(sequence)));
        assertThat(parameters.matrix(LAST + "B_re")).isNotEqualTo(initial.matrix(LAST + "B_re"));
        for (int layer = 0; layer < 2; layer++) {
            assertThat(parameters.vector("layers." + layer + ".theta_log")).isEqualTo(initial.vector("layers." + layer + ".theta_log"));
            for (String part : IMAGINARY) {
                assertThat(Arrays.stream(parameters.matrix("layers." + layer + "." + part)).flatMapToDouble(Arrays::stream))
                        .allMatch(value -> value == 0);
            }
        }
    }

    /**
     * In the last layer the online rule is exact, so its gradients there are the derivatives of the loss by the real parameters. Five-point
     * differences with step 1e-4: truncation 3e-18 times the fifth derivative, cancellation near 1e-16 / 1e-4.
     */
    @Test
    void gradientsAreTheRealNetworks() {
        Learner online = learner(LearningRule.ONLINE);
        online.learn(sequences.getFirst());
        Learner other = learner(LearningRule.ONLINE);
        int compared = 0;
        double largest = 0;
        for (String name : List.of("nu_log", "gamma_log", "B_re", "C_re")) {
            double[][] rows = parameters.matrix(LAST + name);
            for (int row = 0; row < rows.length; row++) {
                for (int i = 0; i < rows[row].length; i++) {
                    double found = online.gradient().matrix(LAST + name)[row][i];
                    assertThat(found).as("%s[%d][%d]", name, row, i).isCloseTo(difference(other, rows[row], i), within(1e-9));
                    largest = Math.max(largest, Math.abs(found));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(2 * 7 + 2 * 7 * 6);
        assertThat(largest).as("far above the tolerance").isGreaterThan(1e-4);
    }

    private double difference(Learner learner, double[] row, int i) {
        double step = 1e-4;
        return (8 * (lossAt(learner, row, i, step) - lossAt(learner, row, i, -step))
                - (lossAt(learner, row, i, 2 * step) - lossAt(learner, row, i, -2 * step))) / (12 * step);
    }

    private double lossAt(Learner learner, double[] row, int i, double shift) {
        double value = row[i];
        row[i] = value + shift;
        double loss = learner.evaluate(sequences.getFirst()).loss();
        row[i] = value;
        return loss;
    }

    /** |lambda|^2 is uniform between the squares of the radii as for complex units, and B z has their variance: twice that of the real part alone. */
    @Test
    void realUnitsBeginAsComplexOnesDo() {
        Parameters complex = ReferenceNetwork.initial(SmallExperiments.smallAndWide(Cell.COMPLEX));
        assertThat(parameters.vector(LAST + "nu_log")).isEqualTo(complex.vector(LAST + "nu_log"));
        assertThat(parameters.vector(LAST + "gamma_log")).isEqualTo(complex.vector(LAST + "gamma_log"));
        for (int row = 0; row < 7; row++) {
            for (int i = 0; i < 6; i++) {
                double half = complex.matrix(LAST + "B_re")[row][i];
                assertThat(Math.pow(parameters.matrix(LAST + "B_re")[row][i], 2)).isCloseTo(2 * half * half, within(1e-15));
            }
        }
    }
}
