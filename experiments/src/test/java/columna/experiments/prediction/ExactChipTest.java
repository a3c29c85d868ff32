package columna.experiments.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.spec.PredictionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The chip's programs in double are the float learner of the reference, which is another program by other equations (matrices, loops, its own
 * derivatives, squashing functions of its own). Both are exact but for rounding in double, whose differences grow with the time steps that they learn
 * from: normalisation by a variance at its floor multiplies them by 30, and gates of columns feed themselves.
 */
class ExactChipTest {

    private static final double ROUNDING = 1e-7;

    @ParameterizedTest
    @ValueSource(strings = {"rms-prop", "sgd"})
    void stagedColumnsPredictWhatTheReferencePredicts(String optimiser) {
        follow(SmallPredictions.threeStages("learning.optimiser=" + optimiser, "learning.rate=0.01"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void columnsMayShareCoresOrNot(int columnsPerCore) {
        follow(SmallPredictions.shipped(
                "lstm-columns", "stream.steps=400", "stream.scored_steps=100", "learning.rate=0.01", "system.columns_per_core=" + columnsPerCore));
    }

    @ParameterizedTest
    @CsvSource({
        "tanh, snap1", "tanh, rtrl", "tanh, sparse-rtrl", "lstm, snap1", "lstm, rtrl", "lstm, sparse-rtrl", "gru, snap1", "gru, rtrl", "gru, sparse-rtrl"
    })
    void denseNetworksPredictWhatTheReferencePredicts(String cell, String rule) {
        List<String> settings = new ArrayList<>(List.of(
                "stream.steps=400", "stream.scored_steps=100", "stream.shift_at=200", "learning.rate=0.05", "learning.output_rate_factor=0.5",
                "system.units=5", "system.cell=" + cell, "system.rule=" + rule));
        if (rule.equals("sparse-rtrl")) {
            settings.add("system.paths=2");
        }
        follow(SmallPredictions.shipped("dense-snap1", settings.toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource({"true, false, 0", "true, false, 0.5", "true, true, 0.5", "false, false, 2", "false, true, 0", "false, true, 1", "false, true, 100"})
    void featureColumnsPredictWhatTheReferencePredicts(boolean recurrent, boolean metaGradient, double lateralShare) {
        follow(SmallPredictions.shipped(
                "master-user", "stream.steps=300", "stream.scored_steps=100", "stream.accumulated=" + recurrent, "learning.rate=0.02",
                "learning.output_rate_factor=0.5", "system.columns=4", "system.width=6", "system.recurrent=" + recurrent,
                "system.meta_gradient=" + metaGradient, "system.lateral_share=" + lateralShare));
    }

    static void follow(PredictionSpec spec) {
        OnlineSystem system = Systems.of(spec);
        OnlineSystem.Reference reference = system.reference();
        OnlineSystem.Host host = system.host();
        Supplier<Moment> stream = system.stream();
        ExactHost chip = null;
        int configuration = 0;
        double largest = 0;
        for (long t = 0; t < spec.stream().steps(); t++) {
            if (configuration < system.configurations().size() && system.configurations().get(configuration).from() == t) {
                ExactHost next = new ExactHost(system.configurations().get(configuration).chip(), system.tables()::exact);
                if (chip != null) {
                    next.takeOver(chip);
                }
                system.load(next, configuration++);
                chip = next;
            }
            Moment moment = stream.get();
            double wanted = reference.step(moment);
            assertThat(host.step(chip, moment)).as("prediction of time step %d", t).isCloseTo(wanted, within(ROUNDING));
            largest = Math.max(largest, Math.abs(wanted));
        }
        assertThat(configuration).isEqualTo(system.configurations().size());
        assertThat(largest).as("predictions that would be alike if nothing were learned").isGreaterThan(1000 * ROUNDING);
    }
}
