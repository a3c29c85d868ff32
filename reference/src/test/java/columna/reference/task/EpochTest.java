package columna.reference.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochTest {

    private static final List<Sequence> SET = IntStream.range(0, 11)
            .mapToObj(i -> new Sequence(new double[][] {{i}}, new double[1][1], new double[1])).toList();

    private static List<Integer> shown(long seed, int number) {
        Epoch epoch = new Epoch(SET, 3, seed, number);
        List<Integer> shown = new ArrayList<>();
        for (int b = 0; b < epoch.batches(); b++) {
            epoch.batch(b).forEach(sequence -> shown.add((int) sequence.inputs()[0][0]));
        }
        return shown;
    }

    @Test
    void eachSequenceAtMostOnceAndTheRestIsLeftOut() {
        assertThat(shown(1, 0)).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void theOrderDependsOnSeedAndNumberOnly() {
        assertThat(shown(1, 4)).isEqualTo(shown(1, 4)).isNotEqualTo(shown(1, 5)).isNotEqualTo(shown(2, 4));
    }

    /** Over 2,000 epochs each sequence is left out in 2 of 11; five standard deviations of the count. */
    @Test
    void everySequenceIsLeftOutAsOften() {
        int[] count = new int[11];
        for (int number = 0; number < 2000; number++) {
            shown(3, number).forEach(i -> count[i]++);
        }
        double expected = 2000 * 9 / 11.0;
        double reach = 5 * Math.sqrt(2000 * 18 / 121.0);
        for (int shown : count) {
            assertThat((double) shown).isCloseTo(expected, within(reach));
        }
    }

    @Test
    void refusal() {
        assertThatThrownBy(() -> new Epoch(SET, 12, 1, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("batch: 12 sequences of 11; allowed are 1 to the size of the set");
    }
}
