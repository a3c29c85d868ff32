package columna.experiments.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.study.TinyStudies;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.store.PlannedPoint;
import columna.experiments.study.store.StoredPoint;
import columna.reference.random.RandomStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontTest {

    private static StoredPoint point(Map<String, Double> metrics) {
        SequencedMap<String, Double> all = new LinkedHashMap<>(metrics);
        return new StoredPoint("id", StoredPoint.State.FINISHED, "", "", "", "", "", all);
    }

    private static ConfigurationResult configuration(int number, double loss, double energy, double memory) {
        SequencedMap<Long, StoredPoint> seeds = new LinkedHashMap<>();
        seeds.put(1L, point(Map.of(Measure.LOSS.key(), loss, Measure.ENERGY.key(), energy, Measure.MEMORY.key(), memory)));
        return new ConfigurationResult(number, new LinkedHashMap<>(), seeds);
    }

    /** Against the definition, pair by pair. Few values, so that ties happen. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFrontIsWhatNobodyDominates(long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("test/front");
        List<ConfigurationResult> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            all.add(configuration(i, random.nextInt(12), random.nextInt(12), random.nextInt(12)));
        }
        List<Measure> objectives = List.of(Measure.LOSS, Measure.ENERGY, Measure.MEMORY);
        List<double[]> front = Front.of(all, objectives).stream().map(FrontTest::numbers).toList();
        List<double[]> expected = new ArrayList<>();
        for (ConfigurationResult one : all) {
            double[] x = numbers(one);
            boolean beaten = all.stream().map(FrontTest::numbers)
                    .anyMatch(y -> y[0] <= x[0] && y[1] <= x[1] && y[2] <= x[2] && (y[0] < x[0] || y[1] < x[1] || y[2] < x[2]));
            if (!beaten && expected.stream().noneMatch(y -> java.util.Arrays.equals(x, y))) {
                expected.add(x);
            }
        }
        assertThat(front).as("seed %d", seed).usingElementComparator(java.util.Arrays::compare).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Of designs with equal numbers neither beats the other; one better number among ties is enough, one worse too much. */
    @Test
    void equalsDoNotDominateEachOther() {
        List<Measure> objectives = List.of(Measure.LOSS, Measure.ENERGY, Measure.MEMORY);
        ConfigurationResult design = configuration(0, 1, 2, 3);
        assertThat(Front.dominates(design, configuration(1, 1, 2, 3), objectives)).isFalse();
        assertThat(Front.dominates(configuration(1, 1, 1, 3), design, objectives)).isTrue();
        assertThat(Front.dominates(design, configuration(1, 1, 1, 3), objectives)).isFalse();
        assertThat(Front.dominates(configuration(1, 0, 1, 4), design, objectives)).isFalse();
    }

    private static double[] numbers(ConfigurationResult c) {
        return new double[] {c.mean(Measure.LOSS), c.mean(Measure.ENERGY), c.mean(Measure.MEMORY)};
    }

    private static StudyResult additive(double[] first, double[] second) {
        StudyDefinition study = TinyStudies.of("axes:\n  chip.recurrent_core.lanes: [1, 2, 3]\n  chip.mixing_core.lanes: [1, 2]\n");
        SequencedMap<PlannedPoint, StoredPoint> points = new LinkedHashMap<>();
        int number = 0;
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < second.length; j++) {
                SequencedMap<String, String> settings = new LinkedHashMap<>();
                settings.put("chip.recurrent_core.lanes", Integer.toString(i + 1));
                settings.put("chip.mixing_core.lanes", Integer.toString(j + 1));
                double energy = first[i] + second[j];
                points.put(new PlannedPoint(number++, 1, settings), point(Map.of("chip.loss", 0.1, "chip.accuracy", 1.0, "reference.accuracy", 1.0,
                        Measure.ENERGY.key(), energy)));
            }
        }
        return StudyResult.of(study, points);
    }

    /** Energy = a_i + b_j on a full grid: the variance is var(a) + var(b), exactly, and each axis explains its own. */
    @Test
    void anAdditiveLawIsTakenApart() {
        double[] a = {0, 3, 9};
        double[] b = {5, 7};
        StudyResult result = additive(a, b);
        double varianceOfA = (16 + 1 + 25) / 3.0;
        double varianceOfB = 1;
        List<Influence> influences = result.influences(Measure.ENERGY);
        assertThat(influences).hasSize(2);
        assertThat(influences.get(0).axis()).isEqualTo("chip.recurrent_core.lanes");
        assertThat(influences.get(0).share()).isCloseTo(varianceOfA / (varianceOfA + varianceOfB), within(1e-12));
        assertThat(influences.get(1).share()).isCloseTo(varianceOfB / (varianceOfA + varianceOfB), within(1e-12));
        assertThat(influences.get(0).best()).isEqualTo("1");
        assertThat(influences.get(0).bestMean()).isEqualTo(6);
        assertThat(influences.get(0).worst()).isEqualTo("3");
    }

    @Test
    void theCheapestOfEquallyGoodDesignsIsRecommended() {
        Recommendation recommended = additive(new double[] {4, 3, 9}, new double[] {7, 5}).recommendation().orElseThrow();
        assertThat(recommended.configuration().settings()).containsEntry("chip.recurrent_core.lanes", "2").containsEntry("chip.mixing_core.lanes", "2");
        assertThat(recommended.why()).contains("Of the 6 configurations 6");
    }
}
