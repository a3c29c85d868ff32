package columna.experiments.study.search;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.study.TinyStudies;
import columna.experiments.study.definition.Configuration;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.Front;
import columna.experiments.study.store.StoredPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** The search on a made-up chip whose front is known: no simulation, a formula. */
class ParetoSearchTest {

    private static final String AXES = """
            axes:
              formats.lru.trace.bits: {from: 4, to: 13, step: 1}
              formats.lru.B.bits: {from: 4, to: 13, step: 1}
              formats.lru.C.bits: {from: 4, to: 13, step: 1}
              formats.glu.w1.bits: {from: 4, to: 13, step: 1}
            objectives: [loss, memory]
            """;

    /** Words of each signal, and how much its rounding noise hurts: noise falls by 4 with every bit. */
    private static final double[] WORDS = {1000, 100, 300, 30};
    private static final double[] HURT = {1, 50, 0.02, 400};

    private static ConfigurationResult evaluate(Configuration configuration) {
        double loss = 0;
        double memory = 0;
        for (int axis = 0; axis < WORDS.length; axis++) {
            int bits = 4 + configuration.levels().get(axis);
            loss += HURT[axis] * Math.pow(4, -bits);
            memory += WORDS[axis] * bits;
        }
        SequencedMap<Long, StoredPoint> seeds = new LinkedHashMap<>();
        SequencedMap<String, Double> metrics = new LinkedHashMap<>(Map.of("chip.loss", loss, "memory.total_bits", memory));
        seeds.put(1L, new StoredPoint("x", StoredPoint.State.FINISHED, "", "", "", "", "", metrics));
        return new ConfigurationResult(configuration.number(), new LinkedHashMap<>(), seeds);
    }

    private static List<ConfigurationResult> search(StudyDefinition study) {
        List<ConfigurationResult> all = new ArrayList<>();
        ParetoSearch search = new ParetoSearch(study, wanted -> {
            Map<Configuration, ConfigurationResult> results = new LinkedHashMap<>();
            wanted.forEach(configuration -> results.put(configuration, evaluate(configuration)));
            results.values().stream().filter(result -> all.stream().noneMatch(known -> known.number() == result.number())).forEach(all::add);
            return results;
        });
        search.run();
        assertThat(all).hasSize(search.configurations());
        return all;
    }

    /** Area under the front in the logarithm of the loss, against a corner that no design reaches: more is better. */
    private static double dominated(List<ConfigurationResult> front) {
        double area = 0;
        double worstLoss = Math.log(1e3);
        double corner = 20_000;
        List<ConfigurationResult> byMemory = front.stream().sorted(java.util.Comparator.comparingDouble(c -> c.mean(Measure.MEMORY))).toList();
        double ceiling = worstLoss;
        for (ConfigurationResult c : byMemory) {
            area += (corner - c.mean(Measure.MEMORY)) * (ceiling - Math.log(c.mean(Measure.LOSS)));
            ceiling = Math.log(c.mean(Measure.LOSS));
        }
        return area;
    }

    private static List<ConfigurationResult> front(List<ConfigurationResult> all) {
        return Front.of(all, List.of(Measure.LOSS, Measure.MEMORY));
    }

    private static List<ConfigurationResult> everything() {
        List<ConfigurationResult> everything = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            everything.add(evaluate(new Configuration(i, List.of(i % 10, i / 10 % 10, i / 100 % 10, i / 1000))));
        }
        return everything;
    }

    /**
     * Of 10,000 designs it looks at about 500. A front of 131 designs cannot be found whole by so few; that it covers 97 % of what the whole
     * front covers, and as many designs drawn at random clearly less, is what a search is worth.
     */
    @Test
    void aFractionOfTheDesignsGivesNearlyTheWholeFront() {
        List<ConfigurationResult> found = search(TinyStudies.of(AXES + "search: {population: 40, generations: 30, seed: 3}\n"));
        assertThat(found.size()).isLessThan(600);
        double whole = dominated(front(everything()));
        double share = dominated(front(found)) / whole;
        assertThat(share).isBetween(0.97, 1.0 + 1e-12);
        List<ConfigurationResult> drawn = columna.experiments.study.definition.Configurations
                .of(TinyStudies.of(AXES + "sampling: {method: random, configurations: " + found.size() + ", seed: 3}\n"))
                .map(ParetoSearchTest::evaluate).toList();
        assertThat(1 - dominated(front(drawn)) / whole).as("what random draws miss").isGreaterThan(2 * (1 - share));
    }

    /** The diagonals are in the first generation, so nothing uniform is better than what is found; most of it is beaten. */
    @Test
    void uniformWidthsAreMetAndBeaten() {
        List<ConfigurationResult> front = front(search(TinyStudies.of(AXES + "search: {population: 40, generations: 30, seed: 4}\n")));
        int beaten = 0;
        for (int level = 0; level < 10; level++) {
            ConfigurationResult uniform = evaluate(new Configuration(-1, List.of(level, level, level, level)));
            assertThat(front.stream().anyMatch(c -> Front.dominates(c, uniform, List.of(Measure.LOSS, Measure.MEMORY))
                    || c.mean(Measure.LOSS) == uniform.mean(Measure.LOSS) && c.mean(Measure.MEMORY) == uniform.mean(Measure.MEMORY))).isTrue();
            beaten += front.stream().anyMatch(c -> Front.dominates(c, uniform, List.of(Measure.LOSS, Measure.MEMORY))) ? 1 : 0;
        }
        // The narrowest and the widest uniform design are corners of the space, which nothing can dominate.
        assertThat(beaten).isBetween(6, 8);
    }

    @Test
    void theSameSeedLooksAtTheSameDesignsInTheSameOrder() {
        StudyDefinition study = TinyStudies.of(AXES + "search: {population: 10, generations: 5, seed: 5}\n");
        List<Map<String, Double>> once = search(study).stream().map(c -> (Map<String, Double>) c.points().firstEntry().getValue().metrics()).toList();
        assertThat(search(study).stream().map(c -> (Map<String, Double>) c.points().firstEntry().getValue().metrics()).toList()).isEqualTo(once);
        List<ConfigurationResult> other = search(TinyStudies.of(AXES + "search: {population: 10, generations: 5, seed: 6}\n"));
        assertThat(other.stream().map(c -> (Map<String, Double>) c.points().firstEntry().getValue().metrics()).toList()).isNotEqualTo(once);
    }

    /** With a bound on memory the later generations live within it, more than twice as often as designs at large. */
    @Test
    void boundsDriveTheSearch() {
        List<ConfigurationResult> all = search(TinyStudies.of(AXES + "bounds: {memory: {most: 9000}}\nsearch: {population: 40, generations: 20, seed: 7}\n"));
        double late = within(all.subList(all.size() * 3 / 4, all.size()));
        assertThat(late).isGreaterThan(2 * within(everything()));
    }

    private static double within(List<ConfigurationResult> designs) {
        return (double) designs.stream().filter(c -> c.mean(Measure.MEMORY) <= 9000).count() / designs.size();
    }
}
