package columna.reference.dense.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.dense.DenseLearner;
import columna.reference.dense.DenseParameters;
import columna.reference.dense.DenseRule;
import columna.reference.dense.DenseSpec;
import columna.reference.dense.PathSelection;
import columna.reference.dense.SingularValues;
import columna.reference.dense.task.Phases;
import columna.reference.dense.task.SineTask;
import columna.reference.dense.task.TimeSeries;
import columna.reference.online.OnlineUpdate;
import columna.reference.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdaptationRunTest {

    private static final int UNITS = 6;
    private static final RandomStreams STREAMS = new RandomStreams(3);
    private static final List<Method> METHODS = List.of(new Method.Full(), new Method.Sparse(PathSelection.RANDOM_ROWS, 2),
            new Method.Immediate(), new Method.Eligibility(), new Method.ReadoutOnly(), new Method.Frozen());
    private static final TimeSeries SERIES = new SineTask(20, 12, 5, new Phases(30, 20)).draw(STREAMS);

    private static AdaptationRun run(DenseSpec.Cell cell, OnlineUpdate update, boolean readoutAdapts, List<Method> methods) {
        DenseSpec network = new DenseSpec(cell, UNITS, 1, 1);
        return new AdaptationRun(new AdaptationSpec(network, 0.3, update, readoutAdapts, new Method.Full(), methods), SERIES, STREAMS);
    }

    private static AdaptationRun finished(AdaptationRun run) {
        while (!run.done()) {
            run.step();
        }
        return run;
    }

    private static AdaptationRun standard(DenseSpec.Cell cell, List<Method> methods) {
        return run(cell, OnlineUpdate.Adam.usual(0.01), true, methods);
    }

    /** Saved after each of its steps and taken up by a fresh run. */
    @ParameterizedTest
    @EnumSource(DenseSpec.Cell.class)
    void interruptedAndResumedEqualsUndisturbed(DenseSpec.Cell cell) throws IOException {
        AdaptationRun undisturbed = finished(standard(cell, METHODS));
        AdaptationRun run = standard(cell, METHODS);
        while (!run.done()) {
            run.step();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            run.save(new DataOutputStream(bytes));
            run = standard(cell, METHODS);
            run.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
        assertThat(run.conditions()).isEqualTo(undisturbed.conditions()).doesNotContain(0);
        assertThat(run.tailErrorBefore()).isEqualTo(undisturbed.tailErrorBefore());
        for (int m = 0; m < METHODS.size(); m++) {
            assertThat(run.errors(m)).as(METHODS.get(m).words()).isEqualTo(undisturbed.errors(m));
        }
    }

    /** Whatever came before it in the list; and all know the same at the change. */
    @ParameterizedTest
    @EnumSource(DenseSpec.Cell.class)
    void everyMethodStartsFromTheSameNetwork(DenseSpec.Cell cell) {
        AdaptationRun together = finished(standard(cell, METHODS));
        for (int m = 0; m < METHODS.size(); m++) {
            AdaptationRun alone = finished(standard(cell, List.of(METHODS.get(m))));
            assertThat(alone.errors(0)).as(METHODS.get(m).words()).isEqualTo(together.errors(m));
            assertThat(together.errors(m)[0]).isEqualTo(together.errors(0)[0]);
            assertThat(together.errors(m)).as("differs from the others").isNotEqualTo(together.errors((m + 1) % METHODS.size()));
        }
    }

    /** The protocol again with a learner alone and descent by hand; 50 updates of 1e-2, which differ by rounding only. */
    @Test
    void descentByHand() {
        double rate = 0.01;
        AdaptationRun run = finished(run(DenseSpec.Cell.TANH, new OnlineUpdate.Sgd(rate), false, List.of(new Method.Immediate())));
        DenseParameters weights = DenseParameters.initial(new DenseSpec(DenseSpec.Cell.TANH, UNITS, 1, 1), STREAMS);
        DenseLearner before = new DenseLearner(weights, DenseRule.fullRtrl(UNITS));
        DenseLearner after = new DenseLearner(weights, DenseRule.truncated());
        double[] errors = new double[20];
        for (int t = 0; t < 50; t++) {
            DenseLearner learner = t < 30 ? before : after;
            if (t == 30) {
                assertThat(run.condition()).isCloseTo(SingularValues.conditionNumber(before.jacobian()), within(1e-9));
                after.beginAfter(before);
            }
            learner.clearGradient();
            double error = 2 * learner.advance(SERIES.x()[t], SERIES.targets()[t]);
            double norm = 2 * norm(learner.gradient(), t < 30);
            descend(weights.recurrent(), learner.gradient().recurrent(), 2 * rate / Math.max(1, norm));
            if (t < 30) {
                descend(weights.readout(), learner.gradient().readout(), 2 * rate / Math.max(1, norm));
            } else {
                errors[t - 30] = error;
            }
        }
        assertThat(run.errors(0)).containsExactly(errors, within(1e-12));
        assertThat(run.tailError(0)).isCloseTo((errors[16] + errors[17] + errors[18] + errors[19]) / 4, within(1e-12));
    }

    private static double norm(DenseParameters gradient, boolean readout) {
        double squares = Arrays.stream(gradient.recurrent()).flatMapToDouble(Arrays::stream).map(g -> g * g).sum();
        return Math.sqrt(squares + (readout ? Arrays.stream(gradient.readout()).flatMapToDouble(Arrays::stream).map(g -> g * g).sum() : 0));
    }

    private static void descend(double[][] weights, double[][] gradient, double rate) {
        for (int r = 0; r < weights.length; r++) {
            for (int c = 0; c < weights[r].length; c++) {
                weights[r][c] -= rate * gradient[r][c];
            }
        }
    }

    /** All n sources are what full RTRL sums, in the same order. */
    @ParameterizedTest
    @EnumSource(DenseSpec.Cell.class)
    void allPathsAreFull(DenseSpec.Cell cell) {
        AdaptationRun run = finished(standard(cell, List.of(new Method.Full(), new Method.Sparse(PathSelection.RANDOM_ROWS, UNITS))));
        assertThat(run.errors(1)).isEqualTo(run.errors(0));
    }

    @Test
    void refusesToSaveBackpropagationAndPhasesOfNothing() {
        DenseParameters weights = DenseParameters.zeros(new DenseSpec(DenseSpec.Cell.TANH, 2, 1, 1));
        DenseLearner learner = new DenseLearner(weights, new DenseRule.Bptt());
        assertThatThrownBy(() -> learner.save(new DataOutputStream(new ByteArrayOutputStream()))).isInstanceOf(IllegalStateException.class)
                .hasMessage("checkpoint: back-propagation through time has none; the rules that go forward do");
        assertThatThrownBy(() -> standard(DenseSpec.Cell.TANH, List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adaptation: 30 time steps before the change, 20 after it, 0 methods; each must be 1 or more");
    }
}
