package columna.reference.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTaskTest {

    /** Drawn by hand: two steps of two bits, one step of silence. */
    @Test
    void smallSequence() {
        Sequence sequence = new CopyTask(2, 2, 1).sequence(new double[][] {{1, 0}, {1, 1}});
        assertThat(sequence.inputs()).isDeepEqualTo(new double[][] {{1, 0, 0}, {1, 1, 0}, {0, 0, 0}, {0, 0, 1}, {0, 0, 0}, {0, 0, 0}});
        assertThat(sequence.targets()).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}, {0, 0}, {0, 0}, {1, 0}, {1, 1}});
        assertThat(sequence.mask()).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(sequence.weight()).isEqualTo(2);
    }

    @Test
    void paperSequenceHas48StepsAndRecallAt27() {
        Sequence sequence = new CopyData(CopyTask.PAPER, 3).stream().findFirst().orElseThrow();
        assertThat(sequence.steps()).isEqualTo(48);
        for (int t = 0; t < 48; t++) {
            assertThat(sequence.inputs()[t][7]).isEqualTo(t == 27 ? 1 : 0);
            assertThat(sequence.mask()[t]).isEqualTo(t >= 28 ? 1 : 0);
        }
        for (int j = 0; j < 20; j++) {
            assertThat(sequence.targets()[28 + j]).containsExactly(Arrays.copyOf(sequence.inputs()[j], 7));
        }
    }

    @Test
    void bitsAreFairAndSetsDiffer() {
        Sets sets = new CopyData(CopyTask.PAPER, 11).sets(500, 20, 20);
        double ones = sets.training().stream().mapToDouble(s -> sum(s.targets())).sum();
        // 70,000 bits: five standard deviations of a fair coin's mean.
        assertThat(ones / 70_000).as("seed 11").isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(70_000)));
        assertThat(sets.training()).hasSize(500);
        assertThat(sets.validation().getFirst().targets()).isNotEqualTo(sets.training().getFirst().targets());
        assertThat(sets.test().getFirst().targets()).isNotEqualTo(sets.validation().getFirst().targets());
    }

    @Test
    void sameSeedSameSequences() {
        List<Sequence> one = new CopyData(CopyTask.PAPER, 5).stream().limit(3).toList();
        List<Sequence> two = new CopyData(CopyTask.PAPER, 5).stream().limit(3).toList();
        for (int i = 0; i < 3; i++) {
            assertThat(one.get(i).inputs()).isDeepEqualTo(two.get(i).inputs());
        }
        assertThat(one.get(0).inputs()).isNotEqualTo(one.get(1).inputs());
    }

    private static double sum(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum;
    }
}
