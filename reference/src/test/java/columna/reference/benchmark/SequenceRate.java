package columna.reference.benchmark;

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

/**
 * Sequences per second of one thread at the paper's copy task: 4 layers, N = 64, H = 128, T = 48, 268,430 parameters. Nine rounds of a batch
 * of 20 per rule, in processor time of the thread; the median is printed, and the best and worst.
 */
public final class SequenceRate {

    private static final int BATCH = 20;
    private static final int ROUNDS = 9;

    private SequenceRate() {}

    public static void main(String[] arguments) {
        NetworkSpec spec = NetworkSpec.paper(4, 64, 128, 8, 7);
        Parameters parameters = Initialisation.PAPER.draw(spec, 1);
        List<Sequence> batch = new CopyData(CopyTask.PAPER, 1).stream().limit(BATCH).toList();
        Learner forward = new Learner(spec, parameters, LearningRule.ONLINE);
        print("forward", () -> batch.forEach(forward::evaluate));
        for (LearningRule rule : LearningRule.values()) {
            Learner learner = new Learner(spec, parameters, rule);
            print(rule.toString(), () -> batch.forEach(learner::learn));
        }
    }

    private static void print(String name, Runnable round) {
        double[] rates = new double[ROUNDS];
        for (int r = -3; r < ROUNDS; r++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            round.run();
            long nanoseconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            if (r >= 0) {
                rates[r] = BATCH * 1e9 / nanoseconds;
            }
        }
        Arrays.sort(rates);
        IO.println(String.format(Locale.ROOT, "%-10s %7.1f sequences/s per core (%.1f - %.1f)", name, rates[ROUNDS / 2], rates[0],
                rates[ROUNDS - 1]));
    }
}
