package columna.reference.task.listops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import columna.reference.random.RandomStreams;
import columna.reference.task.LabelledSymbols;
import columna.reference.task.Sequence;
import columna.reference.task.Sets;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The law of the expressions against the specification's figures, which an independent program found on 3,000 samples. */
class ListOpsDataTest {

    private static final long SEED = 20;
    private static final int SAMPLES = 3000;
    private static final double[] SHARES = {17.1, 9.1, 7.7, 7.8, 9.0, 8.8, 7.7, 7.6, 7.7, 17.3};

    private static List<Expression> expressions;
    private static int proposed;

    @BeforeAll
    static void draw() {
        UniformRandomProvider random = new RandomStreams(SEED).stream("test");
        expressions = new ArrayList<>();
        for (proposed = 0; expressions.size() < SAMPLES; proposed++) {
            Expression expression = ListOpsTask.PAPER.propose(random);
            if (ListOpsTask.PAPER.accepts(expression)) {
                expressions.add(expression);
            }
        }
    }

    /** Both shares come from about 36,600 proposals and differ by sampling error: four standard errors of the difference. */
    @Test
    void acceptanceRate() {
        double error = Math.sqrt(2 * 0.082 * 0.918 * 0.082 / SAMPLES);
        // The specification rounds to 0.1 %.
        assertThat((double) SAMPLES / proposed).as("seed %d", SEED).isCloseTo(0.082, within(4 * error + 0.0005));
    }

    /** Four standard errors of the difference of two means of 3,000; a median's error is sqrt(pi / 2) times a mean's, for a normal law. */
    @Test
    void lengths() {
        double[] lengths = expressions.stream().mapToDouble(Expression::length).sorted().toArray();
        double mean = Arrays.stream(lengths).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(lengths).map(l -> (l - mean) * (l - mean)).sum() / (SAMPLES - 1));
        double error = deviation * Math.sqrt(2.0 / SAMPLES);
        assertThat(mean).as("seed %d", SEED).isCloseTo(1064, within(4 * error));
        assertThat(lengths[SAMPLES / 2]).as("seed %d", SEED).isCloseTo(995, within(4 * Math.sqrt(Math.PI / 2) * error));
        assertThat(lengths[0]).isGreaterThan(500);
        assertThat(lengths[SAMPLES - 1]).isLessThan(2000);
    }

    /** Four standard errors of the difference, for each digit, and the rounding to 0.1 %. */
    @Test
    void values() {
        for (int digit = 0; digit < 10; digit++) {
            int value = digit;
            double share = SHARES[digit] / 100;
            double measured = (double) expressions.stream().filter(e -> e.value() == value).count() / SAMPLES;
            assertThat(measured).as("digit %d, seed %d", digit, SEED)
                    .isCloseTo(share, within(4 * Math.sqrt(2 * share * (1 - share) / SAMPLES) + 0.0005));
        }
    }

    @Test
    void allReachTheDeepestLevel() {
        assertThat(expressions).allMatch(expression -> expression.depth() == 10);
    }

    /**
     * The mean length of a proposal in closed form: m(10) = 1, m(d) = 3/4 + 1/4 (2 + 6 m(d + 1)), since an operator has six arguments in
     * the mean. Its error is taken from the sample; lengths are heavy-tailed, so five standard errors.
     */
    @Test
    void meanLengthOfProposals() {
        double expected = 1;
        for (int level = 9; level >= 1; level--) {
            expected = 0.75 + 0.25 * (2 + 6 * expected);
        }
        UniformRandomProvider random = new RandomStreams(SEED).stream("proposals");
        int count = 40_000;
        double[] lengths = Stream.generate(() -> ListOpsTask.PAPER.propose(random)).limit(count).mapToDouble(Expression::length).toArray();
        double mean = Arrays.stream(lengths).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(lengths).map(l -> (l - mean) * (l - mean)).sum() / (count - 1));
        assertThat(mean).as("seed %d", SEED).isCloseTo(expected, within(5 * deviation / Math.sqrt(count)));
    }

    @Test
    void setsAreDistinctAndRepeatable() {
        // Few expressions are this short, so that without the check some would come twice.
        ListOpsData data = new ListOpsData(new ListOpsTask(2, 2, 0, 5), SEED);
        ListOpsExamples examples = data.draw(300, 40, 50);
        assertThat(examples.training()).hasSize(300);
        assertThat(examples.validation()).hasSize(40);
        assertThat(examples.test()).hasSize(50);
        Set<String> seen = new HashSet<>();
        List<LabelledSymbols> all = Stream.of(examples.training(), examples.validation(), examples.test()).flatMap(List::stream).toList();
        all.forEach(example -> seen.add(Arrays.toString(example.symbols())));
        assertThat(seen).hasSize(390);
        ListOpsExamples again = data.draw(300, 40, 50);
        for (int i = 0; i < 50; i++) {
            assertThat(again.test().get(i).symbols()).isEqualTo(examples.test().get(i).symbols());
        }
        assertThat(new ListOpsData(data.task(), SEED + 1).draw(1, 0, 0).training().getFirst().symbols())
                .isNotEqualTo(examples.training().getFirst().symbols());
    }

    @Test
    void labelsAreTheValues() {
        for (LabelledSymbols example : new ListOpsData(ListOpsTask.PAPER, SEED).draw(20, 0, 0).training()) {
            assertThat(example.label()).isEqualTo(ExpressionParser.expression(example.symbols()).value());
        }
    }

    @Test
    void sequencesEndWithTheEndSymbol() {
        ListOpsExamples examples = new ListOpsExamples(
                List.of(new LabelledSymbols(ExpressionParser.symbols("[SM 4 9 ]"), 3)), List.of(), List.of());
        Sets sets = examples.sets(ListOpsTask.PAPER_STEPS);
        Sequence sequence = sets.training().getFirst();
        assertThat(sequence.steps()).isEqualTo(5);
        assertThat(sequence.inputs()[0]).hasSize(20);
        assertThat(sequence.inputs()[4][2]).isEqualTo(1);
        assertThat(sequence.targets()[0]).containsExactly(3);
        Sequence cut = examples.sets(3).training().getFirst();
        assertThat(cut.steps()).isEqualTo(3);
        assertThat(cut.inputs()[1][7]).isEqualTo(1);
        assertThat(cut.inputs()[2][2]).isEqualTo(1);
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> new ListOpsTask(10, 1, 500, 2000)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("up to 1 arguments");
        assertThatThrownBy(() -> new ListOpsTask(10, 10, 500, 501)).isInstanceOf(IllegalArgumentException.class);
    }
}
