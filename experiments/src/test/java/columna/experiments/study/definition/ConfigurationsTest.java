package columna.experiments.study.definition;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.study.TinyStudies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationsTest {

    private static final String AXES = """
            axes:
              chip.recurrent_core.lanes: [1, 2, 3]
              chip.mixing_core.lanes: [1, 2]
              chip.bus.width_bits: [8, 16, 32, 64]
            """;

    @Test
    void theGridIsThreeNestedLoops() {
        List<List<Integer>> loops = new ArrayList<>();
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 2; b++) {
                for (int c = 0; c < 4; c++) {
                    loops.add(List.of(a, b, c));
                }
            }
        }
        List<Configuration> grid = Configurations.of(TinyStudies.of(AXES)).toList();
        assertThat(grid.stream().map(Configuration::levels).toList()).isEqualTo(loops);
        assertThat(grid.stream().map(Configuration::number).toList()).containsExactlyElementsOf(java.util.stream.IntStream.range(0, 24).boxed().toList());
    }

    /** In a Latin hypercube every level of an axis is used floor(n / levels) times or once more. */
    @ParameterizedTest
    @CsvSource({"1, 12", "2, 12", "3, 7", "4, 100", "5, 1"})
    void aLatinHypercubeUsesAllLevelsEquallyOften(long seed, int count) {
        StudyDefinition study = TinyStudies.of(AXES + "sampling: {method: latin-hypercube, configurations: " + count + ", seed: " + seed + "}\n");
        List<Configuration> drawn = Configurations.of(study).toList();
        assertThat(drawn).hasSize(count);
        for (int axis = 0; axis < 3; axis++) {
            int of = axis;
            int levels = study.axes().get(axis).levels().size();
            Map<Integer, Long> uses = drawn.stream().map(c -> c.levels().get(of)).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            for (int level = 0; level < levels; level++) {
                assertThat(uses.getOrDefault(level, 0L)).as("seed %d, axis %d, level %d", seed, axis, level).isBetween((long) count / levels, (long) count / levels + 1);
            }
        }
    }

    @Test
    void drawsRepeatWithTheirSeedAndDifferWithAnother() {
        List<List<Integer>> one = draw(1);
        assertThat(draw(1)).isEqualTo(one);
        assertThat(draw(2)).isNotEqualTo(one);
        assertThat(new HashSet<>(one)).as("60 draws from 24 meet most of them").hasSizeGreaterThan(15);
    }

    private static List<List<Integer>> draw(long seed) {
        return Configurations.of(TinyStudies.of(AXES + "sampling: {method: random, configurations: 60, seed: " + seed + "}\n"))
                .map(Configuration::levels).toList();
    }

    @Test
    void sizesAreCountedWithoutMakingThem() {
        String many = TinyStudies.bitsRoundingLanes().gridSize() + "";
        assertThat(many).isEqualTo("12");
        StudyDefinition huge = TinyStudies.of("""
                axes:
                  chip.recurrent_core.lanes: {from: 1, to: 1000, step: 1}
                  chip.mixing_core.lanes: {from: 1, to: 1000, step: 1}
                  chip.bus.width_bits: {from: 1, to: 1000, step: 1}
                  chip.bus.buffer_beats: {from: 1, to: 1000, step: 1}
                """);
        assertThat(huge.configurations()).isEqualTo(new java.math.BigInteger("1000000000000"));
    }
}
