package columna.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.explain.Signals;
import columna.experiments.result.RunResult;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.reference.learning.Score;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 7: the shipped copy task learns, and what cannot be learned is not. */
class LearningCanFailTest {

    /** A quarter of the shipped sequences suffice. */
    private static final int SEQUENCES = 1000;

    private static final double CHANCE = Math.log(2);

    @Test
    void theDefaultLearnsAndNeitherControlDoes() {
        RunResult learned = run("copy-task");
        assertThat(learned.chipTest().scored()).isEqualTo(200 * 5 * 3);
        assertThat(learned.chipTest().correct()).isEqualTo(learned.chipTest().scored());
        assertThat(learned.chipTest().loss()).isLessThan(0.01);
        assertThat(learned.learned()).isTrue();
        RunResult shuffled = run("copy-task", "task.shuffled_targets=true");
        atChance(shuffled, "shuffled targets");
        RunResult still = run("copy-task", "learning.optimiser.rate=0", "learning.sequences=50");
        atChance(still, "rate 0");
        assertThat(still.updates()).as("updates happen, with a rate of 0").isEqualTo(50);
    }

    /**
     * Real units forget without oscillating, and SnAp-1 sees a dense layer's diagonal only: neither solves the task in a quarter of the sequences.
     * A tenth of the loss of guessing must be gone, and the share of right answers three times as far from a half as chance allows. Real units that
     * never learn still add up what they see, and a random sum of all bits has something of each: 57 % of its answers are right. They are no better
     * than guesses by their loss, which is that of a guess or worse.
     */
    @ParameterizedTest
    @ValueSource(strings = {"real-lru", "linear-rnn"})
    void otherCellsLearnAndNeitherControlDoes(String name) {
        RunResult learned = run(name);
        assertThat(learned.learned()).isTrue();
        assertThat(learned.referenceLearned()).isTrue();
        assertThat(learned.chipTest().accuracy()).isGreaterThan(0.5 + 3 * bound(learned.chipTest()));
        atChance(run(name, "task.shuffled_targets=true"), "shuffled targets");
        RunResult still = run(name, "learning.optimiser.rate=0", "learning.sequences=50");
        assertThat(still.updates()).isEqualTo(50);
        assertThat(still.learned()).isFalse();
        for (Score score : List.of(still.chipTest(), still.referenceTest())) {
            assertThat(score.loss()).isGreaterThan(CHANCE - bound(score));
        }
        assertThat(learned.chipTest().accuracy()).isGreaterThan(still.chipTest().accuracy() + bound(still.chipTest()));
    }

    /**
     * Labels are not alike: the best guess is always the most frequent one, and a quarter of the sequences is enough to be better than that by
     * more than 4.5 standard deviations of the share. Against it, what was not learned says nothing of the expression: at most the share of that
     * label, and a loss of ln 10 or more, but for the same deviation of the labels (a label's loss is within 0.5 of ln 10 where nothing is learned).
     */
    @Test
    void expressionsAreEvaluatedBetterThanByTheMostFrequentLabel() {
        double[] labels = new double[10];
        ExperimentSpec spec = ExperimentSpec.read("listops", Signals.names());
        new TaskData(spec).test().forEach(sequence -> labels[(int) sequence.targets()[0][0]]++);
        double most = Arrays.stream(labels).max().orElseThrow() / spec.task().testSequences();
        RunResult learned = run("listops", "learning.sequences=2000");
        double bound = 4.5 * Math.sqrt(most * (1 - most) / spec.task().testSequences());
        assertThat(learned.chipTest().scored()).isEqualTo(spec.task().testSequences());
        assertThat(learned.chipTest().accuracy()).isGreaterThan(most + bound);
        assertThat(learned.learned()).isTrue();
        for (String control : List.of("task.shuffled_targets=true", "learning.optimiser.rate=0")) {
            RunResult still = run("listops", control, "learning.sequences=500");
            assertThat(still.learned()).as(control).isFalse();
            for (Score score : List.of(still.chipTest(), still.referenceTest())) {
                assertThat(score.accuracy()).as(control).isLessThan(most + bound);
                assertThat(score.loss()).as(control).isGreaterThan(Math.log(10) - bound / 2 - 0.1);
            }
        }
    }

    private static double bound(Score score) {
        return 4.5 / (2 * Math.sqrt(score.scored()));
    }

    /**
     * Whatever is answered to fair bits that it does not know, right answers are binomial and the expected loss is at least
     * ln 2. Of n answers, 4.5 standard deviations of the share are 4.5 / (2 sqrt(n)): once in 150,000 times. A margin m
     * between two logits moves a bit's loss by m/2 around its mean, so where margins are below 1 the mean loss varies no
     * more than the share.
     */
    private static void atChance(RunResult run, String control) {
        for (Score score : List.of(run.chipTest(), run.referenceTest())) {
            double bound = bound(score);
            assertThat(score.accuracy()).as("accuracy with %s", control).isBetween(0.5 - bound, 0.5 + bound);
            assertThat(score.loss()).as("loss with %s", control).isGreaterThan(CHANCE - bound);
        }
        assertThat(run.learned()).as("learned with %s", control).isFalse();
    }

    private static RunResult run(String name, String... settings) {
        List<String> all = new java.util.ArrayList<>(List.of("learning.sequences=" + SEQUENCES, "numerics.sampled_sequences=0"));
        all.addAll(List.of(settings));
        return Simulated.of(ExperimentSpec.read(name, Signals.names(), all));
    }
}
