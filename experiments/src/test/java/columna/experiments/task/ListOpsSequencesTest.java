package columna.experiments.task;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.reference.task.Sequence;
import columna.reference.task.listops.Alphabet;
import columna.reference.task.listops.ListOpsTask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sequences of the task, read back by a calculator of the test's own from their one-hot rows. */
class ListOpsSequencesTest {

    /** SEEDS E.2: padding, unknown, end, then ten digits, four operators and the closing bracket. */
    private static final int END = 2;

    private static final int DIGIT = 3;
    private static final int OPERATOR = 13;
    private static final int CLOSE = 17;

    private final ExperimentSpec spec = ExperimentSpec.read("listops", Signals.names());

    private static List<Integer> symbols(Sequence sequence) {
        List<Integer> symbols = new ArrayList<>();
        for (double[] row : sequence.inputs()) {
            assertThat(row).hasSize(20);
            assertThat(Arrays.stream(row).sum()).isEqualTo(1);
            for (int s = 0; s < row.length; s++) {
                if (row[s] == 1) {
                    symbols.add(s);
                }
            }
        }
        return symbols;
    }

    /** A stack machine. Which operator a symbol is follows from the order MAX, MIN, MED, SM if that explains every value. */
    private static int value(List<Integer> symbols) {
        Deque<List<Integer>> open = new ArrayDeque<>(List.of(new ArrayList<>()));
        for (int symbol : symbols) {
            if (symbol >= OPERATOR && symbol < CLOSE) {
                open.push(new ArrayList<>(List.of(symbol - OPERATOR)));
            } else if (symbol == CLOSE) {
                List<Integer> frame = open.pop();
                open.peek().add(apply(frame.getFirst(), frame.subList(1, frame.size()).stream().sorted().toList()));
            } else {
                open.peek().add(symbol - DIGIT);
            }
        }
        return open.pop().getFirst();
    }

    private static int apply(int operator, List<Integer> sorted) {
        return switch (operator) {
            case 0 -> sorted.getLast();
            case 1 -> sorted.getFirst();
            case 2 -> (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
            default -> sorted.stream().mapToInt(Integer::intValue).sum() % 10;
        };
    }

    @Test
    void targetsAreTheValuesOfTheExpressionsAtEveryTimeStep() {
        for (Sequence sequence : new TaskData(spec).training().limit(500).toList()) {
            List<Integer> symbols = symbols(sequence);
            assertThat(symbols.size() - 1).isBetween(6, 20);
            assertThat(symbols.getLast()).isEqualTo(END);
            double value = value(symbols.subList(0, symbols.size() - 1));
            assertThat(Arrays.stream(sequence.targets())).allMatch(target -> target.length == 1 && target[0] == value);
            assertThat(Arrays.stream(sequence.mask())).allMatch(mask -> mask == 1);
        }
    }

    /** The file's reader knows of no task's code: its numbers of channels and classes are held against it here. */
    @Test
    void channelsAndClassesAreThoseOfTheTask() {
        assertThat(spec.task().inputs()).isEqualTo(Alphabet.WIDTH);
        assertThat(spec.task().classes()).isEqualTo(ListOpsTask.CLASSES);
    }

    /** The shortest expressions of this file are drawn many times over. */
    @Test
    void nothingThatIsTestedIsLearned() {
        ExperimentSpec tiny = spec.with(Signals.names(), "task.shortest=4", "task.longest=4", "task.test_sequences=50");
        Set<List<Integer>> held = new HashSet<>();
        new TaskData(tiny).test().forEach(sequence -> held.add(symbols(sequence)));
        List<List<Integer>> training = new TaskData(tiny).training().limit(2000).map(ListOpsSequencesTest::symbols).toList();
        assertThat(training).noneMatch(held::contains);
        assertThat(new HashSet<>(training)).as("the rest of 400 expressions of two digits").hasSizeGreaterThan(300).hasSizeLessThan(400);
    }

    @Test
    void shuffledTargetsAreAnotherExpressions() {
        List<Sequence> plain = new TaskData(spec).training().limit(200).toList();
        List<Sequence> shuffled = new TaskData(spec.with(Signals.names(), "task.shuffled_targets=true")).training().limit(200).toList();
        int equal = 0;
        for (int i = 0; i < plain.size(); i++) {
            assertThat(shuffled.get(i).inputs()).isDeepEqualTo(plain.get(i).inputs());
            equal += shuffled.get(i).targets()[0][0] == plain.get(i).targets()[0][0] ? 1 : 0;
        }
        // Two independent labels agree about once in nine times: 22 +- 4.4.
        assertThat(equal).isBetween(4, 40);
    }
}
