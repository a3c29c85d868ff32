package columna.reference.benchmark;

import columna.reference.learning.Dropout;
import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.network.Initialisation;
import columna.reference.network.NetworkSpec;
import columna.reference.network.Parameters;
import columna.reference.task.CopyData;
import columna.reference.task.CopyTask;
import columna.reference.task.Sequence;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Sequences per second of one thread at the paper's copy task: 4 layers, N = 64, H = 128, T = 48, 268,430 parameters. Fifteen rounds of a batch
 * of 20 per rule and precision, in processor time of the thread; the median is printed, and the worst and best.
 */
public final class SequenceRate {

    private static final int BATCH = 20;
    private static final int ROUNDS = 15;
    private static final NetworkSpec SPEC = NetworkSpec.paper(4, 64, 128, 8, 7);
    private static final Dropout DROPOUT = new Dropout(0.1, 1);

    private SequenceRate() {}

    public static void main(String[] arguments) {
        Parameters parameters = Initialisation.PAPER.draw(SPEC, 1);
        columna.reference.single.Parameters rounded = columna.reference.single.Parameters.like(parameters);
        rounded.set(parameters);
        Learner forward = new Learner(SPEC, parameters, LearningRule.ONLINE);
        print("double forward", forward::refresh, forward::evaluate);
        for (LearningRule rule : LearningRule.values()) {
            Learner learner = new Learner(SPEC, parameters, rule);
            print("double " + rule, learner::refresh, sequence -> learner.learnMore(sequence, DROPOUT));
        }
        for (LearningRule rule : LearningRule.values()) {
            columna.reference.single.Learner learner = new columna.reference.single.Learner(SPEC, rounded, rule);
            print("float " + rule, learner::refresh, sequence -> learner.learnMore(sequence, DROPOUT));
        }
    }

    private static void print(String name, Runnable refresh, Consumer<Sequence> work) {
        List<Sequence> batch = new CopyData(CopyTask.PAPER, 1).stream().limit(BATCH).toList();
        double[] rates = new double[ROUNDS];
        for (int r = -5; r < ROUNDS; r++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            refresh.run();
            batch.forEach(work);
            long nanoseconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            if (r >= 0) {
                rates[r] = BATCH * 1e9 / nanoseconds;
            }
        }
        Arrays.sort(rates);
        IO.println(String.format(Locale.ROOT, "%-18s %7.1f sequences/s per core (%.1f - %.1f)", name, rates[ROUNDS / 2], rates[0],
                rates[ROUNDS - 1]));
    }
}
