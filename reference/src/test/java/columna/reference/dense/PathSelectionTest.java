package columna.reference.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.reference.random.RandomStreams;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shape each selection promises, who is chosen by weight, that every subset is as likely, and that a seed fixes the choice. */
class PathSelectionTest {

    private static final int UNITS = 6;
    private static final int K = 2;

    private static PathMask select(PathSelection selection, long seed) {
        DenseParameters parameters = DenseCase.of(new DenseSpec(DenseSpec.Cell.LSTM, UNITS, 1, 1), 1).parameters();
        return selection.select(K, parameters, new RandomStreams(seed).stream("paths"));
    }

    private static int[] rowCounts(PathMask mask) {
        return IntStream.range(0, UNITS).map(i -> mask.sources(i).length).toArray();
    }

    @ParameterizedTest
    @EnumSource(PathSelection.class)
    void hasTheNumberOfPathsItPromisesAndRepeats(PathSelection selection) {
        PathMask mask = select(selection, 3);
        assertThat(mask.count()).isEqualTo(selection == PathSelection.GLOBAL_UNITS ? K * K : K * UNITS);
        assertThat(rows(select(selection, 3))).isEqualTo(rows(mask));
    }

    private static String rows(PathMask mask) {
        return IntStream.range(0, mask.units()).mapToObj(i -> Arrays.toString(mask.sources(i))).collect(Collectors.joining());
    }

    @Test
    void rowsColumnsAndBlocks() {
        assertThat(rowCounts(select(PathSelection.RANDOM_ROWS, 1))).containsOnly(K);
        PathMask sources = select(PathSelection.GLOBAL_SOURCES, 1);
        assertThat(IntStream.range(0, UNITS).mapToObj(i -> Arrays.toString(sources.sources(i))).distinct()).hasSize(1);
        assertThat(rowCounts(select(PathSelection.GLOBAL_TARGETS, 1))).containsOnly(0, UNITS);
        PathMask units = select(PathSelection.GLOBAL_UNITS, 1);
        for (int i = 0; i < UNITS; i++) {
            for (int j = 0; j < UNITS; j++) {
                assertThat(units.contains(i, j)).isEqualTo(units.contains(i, i) && units.contains(j, j));
            }
        }
    }

    /** Weights 3, -1, 2, -4 towards unit 0: the largest two are 0 and 3, the smallest 1 and 2. */
    @Test
    void byWeight() {
        DenseParameters parameters = DenseParameters.zeros(new DenseSpec(DenseSpec.Cell.TANH, 4, 1, 1));
        System.arraycopy(new double[] {3, -1, 2, -4}, 0, parameters.recurrent()[0], 0, 4);
        UniformRandomProvider stream = new RandomStreams(1).stream("paths");
        assertThat(PathSelection.LARGEST_WEIGHTS.select(2, parameters, stream).sources(0)).containsExactly(0, 3);
        assertThat(PathSelection.SMALLEST_WEIGHTS.select(2, parameters, stream).sources(0)).containsExactly(1, 2);
    }

    /** 6 units, 2 sources: 15 subsets, 40 each of 600 draws expected; 5 standard deviations are 5 sqrt(600 / 15 * 14 / 15) = 31. */
    @Test
    void everySubsetIsAsLikely() {
        Map<String, Integer> seen = new TreeMap<>();
        for (long seed = 0; seed < 100; seed++) {
            PathMask mask = select(PathSelection.RANDOM_ROWS, seed);
            for (int i = 0; i < UNITS; i++) {
                seen.merge(Arrays.toString(mask.sources(i)), 1, Integer::sum);
            }
        }
        assertThat(seen).as("seeds 0 to 99").hasSize(15);
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(40 - 31, 40 + 31));
    }

    /** Other draws at other time steps, the same at the same one, in whatever order they are asked for. */
    @Test
    void resampledPathsBelongToTheirTimeStep() {
        DenseParameters parameters = DenseParameters.zeros(new DenseSpec(DenseSpec.Cell.TANH, UNITS, 1, 1));
        PathSchedule schedule = PathSchedule.resampled(PathSelection.RANDOM_ROWS, K, parameters, new RandomStreams(11));
        String third = rows(schedule.at(3));
        assertThat(rows(schedule.at(4))).isNotEqualTo(third);
        assertThat(rows(schedule.at(3))).isEqualTo(third);
    }

    @Test
    void refusesMorePathsThanUnitsAndMatricesThatAreNotSquare() {
        DenseParameters parameters = DenseParameters.zeros(new DenseSpec(DenseSpec.Cell.TANH, 4, 1, 1));
        assertThatThrownBy(() -> PathSelection.RANDOM_ROWS.select(5, parameters, new RandomStreams(1).stream("paths")))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("path selection: k is 5; it must be from 0 to the 4 units");
        assertThatThrownBy(() -> PathMask.of(new double[2][3]))
                .hasMessage("path mask: row 0 has 3 entries, the matrix 2 rows; it must be square");
    }
}
