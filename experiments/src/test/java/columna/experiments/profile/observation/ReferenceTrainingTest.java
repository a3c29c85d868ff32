package columna.experiments.profile.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.SmallExperiments;
import columna.experiments.chip.LearningRates;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.profile.Silent;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.reference.learning.Learner;
import columna.reference.learning.Observer;
import columna.reference.learning.Signal;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a tiny network, against lists collected here from the reference, and against closed forms. */
class ReferenceTrainingTest {

    private static Observation observe(ExperimentSpec spec, int samples) {
        return ReferenceTraining.observe(spec, samples, Silent.PROGRESS, () -> false);
    }

    @Test
    void histogramsAreThoseOfTheReferencesValues() {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "learning.sequences=6");
        Map<String, List<Double>> values = collected(spec);
        Observation observation = observe(spec, 6);
        assertThat(observation.sampledSequences()).isEqualTo(6);
        values.forEach((signal, list) -> {
            Histogram whole = observation.signals().get(signal).whole();
            assertThat(whole.words()).as(signal).isEqualTo(list.size());
            assertThat(whole.minimum()).as(signal).isEqualTo(list.stream().mapToDouble(v -> v).min().orElseThrow());
            assertThat(whole.maximum()).as(signal).isEqualTo(list.stream().mapToDouble(v -> v).max().orElseThrow());
            double square = list.stream().mapToDouble(v -> v * v).sum() / list.size();
            assertThat(whole.meanSquare()).as(signal).isCloseTo(square, within(1e-12 * square));
            assertThat(observation.signals().get(signal).source()).isEqualTo(Source.REFERENCE);
        });
    }

    /** The reference once more, one update after the other, everything kept. */
    private static Map<String, List<Double>> collected(ExperimentSpec spec) {
        Map<String, List<Double>> values = new HashMap<>();
        Parameters parameters = ReferenceNetwork.initial(spec);
        Learner learner = new Learner(ReferenceNetwork.of(spec), parameters, ReferenceNetwork.rule(spec));
        Trainer trainer = Trainer.onCallingThread(ReferenceNetwork.of(spec), parameters, ReferenceNetwork.rule(spec), new LearningRates(spec).ofReference());
        double scale = spec.task().scoredSteps() * spec.task().outputs();
        for (Sequence sequence : new TaskData(spec).training().limit(6).toList()) {
            learner.learn(sequence, new Observer() {
                @Override
                public void signal(At at, double[] re, double[] im) {
                    switch (at.signal()) {
                        case DRIVE -> add(values, "lru.u", 1, re, im);
                        case HIDDEN -> add(values, "lru.h", 1, re, im);
                        case TRACE_B -> add(values, "lru.trace.B", 1, re, im);
                        case GLU_GATE -> add(values, "glu.gate", 1, re);
                        default -> {
                            if (at.signal() == Signal.ERROR_CELL_OUTPUT && sequence.mask()[at.step()] != 0) {
                                add(values, "error.y", scale, re);
                            }
                        }
                    }
                }
            });
            trainer.step(List.of(sequence));
            add(values, "encoder.w", 1, parameters.matrix("enc.W"));
            for (int layer = 0; layer < 2; layer++) {
                add(values, "lru.B", 1, parameters.matrix("layers." + layer + ".B_re"));
                add(values, "lru.B", 1, parameters.matrix("layers." + layer + ".B_im"));
                add(values, "lru.nu.log", 1, parameters.matrix("layers." + layer + ".nu_log"));
            }
        }
        return values;
    }

    private static void add(Map<String, List<Double>> values, String signal, double factor, double[]... rows) {
        List<Double> list = values.computeIfAbsent(signal, name -> new ArrayList<>());
        for (double[] row : rows) {
            for (double value : row) {
                list.add(factor * value);
            }
        }
    }

    @Test
    void accumulatorsEndInTheGradientOfTheBatchAtTheChipsScale() {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "learning.sequences=4", "learning.update.count=4", "task.pattern_steps=1");
        Parameters parameters = ReferenceNetwork.initial(spec);
        Learner learner = new Learner(ReferenceNetwork.of(spec), parameters, ReferenceNetwork.rule(spec));
        Histogram expected = new Histogram();
        double[] sum = new double[4];
        for (Sequence sequence : new TaskData(spec).training().limit(4).toList()) {
            learner.learn(sequence);
            for (int k = 0; k < sum.length; k++) {
                // One scored time step of two outputs of two classes each: the chip's errors are twice the mean's.
                sum[k] += 2 * learner.gradient().vector("dec.b")[k];
                expected.add(sum[k]);
            }
        }
        Histogram seen = observe(spec, 4).signals().get("decoder.gradient.b").whole();
        assertThat(seen.words()).isEqualTo(16);
        assertThat(seen.meanSquare()).isCloseTo(expected.meanSquare(), within(1e-12));
        assertThat(seen.maximum()).isCloseTo(expected.maximum(), within(1e-12));
    }

    /** After the first update of Adam m = (1-b1) g and v = (1-b2) g^2, so m^2/v is (1-b1)^2/(1-b2) wherever there is a gradient. */
    @Test
    void momentsAreOfTheChipsScale() {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "learning.sequences=1", "task.pattern_steps=1");
        Observation observation = observe(spec, 1);
        Histogram gradient = observation.signals().get("decoder.gradient.b").whole();
        double b1 = 1.0 / 8;
        double b2 = 1.0 / 1024;
        assertThat(spec.learning().optimiser()).isInstanceOfSatisfying(columna.experiments.spec.LearningSpec.Optimiser.Adam.class, adam -> {
            assertThat(adam.firstShift()).isEqualTo(3);
            assertThat(adam.secondShift()).isEqualTo(10);
        });
        assertThat(observation.signals().get("decoder.moment1.b").whole().largest()).isCloseTo(b1 * gradient.largest(), within(1e-12));
        assertThat(observation.signals().get("decoder.moment2.b").whole().largest()).isCloseTo(b2 * gradient.largest() * gradient.largest(), within(1e-12));
        Histogram steps = observation.signals().get("decoder.gradient.b").steps();
        // 1/sqrt(v) of the weakest gradient is the largest; m/sqrt(v) is the same for all, and of either sign.
        assertThat(steps.minimum()).isCloseTo(-b1 / Math.sqrt(b2), within(1e-9));
    }

    @Test
    void everySignalWithoutCounterpartIsSeenOnTheWideChip() {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "learning.sequences=6");
        Observation observation = observe(spec, 3);
        observation.signals().values().forEach(signal -> {
            assertThat(signal.whole().words()).as(signal.name()).isPositive();
            assertThat(signal.clipped()).as(signal.name() + " within the wide chip").isFalse();
        });
        SignalObservation inverse = observation.signals().get("norm.inverse");
        assertThat(inverse.source()).isEqualTo(Source.WIDE_CHIP);
        // The wide chip's resolution bounds the error of the constant 1/width.
        assertThat(inverse.whole().maximum()).isCloseTo(1.0 / 6, within(Math.pow(2, -20)));
        Histogram modulus = observation.signals().get("lru.modulus").whole();
        assertThat(modulus.minimum()).isPositive();
        assertThat(modulus.maximum()).isLessThanOrEqualTo(1);
        assertThat(observation.signals().get("rate").source()).isEqualTo(Source.SCHEDULE);
        assertThat(observation.signals().get("encoder.x").whole().exactFractionBits()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning.rule=spatial", "learning.rule=truncated", "learning.optimiser.name=sgd", "learning.optimiser.name=momentum",
        "learning.update.every=time-step", "network.layers=1"})
    void everyKindOfLearningIsObserved(String setting) {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "learning.sequences=6", setting);
        Observation observation = observe(spec, 3);
        assertThat(observation.complete()).isTrue();
        observation.signals().values().forEach(signal -> assertThat(signal.whole().words()).as(signal.name()).isPositive());
    }

    @Test
    void samplesAreSpreadAndThirdsAreKeptApart() {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "learning.sequences=30");
        Observation observation = observe(spec, 6);
        assertThat(observation.sampledSequences()).isEqualTo(6);
        List<Histogram> thirds = observation.signals().get("lru.h").thirds();
        assertThat(thirds.stream().map(Histogram::words).distinct()).as("two samples in each third").hasSize(1);
        // A third more words than that in any would be a third less in another.
        assertThat(observation.signals().get("lru.h").whole().words()).isEqualTo(3 * thirds.getFirst().words());
    }

    @Test
    void anInterruptionKeepsWhatWasSeen() {
        ExperimentSpec spec = SmallExperiments.small("copy-task", "learning.sequences=30");
        int[] asked = new int[1];
        Observation observation = ReferenceTraining.observe(spec, 30, Silent.PROGRESS, () -> ++asked[0] > 10);
        assertThat(observation.complete()).isFalse();
        assertThat(observation.sequences()).isEqualTo(10);
        assertThat(observation.signals().get("lru.h").whole().words()).isPositive();
    }
}
